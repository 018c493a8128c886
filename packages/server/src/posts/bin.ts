import type { Routes } from "@chaperone/contract";
import type { Handler, Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { isPartlyOut, maySchedule, postFor } from "./facts.ts";
import type { PostRow } from "./rows.ts";
import { settle } from "./settle.ts";
import { postOf } from "./view.ts";

/** Binning takes a post off the calendar, so it is for its author and for whoever may plan. */
const mayBin = (inside: Inside, { author }: PostRow): boolean => author === inside.by.person || maySchedule(inside);

export const removePost: Handler<Routes["posts"]["remove"]> = async ({ params, ...inside }) => {
  const post = await postFor(inside, params.post), { tx, practice, now, note } = inside;
  if (post.deleted_at) return;
  if (!mayBin(inside, post)) throw new Refusal("not-allowed", { detail: "Only its author, or someone who may schedule, puts a post in the bin." });
  if (await isPartlyOut(inside, post.id)) throw new Refusal("already-done", { detail: "It has gone out. What is out stays in the record." });
  await tx.updateTable("posts").set({ deleted_at: now.toISOString(), updated_at: now.toISOString(), state: "draft", held_why: null }).where("practice", "=", practice).where("id", "=", post.id).execute();
  await tx.updateTable("publications").set({ state: "removed", next_at: null }).where("practice", "=", practice).where("post", "=", post.id).where("state", "<>", "removed").execute();
  await note({ action: "post.removed", about: { kind: "post", id: post.id, title: post.title }, facts: { version: post.version } });
};

export const restorePost: Handler<Routes["posts"]["restore"]> = async ({ params, ...inside }) => {
  const post = await postFor(inside, params.post), { tx, practice, now, note } = inside;
  if (post.deleted_at) {
    await tx.updateTable("posts").set({ deleted_at: null, updated_at: now.toISOString() }).where("practice", "=", practice).where("id", "=", post.id).execute();
    await note({ action: "post.restored", about: { kind: "post", id: post.id, title: post.title } });
    await settle(inside, post.id);
  }
  return postOf(tx, practice, post.id);
};
