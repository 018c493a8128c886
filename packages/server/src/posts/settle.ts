import { randomUUID } from "node:crypto";
import type { Within } from "./by-the-desk.ts";
import { factsOf, postFor } from "./facts.ts";
import type { PostRow } from "./rows.ts";
import { type Standing, standingOf } from "./standing.ts";

/** The one place that says how a post stands: reads what decides it, puts its publications in order, and tells when it went on the calendar or was held.
 *  Only an act that means to plan (`isPlanning`) puts something on the calendar that was not there. */
export async function settle(within: Within, id: string, { isPlanning = false } = {}): Promise<PostRow> {
  const post = await postFor(within, id);
  if (post.deleted_at) return post;
  const standing = standingOf(await factsOf(within, post, { isPlanning }));
  await arrange(within, post, standing);
  const { state, heldWhy } = standing;
  if (state === post.state && heldWhy === post.held_why) return post;
  const changed = await within.tx.updateTable("posts").set({ state, held_why: heldWhy, updated_at: within.now.toISOString() })
    .where("practice", "=", within.practice).where("id", "=", post.id).returningAll().executeTakeFirstOrThrow();
  if (state !== post.state) await tellOf(within, post, changed);
  return changed;
}

async function arrange({ desk, tx, practice, by, now }: Within, post: PostRow, { hold, remove, schedule, create }: Standing): Promise<void> {
  const these = (ids: string[]) => tx.updateTable("publications").where("practice", "=", practice).where("id", "in", ids);
  for (const { id, why } of hold) await these([id]).set({ state: "held", held_why: why, next_at: null }).execute();
  if (remove.length > 0) await these(remove).set({ state: "removed", held_why: null, next_at: null }).execute();
  if (schedule.length > 0) await these(schedule).set({ state: "scheduled", held_why: null, at: post.planned_for!, next_at: post.planned_for!, ...AFRESH }).execute();
  const made = create.map((channel) => ({ id: randomUUID(), practice, post: post.id, version: post.version!, channel, at: post.planned_for!, state: "scheduled" as const, held_why: null, published_at: null, url: null, next_at: post.planned_for!, created_by: by.person, created_at: now.toISOString() }));
  if (made.length > 0) await tx.insertInto("publications").values(made).execute();
  const due = [...schedule, ...made.map(({ id }) => id)];
  if (due.length === 0) return;
  const { count } = await tx.selectFrom("publications").select(({ fn }) => fn.countAll<number>().as("count")).where("practice", "=", practice).where("at", "=", post.planned_for!).where("id", "not in", due).executeTakeFirstOrThrow();
  await desk.queue.ring(tx, due.map((publication, turn) => ({ practice, publication, at: new Date(post.planned_for!), behind: Number(count) + turn })));
}

/** Planned again, it is prepared again. */
export const AFRESH = { kept: "{}", tries: 0, failed_kind: null, says: null, worker: null, worker_until: null } as const;

const STOPS_IT = ["draft", "idea", "waiting", "returned", "held"];

async function tellOf({ desk, tx, practice, note }: Within, before: PostRow, { id, title, version, planned_for, state, held_why }: PostRow): Promise<void> {
  const about = { kind: "post", id, title }, facts = { version, plannedFor: planned_for };
  if (state === "scheduled") {
    await note({ action: "post.scheduled", about, facts });
    await desk.messenger.tell(tx, practice, "post.scheduled", { post: id, ...facts });
  } else if (state === "held" || (before.state === "scheduled" && STOPS_IT.includes(state))) {
    await note({ action: "post.held", about, facts: { version, why: held_why ?? state } });
    await desk.messenger.tell(tx, practice, "post.held", { post: id, version, why: held_why ?? state });
  }
}
