/** The gate, and behind it the one call that cannot be taken back. */
import { isNoToSignIn } from "../connections/line.ts";
import type { Refused } from "../networks/outcome.ts";
import type { Within } from "../posts/by-the-desk.ts";
import { factsOf, postFor } from "../posts/facts.ts";
import { keepUp } from "../posts/rules-changed.ts";
import { settle } from "../posts/settle.ts";
import { closedBy } from "../posts/standing.ts";
import { beginAttempt } from "./attempts.ts";
import type { Change, PublicationRow } from "./claim.ts";
import { finish, lose, refuse, stepBack } from "./ends.ts";
import type { Work } from "./work.ts";

const LET_GO = { worker: null, worker_until: null } as const;

export async function commit(work: Work): Promise<void> {
  const { held, line } = work, no = await tryOnce(work);
  if (!no) return;
  const stays = await held.atWork(() => line.renew(no));
  // With its intent and its gate like any other try: time has passed.
  return stays ? refuse(held, stays) : commit(work);
}

/** Answers only where the network said no to the sign-in: then nothing has happened, and nothing is decided yet. */
async function tryOnce({ held, line, outgoing }: Work): Promise<Refused | undefined> {
  const { publication } = held;
  let attempt = "";
  held.pace.passes?.("prepared", publication);
  await held.step(async (within): Promise<Change> => {
    const why = await shutFor(within, held.row);
    if (why) return { ...LET_GO, ...(why === "held already" ? {} : { state: "held", held_why: why, next_at: null }) };
    attempt = await beginAttempt(within, publication, "commit");
    return { state: "committing" };
  }, { holdsOn: true, after: async (within, { state, post }) => { if (state !== "committing") await settle(within, post); } });
  if (held.row.state !== "committing") return;
  // Whoever was put to sleep between the two must not wake up and post: by now another may have looked and tried again.
  if (!held.isFresh()) return;
  held.pace.passes?.("commit recorded", publication);
  const outcome = await held.atWork(() => line.network.commit(line.session(), outgoing, held.row.kept));
  held.pace.passes?.("commit answered", publication);
  if (isNoToSignIn(outcome)) {
    await stepBack(held, outcome, attempt);
    return outcome;
  }
  if (outcome.is === "committed") await finish(held, outcome, attempt);
  else if (outcome.is === "unknown") await lose(held, outcome.says, attempt);
  else await refuse(held, outcome, attempt);
}

/** Everything that may have changed since it was scheduled: rules, approvals, overrides, words, the channel, the practice's silence. The database's gate asks again. */
async function shutFor(within: Within, { id, post: postId, version, channel }: PublicationRow): Promise<string | null> {
  await keepUp(within);
  const post = await postFor(within, postId);
  const now = await within.tx.selectFrom("publications").select("state").where("practice", "=", within.practice).where("id", "=", id).executeTakeFirstOrThrow();
  if (now.state !== "prepared") return "held already";
  if (post.deleted_at || post.version !== version) return "edited";
  const facts = await factsOf(within, post);
  return closedBy(facts) ?? facts.channels.find((one) => one.id === channel)?.closed ?? null;
}
