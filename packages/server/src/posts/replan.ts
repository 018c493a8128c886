import { Refusal } from "../http/refusal.ts";
import type { Within } from "./by-the-desk.ts";
import { factsOf, maySchedule } from "./facts.ts";
import type { PostRow } from "./rows.ts";
import { settle } from "./settle.ts";
import { closedBy } from "./standing.ts";

/** Gives a post another time, or none. Before the post has been agreed on that is a wish, and whoever writes may have one; afterwards it is planning. */
export async function replan(within: Within, post: PostRow, at: string | null): Promise<PostRow> {
  const { tx, practice, now, note } = within, isPlanning = closedBy(await factsOf(within, post)) === null;
  if (post.state === "published") throw new Refusal("already-done", { detail: "All of it has gone out." });
  if (isPlanning && !maySchedule(within)) throw new Refusal("not-allowed", { detail: "It has been agreed on. An editor can move it." });
  if (isPlanning && at !== null && new Date(at) <= now) throw new Refusal("slot-passed");
  await tx.updateTable("posts").set({ planned_for: at, updated_at: now.toISOString() }).where("practice", "=", practice).where("id", "=", post.id).execute();
  if (post.version !== null) await note({ action: at === null ? "post.unscheduled" : "post.moved", about: { kind: "post", id: post.id, title: post.title }, facts: { version: post.version, from: post.planned_for, to: at } });
  return settle(within, post.id, { isPlanning });
}
