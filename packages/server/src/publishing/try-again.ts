import type { Routes } from "@chaperone/contract";
import type { Handler } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { openPostFor } from "../posts/facts.ts";
import { askTheGate } from "../posts/schedule.ts";
import { AFRESH, settle } from "../posts/settle.ts";
import { publicationFor } from "./asked.ts";
import { viewOf } from "./view.ts";

/** A new time for what failed or was missed on one channel. What is out elsewhere stays as it is. */
export const tryAgain: Handler<Routes["publications"]["tryAgain"]> = async ({ params, body, ...inside }) => {
  const { desk, tx, practice, now, note } = inside, { post: postId, version, channel, id, state } = await publicationFor(inside, params.publication);
  const post = await openPostFor(inside, postId);
  if (state !== "failed" && state !== "missed") throw new Refusal("already-done", { detail: "It neither failed nor was it missed." });
  await askTheGate(inside, post, version);
  const at = new Date(body.at);
  if (at <= now) throw new Refusal("slot-passed");
  await tx.updateTable("publications").set({ state: "scheduled", at: body.at, next_at: body.at, held_why: null, ...AFRESH }).where("practice", "=", practice).where("id", "=", id).execute();
  await desk.queue.ring(tx, [{ practice, publication: id, at }]);
  await note({ action: "post.planned-again", about: { kind: "post", id: postId, title: post.title }, facts: { version, channel, publication: id, at: body.at } });
  await settle(inside, postId);
  return viewOf(inside, id);
};
