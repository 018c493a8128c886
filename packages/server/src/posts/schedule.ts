import type { Routes } from "@chaperone/contract";
import type { Handler, Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { askTheChannels } from "./ask-the-channels.ts";
import { factsOf, openPostFor } from "./facts.ts";
import { replan } from "./replan.ts";
import type { PostRow } from "./rows.ts";
import { closedBy, REFUSED_AS } from "./standing.ts";
import { postOf } from "./view.ts";

/** The gate in words, before the database has the last one. */
export async function askTheGate(inside: Inside, post: PostRow, version: string): Promise<void> {
  if (post.version !== version) throw new Refusal("old-version");
  const closed = closedBy(await factsOf(inside, post));
  if (closed) throw new Refusal(REFUSED_AS[closed], closed === "returned" ? { detail: "It was returned. Its words have to change, or whoever returned it approves." } : {});
}

export const schedulePost: Handler<Routes["posts"]["schedule"]> = async ({ params, body, ...inside }) => {
  const post = await openPostFor(inside, params.post);
  await askTheGate(inside, post, body.version);
  if (new Date(body.at) <= inside.now) throw new Refusal("slot-passed");
  if (post.draft.channels.length === 0) throw new Refusal("invalid-request", { detail: "Choose a channel first, so that it has somewhere to go." });
  // A channel may have been connected since the post was submitted.
  await askTheChannels(inside, post);
  await replan(inside, post, body.at);
  return postOf(inside.tx, inside.practice, post.id);
};

export const movePost: Handler<Routes["posts"]["move"]> = async ({ params, body, ...inside }) => {
  if (new Date(body.at) <= inside.now) throw new Refusal("slot-passed");
  await replan(inside, await openPostFor(inside, params.post), body.at);
  return postOf(inside.tx, inside.practice, params.post);
};

export const unschedulePost: Handler<Routes["posts"]["unschedule"]> = async ({ params, ...inside }) => {
  await replan(inside, await openPostFor(inside, params.post), null);
  return postOf(inside.tx, inside.practice, params.post);
};
