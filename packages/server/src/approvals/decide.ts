import { randomUUID } from "node:crypto";
import type { Routes } from "@chaperone/contract";
import type { Handler, Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { factsOf, openPostFor } from "../posts/facts.ts";
import { settle } from "../posts/settle.ts";
import { closedBy, REFUSED_AS } from "../posts/standing.ts";
import { latestReceipt } from "../posts/version.ts";
import { postOf } from "../posts/view.ts";
import type { PostRow } from "../posts/rows.ts";
import { wrote } from "./may.ts";

/** One person's decision about one version. Deciding otherwise later lapses the first decision; both stay to be seen. */
export const decide: Handler<Routes["posts"]["decide"]> = async ({ params, body: { version, decision, note: words }, ...inside }) => {
  const post = await openPostFor(inside, params.post), { desk, tx, practice, by, now, note } = inside;
  if (post.version !== version) throw new Refusal("old-version");
  if (post.state === "published") throw new Refusal("already-done");
  const mine = tx.selectFrom("approvals").select(["id", "decision"]).where("practice", "=", practice).where("version", "=", version).where("person", "=", by.person).where("lapsed_at", "is", null);
  const before = await mine.executeTakeFirst();
  if (before?.decision === decision) throw new Refusal("already-done");
  if (decision === "approved") await mayBeApproved(inside, post, version);
  else if (words.trim() === "") throw new Refusal("invalid-request", { detail: "Say what should change.", errors: [{ at: "/note", says: "must say what should change" }] });

  if (before) await tx.updateTable("approvals").set({ lapsed_at: now.toISOString(), lapsed_why: "decided-again" }).where("practice", "=", practice).where("id", "=", before.id).execute();
  await tx.insertInto("approvals").values({ id: randomUUID(), practice, post: post.id, version, person: by.person, decision, note: words.trim(), at: now.toISOString(), lapsed_at: null, lapsed_why: null }).execute();
  await note({ action: `post.${decision}`, about: { kind: "post", id: post.id, title: post.title }, facts: { version } });
  await desk.messenger.tell(tx, practice, `post.${decision}`, { post: post.id, version });
  await settle(inside, post.id, { isPlanning: true });
  return postOf(tx, practice, post.id);
};

/** Nobody approves what the check still holds, and none of its writers where two pairs of eyes are asked for: owners included. */
async function mayBeApproved(inside: Inside, post: PostRow, version: string): Promise<void> {
  const { tx, practice, by } = inside;
  const closed = closedBy({ ...await factsOf(inside, post), isReturned: false });
  if (closed && closed !== "needs-approval") throw new Refusal(REFUSED_AS[closed]);
  const receipt = await latestReceipt(tx, practice, version);
  if (receipt?.four_eyes && await wrote(tx, practice, version, by.person)) throw new Refusal("own-post");
}
