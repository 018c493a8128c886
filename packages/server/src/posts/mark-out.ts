import type { PublicationStateName, Routes } from "@chaperone/contract";
import type { Handler, Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { postFor } from "./facts.ts";
import { refuseNoAddress } from "./post-address.ts";
import { askTheGate } from "./schedule.ts";
import { settle } from "./settle.ts";
import { publicationOf } from "./view.ts";

/** Somebody copied the text out and says so: the same gate, asked at the moment that it goes out. */
export const markOut: Handler<Routes["publications"]["markOut"]> = async ({ params, body, ...inside }) => {
  const { desk, tx, practice, now, note } = inside;
  const { post: id } = await publicationFor(inside, params.publication);
  // Read again once the post is ours alone: somebody may have marked it out meanwhile.
  const post = await postFor(inside, id), { state, version, channel } = await publicationFor(inside, params.publication);
  if (state === "published" || state === "removed") throw new Refusal("already-done");
  if (state === "committing" || state === "unknown") throw new Refusal("on-its-way");
  refuseNoAddress(body.url);
  if (post.deleted_at) throw new Refusal("old-version");
  await askTheGate(inside, post, version);

  const out = await tx.updateTable("publications").set({ state: "published", held_why: null, says: null, failed_kind: null, next_at: null, published_at: now.toISOString(), url: body.url }).where("practice", "=", practice).where("id", "=", params.publication).returningAll().executeTakeFirstOrThrow();
  await note({ action: "post.published", about: { kind: "post", id: post.id, title: post.title }, facts: { version, channel, publication: out.id, byHand: true } });
  await desk.messenger.tell(tx, practice, "post.published", { post: post.id, version, channel, publication: out.id });
  await settle(inside, post.id);
  return publicationOf(out);
};

async function publicationFor({ tx, practice }: Inside, id: string): Promise<{ post: string; version: string; channel: string; state: PublicationStateName }> {
  const row = await tx.selectFrom("publications").select(["post", "version", "channel", "state"]).where("practice", "=", practice).where("id", "=", id).executeTakeFirst();
  if (!row) throw new Refusal("not-found");
  return row;
}
