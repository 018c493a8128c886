/** What the Page may do today. */
import { z } from "zod";
import { figuresOf } from "../meta/figures.ts";
import { abilities, grantedTo, type Needs } from "../meta/granted.ts";
import { bodyOf, get } from "../meta/graph.ts";
import type { Network } from "../network.ts";
import { PICTURE_BYTES, PICTURES, pageOf, refusalFor } from "./page.ts";

const POSTS = ["pages_manage_posts", "pages_read_engagement"];
const NEEDS: Needs = { publish: POSTS, pictures: POSTS, video: POSTS, remove: POSTS, read: ["pages_read_engagement", "pages_read_user_content"], reply: ["pages_manage_engagement"], metrics: ["read_insights", "pages_read_engagement"] };

export const describe: Network["describe"] = async (session) => {
  const graph = pageOf(session), { app } = session;
  const answer = await get(graph, session.account.id, { fields: "id,name,is_published" }), page = bodyOf(answer, z.object({ is_published: z.boolean().optional() }));
  if (!page) return refusalFor(answer, graph);
  const granted = await grantedTo(session, graph, app?.clientSecret ? `${app.clientId}|${app.clientSecret}` : null);
  if (granted.is === "refused") return granted;
  const notes = ["Facebook takes one video or up to ten pictures, and no video beside pictures.", "A video becomes a reel: upright, 3 to 90 seconds, 30 a day at most."];
  if (page.is_published === false) notes.push("The Page itself is not published, so that nobody sees its posts. Publish it on Facebook.");
  if (granted.readableUntil) notes.push(`Meta lets the desk read until ${granted.readableUntil.toISOString().slice(0, 10)}. Sign in again before that day.`);
  return { is: "described", ...abilities("Facebook", granted.scopes, NEEDS), limits: { pictures: PICTURES, pictureBytes: PICTURE_BYTES }, notes };
};

const counted = z.object({ comments: z.object({ summary: z.object({ total_count: z.number() }) }).optional(), shares: z.object({ count: z.number() }).optional() });

/** The names are of 2026: the older ones for reach and impressions are errors now. */
export const metrics: NonNullable<Network["metrics"]> = async (session, { id, more }) => {
  const graph = pageOf(session), isVideo = more?.kind === "video";
  const figures = isVideo ? await figuresOf(graph, `${id}/video_insights`, { fb_reels_total_plays: "views", post_video_likes_by_reaction_type: "likes" }) : await figuresOf(graph, `${id}/insights`, { post_media_view: "views", post_total_media_view_unique: "reach", post_reactions_by_type_total: "likes", post_clicks: "clicks" });
  if ("kind" in figures) return figures;
  const there = bodyOf(await get(graph, id, { fields: isVideo ? "comments.summary(true).limit(0)" : "comments.summary(true).limit(0),shares" }), counted);
  return { is: "metrics", figures: { ...figures, ...(there?.comments ? { replies: there.comments.summary.total_count } : {}), ...(there?.shares ? { reposts: there.shares.count } : {}) } };
};
