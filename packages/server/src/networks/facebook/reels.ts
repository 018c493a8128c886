/** A video on a Page is a reel: opened, uploaded and looked through while nobody sees it, and published by a call of its own. */
import { z } from "zod";
import { ask } from "../ask.ts";
import { bodyOf, get, type Graph, post, unreadable } from "../meta/graph.ts";
import type { Kept } from "../network.ts";
import { type Prepared, refused, type Refused, type Waiting } from "../outcome.ts";
import type { Medium } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { pageOf, refusalFor } from "./page.ts";

/** So much is held in memory and sent in one call. Anything larger Facebook fetches itself, and the desk has to be reachable for that. */
const MOST_SENT = 20_000_000;
const SECONDS = 5;

const keptShape = z.object({ video: z.string().nullable().catch(null), upload: z.string().nullable().catch(null), isSent: z.boolean().catch(false) });
export const videoIn = (kept: Kept): z.infer<typeof keptShape> => keptShape.parse(kept);

const started = z.object({ video_id: z.string(), upload_url: z.string() });
const phase = z.object({ status: z.string(), bytes_transferred: z.number().optional(), bytes_transfered: z.number().optional() });
const statusShape = z.object({ status: z.object({ video_status: z.string(), uploading_phase: phase.optional(), processing_phase: phase.optional(), publishing_phase: phase.optional() }), permalink_url: z.string().optional(), created_time: z.string().optional() });
export type VideoStatus = z.infer<typeof statusShape>;

export async function statusOf(graph: Graph, video: string): Promise<VideoStatus | Refused> {
  const answer = await get(graph, video, { fields: "status,permalink_url,created_time" });
  return bodyOf(answer, statusShape) ?? refusalFor(answer, graph);
}

export async function uploadReel(session: Session, medium: Medium, soFar: Kept): Promise<Prepared | Waiting | Refused> {
  const graph = pageOf(session), kept = videoIn(soFar);
  if (kept.video === null || kept.upload === null) {
    const answer = await post(graph, `${session.account.id}/video_reels`, { upload_phase: "start" }), made = bodyOf(answer, started);
    return made ? { is: "waiting", kept: { video: made.video_id, upload: made.upload_url, isSent: false }, seconds: 0 } : refusalFor(answer, graph);
  }
  const there = await statusOf(graph, kept.video);
  if ("kind" in there) return there;
  const { video_status, uploading_phase, processing_phase } = there.status;
  if ([video_status, uploading_phase?.status, processing_phase?.status].some((one) => one === "error" || one === "expired")) return refused("content-invalid", "Facebook does not take the video as it is. Use an upright MP4 of 3 to 90 seconds, at least 540 by 960.");
  if (uploading_phase?.status === "complete") return { is: "prepared", kept };
  if (kept.isSent) return { is: "waiting", kept, seconds: SECONDS };
  return await send(graph, kept.upload, medium, uploading_phase?.bytes_transferred ?? uploading_phase?.bytes_transfered ?? 0) ?? { is: "waiting", kept: { ...kept, isSent: true }, seconds: 1 };
}

/** From where the last upload broke off. */
async function send(graph: Graph, address: string, medium: Medium, offset: number): Promise<Refused | undefined> {
  if (new URL(address).hostname !== "rupload.facebook.com") return unreadable("Facebook");
  const headers = { authorization: `OAuth ${graph.access}` };
  const init: RequestInit = medium.size > MOST_SENT
    ? { headers: { ...headers, file_url: medium.address() } }
    : { headers: { ...headers, offset: String(offset), file_size: String(medium.size), "content-type": "application/octet-stream" }, body: new Uint8Array(await medium.bytes(offset)) };
  const answer = await ask(graph.fetch, address, { method: "POST", ...init });
  return bodyOf(answer, z.object({ success: z.literal(true) })) ? undefined : refusalFor(answer, graph);
}
