import type { Body, Routes } from "@chaperone/contract";
import { sql } from "kysely";
import type { Handler } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { canonical } from "../record/canonical.ts";
import type { Within } from "./by-the-desk.ts";
import { isPartlyOut, openPostFor } from "./facts.ts";
import { withPillar } from "./pillar.ts";
import { replan } from "./replan.ts";
import type { PostRow } from "./rows.ts";
import { settle } from "./settle.ts";
import { postOf } from "./view.ts";

type Save = Body<Routes["posts"]["save"]>;

/** Autosave. Sent twice, it is kept once: an answer that was lost on its way is no conflict. */
export const savePost: Handler<Routes["posts"]["save"]> = async ({ params, body: sent, ...inside }) => {
  const post = await openPostFor(inside, params.post), { desk, tx, practice } = inside;
  const body = { ...sent, content: await withPillar(desk.checker, sent.content, post.draft) };
  const isEdited = canonical(body.content) !== canonical(post.draft), title = body.title.trim(), isMoved = time(body.plannedFor) !== time(post.planned_for);
  if (!isEdited && !isMoved && title === post.title) return { revision: post.revision, savedAt: post.updated_at, state: post.state };
  if (body.revision !== post.revision) throw new Refusal("changed-elsewhere", { theirs: await postOf(tx, practice, post.id) });
  if (isEdited && await isPartlyOut(inside, post.id)) throw new Refusal("already-done", { detail: "It has gone out, so its words stay. Begin a new post." });
  const kept = await keep(inside, post, body, title, isEdited);
  const { state } = isMoved ? await replan(inside, kept, body.plannedFor) : kept;
  return { revision: kept.revision, savedAt: inside.now.toISOString(), state };
};

const time = (at: string | null): number | null => (at === null ? null : Date.parse(at));

/** Other words are no version until somebody submits them: what was agreed about the old ones lapses in the database. */
async function keep(within: Within, post: PostRow, { content }: Save, title: string, isEdited: boolean): Promise<PostRow> {
  const { tx, practice, by, now, note } = within;
  const writers = post.writers.includes(by.person) ? post.writers : [...post.writers, by.person];
  const words = isEdited ? { draft: JSON.stringify(content), writers, version: null, asked_of: null, asked_at: null, ...(post.state === "idea" ? { state: "draft" as const } : {}) } : {};
  const kept = await tx.updateTable("posts").set({ title, ...words, revision: sql`revision + 1`, updated_at: now.toISOString() }).where("practice", "=", practice).where("id", "=", post.id).returningAll().executeTakeFirstOrThrow();
  if (!isEdited || post.version === null) return kept;
  await note({ action: "post.edited", about: { kind: "post", id: post.id, title }, facts: { version: post.version } });
  return settle(within, post.id);
}
