import { Refusal } from "../http/refusal.ts";
import type { Within } from "./by-the-desk.ts";
import { maySchedule, type PostRow } from "./facts.ts";
import { settle } from "./settle.ts";

const ON_THE_CALENDAR = ["approved", "scheduled", "held"];

/** Gives a post another time, or none. Before it has been agreed on that is a wish, and whoever writes may have one; afterwards it is planning. */
export async function replan(within: Within, post: PostRow, at: string | null): Promise<PostRow> {
  const { tx, practice, now, note } = within, isPlanning = post.version !== null && ON_THE_CALENDAR.includes(post.state);
  if (post.state === "published") throw new Refusal("already-done", { detail: "All of it has gone out." });
  if (isPlanning && !maySchedule(within)) throw new Refusal("not-allowed", { detail: "Its time has been agreed on. An editor can move it." });
  if (isPlanning && at !== null && new Date(at) <= now) throw new Refusal("slot-passed");
  await tx.updateTable("posts").set({ planned_for: at, updated_at: now.toISOString() }).where("practice", "=", practice).where("id", "=", post.id).execute();
  if (post.version !== null) await note({ action: at === null ? "post.unscheduled" : "post.moved", about: { kind: "post", id: post.id, title: post.title }, facts: { version: post.version, from: post.planned_for, to: at } });
  return settle(within, post.id, { isPlanning });
}
