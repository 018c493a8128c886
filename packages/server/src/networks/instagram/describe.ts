/** What the account may do today. */
import { z } from "zod";
import { figuresOf } from "../meta/figures.ts";
import { abilities, grantedTo, type Needs } from "../meta/granted.ts";
import { bodyOf, get } from "../meta/graph.ts";
import { quotaOf } from "../meta/published.ts";
import type { Network } from "../network.ts";
import { accountGraph, isByFacebook, refusalFor } from "./account.ts";
import { PICTURE_BYTES, PICTURES, VIDEO_BYTES } from "./containers.ts";
import { QUOTA_FIELDS } from "./publish.ts";

const needs = (basic: string, publish: string, comments: string, insights: string): Needs => ({ publish: [basic, publish], pictures: [basic, publish], video: [basic, publish], read: [basic, comments], reply: [comments], metrics: [basic, insights] });
const NEEDS = needs("instagram_business_basic", "instagram_business_content_publish", "instagram_business_manage_comments", "instagram_business_manage_insights");
const FACEBOOK_NEEDS = needs("instagram_basic", "instagram_content_publish", "instagram_manage_comments", "instagram_manage_insights");

export const describe: Network["describe"] = async (session) => {
  const graph = accountGraph(session), { account, app } = session, byFacebook = isByFacebook(account);
  const answer = await get(graph, account.id, { fields: "id,username" });
  if (!bodyOf(answer, z.object({ username: z.string() }))) return refusalFor(answer, graph);
  const granted = await grantedTo(session, graph, byFacebook && app?.clientSecret ? `${app.clientId}|${app.clientSecret}` : null);
  if (granted.is === "refused") return granted;
  const quota = await quotaOf(graph, `${account.id}/content_publishing_limit`, QUOTA_FIELDS);
  const { can, missing } = abilities("Instagram", granted.scopes, byFacebook ? FACEBOOK_NEEDS : NEEDS);
  missing.push({ ability: "remove", why: "Instagram lets no program take a post down.", next: "Delete the post in the Instagram app, then say so here." });
  const notes = ["Instagram fetches pictures and videos from this desk, so the desk needs a public https address.", "Instagram takes JPEG pictures between 4:5 and 1.91:1, and no post without a picture or a video.", "A single video becomes a reel, and reels take no text for people who do not see."];
  if (quota) notes.push(`${quota.used} of ${quota.of} posts of the last 24 hours are used.`);
  if (byFacebook) notes.push("If the Page that the account is linked to needs Meta's publishing authorisation, posts are refused until somebody completes it.");
  if (granted.readableUntil) notes.push(`Meta lets the desk read until ${granted.readableUntil.toISOString().slice(0, 10)}. Sign in again before that day.`);
  return { is: "described", can, missing, limits: { pictures: PICTURES, pictureBytes: PICTURE_BYTES, videoBytes: VIDEO_BYTES }, notes };
};

export const metrics: NonNullable<Network["metrics"]> = async (session, { id }) => {
  const figures = await figuresOf(accountGraph(session), `${id}/insights`, { views: "views", reach: "reach", likes: "likes", comments: "replies", shares: "reposts", saved: "saves" });
  return "kind" in figures ? figures : { is: "metrics", figures };
};
