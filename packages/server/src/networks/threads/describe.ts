/** What the account may do today. */
import { z } from "zod";
import { figuresOf } from "../meta/figures.ts";
import { abilities, grantedTo, type Needs } from "../meta/granted.ts";
import { bodyOf, get } from "../meta/graph.ts";
import { quotaOf } from "../meta/published.ts";
import type { Network } from "../network.ts";
import { refusalFor, threadsOf } from "./account.ts";
import { ALT_TEXT, PICTURE_BYTES, PICTURES, VIDEO_BYTES } from "./containers.ts";
import { QUOTA_FIELDS } from "./publish.ts";

const POSTS = ["threads_basic", "threads_content_publish"];
const NEEDS: Needs = { publish: POSTS, pictures: POSTS, video: POSTS, read: ["threads_basic", "threads_read_replies"], reply: [...POSTS, "threads_manage_replies"], remove: ["threads_delete"], metrics: ["threads_manage_insights"] };

export const describe: Network["describe"] = async (session) => {
  const graph = threadsOf(session), { account, credentials } = session;
  const answer = await get(graph, account.id, { fields: "id,username" });
  if (!bodyOf(answer, z.object({ username: z.string() }))) return refusalFor(answer, graph);
  const granted = await grantedTo(session, graph, credentials.access);
  if (granted.is === "refused") return granted;
  const quota = await quotaOf(graph, `${account.id}/threads_publishing_limit`, QUOTA_FIELDS);
  const notes = ["Threads fetches pictures and videos from this desk, so the desk needs a public https address.", "An emoji counts as many characters as it has bytes, often four.", "The first hashtag becomes the post's topic, and the others stay plain words."];
  if (quota) notes.push(`${quota.used} of ${quota.of} posts of the last 24 hours are used.`);
  return { is: "described", ...abilities("Threads", granted.scopes, NEEDS), limits: { pictures: PICTURES, pictureBytes: PICTURE_BYTES, videoBytes: VIDEO_BYTES, altText: ALT_TEXT }, notes };
};

export const metrics: NonNullable<Network["metrics"]> = async (session, { id }) => {
  const figures = await figuresOf(threadsOf(session), `${id}/insights`, { views: "views", likes: "likes", replies: "replies", reposts: "reposts", quotes: "reposts" });
  return "kind" in figures ? figures : { is: "metrics", figures };
};
