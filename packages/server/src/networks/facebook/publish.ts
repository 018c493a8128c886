/** What nobody sees, and then the one call. */
import { z } from "zod";
import { metaCommitRefusal } from "../meta/errors.ts";
import { bodyOf, get, type Graph, type Params, post } from "../meta/graph.ts";
import type { Kept, Network, Remote } from "../network.ts";
import type { Outgoing } from "../outgoing.ts";
import { pageOf, unfit, videoOf } from "./page.ts";
import { photosOf, uploadPhotos } from "./photos.ts";
import { uploadReel, videoIn } from "./reels.ts";

export const prepare: Network["prepare"] = async (session, outgoing, soFar) => {
  const video = videoOf(outgoing);
  return unfit(outgoing) ?? (video ? uploadReel(session, video, soFar) : uploadPhotos(session, outgoing, soFar));
};

const posted = z.object({ id: z.string() }), finished = z.object({ success: z.literal(true) }), linked = z.object({ permalink_url: z.string() });

export const commit: Network["commit"] = async (session, outgoing, prepared) => {
  const graph = pageOf(session), { video } = videoIn(prepared), page = session.account.id;
  if (video !== null) {
    const answer = await post(graph, `${page}/video_reels`, { upload_phase: "finish", video_id: video, video_state: "PUBLISHED", description: outgoing.text, ...(outgoing.title ? { title: outgoing.title } : {}) });
    return bodyOf(answer, finished) ? { is: "committed", remote: await linkedTo(graph, video, { kind: "video" }) } : metaCommitRefusal(answer, graph.now, "Facebook");
  }
  const answer = await post(graph, `${page}/feed`, feedParams(outgoing, prepared)), made = bodyOf(answer, posted);
  return made ? { is: "committed", remote: await linkedTo(graph, made.id, { kind: "post" }) } : metaCommitRefusal(answer, graph.now, "Facebook");
};

/** Pictures and a link preview do not go together; the address is in the text either way. */
function feedParams({ text, link }: Outgoing, prepared: Kept): Params {
  const photos = photosOf(prepared);
  if (photos.length === 0) return { message: text, ...(link ? { link } : {}) };
  return { message: text, attached_media: JSON.stringify(photos.map((media_fbid) => ({ media_fbid }))) };
}

/** A nicety: it is out, whether or not it says where. A reel's link is a path. */
export async function linkedTo(graph: Graph, id: string, more: Record<string, string>): Promise<Remote> {
  const link = bodyOf(await get(graph, id, { fields: "permalink_url" }), linked)?.permalink_url;
  return { id, url: link ? absolute(link) : `https://www.facebook.com/${id}`, more };
}

export const absolute = (link: string): string => new URL(link, "https://www.facebook.com").href;
