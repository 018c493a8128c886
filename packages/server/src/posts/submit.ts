import { type Routes, saysNothing } from "@chaperone/contract";
import { mayBeAsked } from "../approvals/may.ts";
import type { Handler } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { askTheChannels } from "./ask-the-channels.ts";
import type { Within } from "./by-the-desk.ts";
import { openPostFor } from "./facts.ts";
import type { PostRow } from "./rows.ts";
import { settle } from "./settle.ts";
import { issueReceipt, makeVersion } from "./version.ts";
import { postOf } from "./view.ts";

/** Makes the draft a version, checks it, and asks for approval. A check that does not finish leaves everything as it was. */
export const submitPost: Handler<Routes["posts"]["submit"]> = async ({ params, body, ...inside }) => {
  const post = await openPostFor(inside, params.post), { desk, tx, practice, now, note } = inside;
  if (body.revision !== post.revision) throw new Refusal("changed-elsewhere", { theirs: await postOf(tx, practice, post.id) });
  if (post.state === "published") throw new Refusal("already-done", { detail: "All of it has gone out." });
  await isReady(inside, post);
  if (body.askOf !== null && !await mayBeAsked(inside, body.askOf)) throw new Refusal("invalid-request", { errors: [{ at: "/askOf", says: "must be an owner or compliance of this practice" }] });

  const version = await makeVersion(inside, post), { verdict, pack } = await issueReceipt(inside, version, post.draft);
  await tx.updateTable("posts").set({ version, asked_of: body.askOf, asked_at: now.toISOString(), updated_at: now.toISOString() }).where("practice", "=", practice).where("id", "=", post.id).execute();
  await note({ action: "post.submitted", about: { kind: "post", id: post.id, title: post.title }, facts: { version, verdict, pack, askedOf: body.askOf } });
  await desk.messenger.tell(tx, practice, "post.submitted", { post: post.id, version, verdict });
  await settle(inside, post.id, { isPlanning: true });
  return postOf(tx, practice, post.id);
};

async function isReady({ tx, practice }: Within, post: PostRow): Promise<void> {
  const { draft } = post;
  if (saysNothing(draft)) throw new Refusal("invalid-request", { detail: "There is nothing to check yet. Write the first words.", errors: [{ at: "/text", says: "must say something" }] });
  if (draft.channels.length === 0) return;
  const known = await tx.selectFrom("channels").select("id").where("practice", "=", practice).where("id", "in", draft.channels).where("removed_at", "is", null).execute();
  if (known.length < new Set(draft.channels).size) throw new Refusal("invalid-request", { detail: "A channel of this post is no longer there. Choose its channels again.", errors: [{ at: "/channels", says: "must be channels of this practice" }] });
  await askTheChannels({ tx, practice }, post);
}
