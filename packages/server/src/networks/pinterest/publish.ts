/** Videos go up before; pictures travel inside the one call that makes the pin, so that no public address is needed. */
import * as z from "zod/mini";
import { ask, isGood } from "../ask.ts";
import type { Kept, Network } from "../network.ts";
import { refused, type Prepared, type Refused, type Waiting } from "../outcome.ts";
import type { Medium, Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { askPinterest, commitRefusalHere, refusalHere } from "./api.ts";
import { pinOf, videoOf, whyNotAPin } from "./pin.ts";

const AGAIN_SECONDS = 5;
const kept = z.object({ video: z.optional(z.string()) });
const keptOf = (soFar: Kept): z.infer<typeof kept> => kept.parse(soFar);

export const prepare: Network["prepare"] = async (session, outgoing, soFar) => {
  const problem = whyNotAPin(outgoing), { video } = keptOf(soFar), needed = videoOf(outgoing);
  if (problem) return problem;
  if (!needed) return { is: "prepared", kept: {} };
  return video ? look(session, video) : upload(session, needed.video);
};

/** Registered and sent in one go: the signature for sending is a secret, so it is not kept. A video that no pin carries is not seen. */
async function upload(session: Session, medium: Medium): Promise<Waiting | Refused> {
  const answer = await askPinterest(session, "/media", { method: "POST", json: { media_type: "video" } }), place = isGood(answer) ? registered.safeParse(answer.body) : undefined;
  if (!place?.success) return refusalHere(answer, session.now());
  const { media_id: video, upload_url: url, upload_parameters: fields } = place.data, body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  // The store reads the fields in order and stops at the file.
  body.set("file", new Blob([await medium.bytes() as Uint8Array<ArrayBuffer>], { type: medium.type }), "video.mp4");
  const sent = await ask(session.fetch, url, { method: "POST", body });
  const status = sent.is === "answer" ? sent.status : 0;
  if (status >= 200 && status < 300) return { is: "waiting", kept: { video }, seconds: AGAIN_SECONDS };
  // The store is not Pinterest: its “forbidden” is about this one upload.
  return status >= 300 && status < 429 ? refused("content-invalid", "Pinterest did not take the video. Choose another file, an MP4 or MOV of 4 seconds to 15 minutes.", { code: String(status) }) : refusalHere(sent, session.now());
}

async function look(session: Session, video: string): Promise<Prepared | Waiting | Refused> {
  const answer = await askPinterest(session, `/media/${encodeURIComponent(video)}`);
  if (answer.is === "answer" && answer.status === 404) return { is: "waiting", kept: {}, seconds: AGAIN_SECONDS };
  const told = isGood(answer) ? state.safeParse(answer.body) : undefined;
  if (!told?.success) return refusalHere(answer, session.now());
  if (told.data.status === "failed") return refused("content-invalid", "Pinterest could not work with the video. Choose another file, an MP4 or MOV of 4 seconds to 15 minutes.");
  return told.data.status === "succeeded" ? { is: "prepared", kept: { video } } : { is: "waiting", kept: { video }, seconds: AGAIN_SECONDS };
}

export const commit: Network["commit"] = async (session, outgoing, prepared) => {
  const answer = await askPinterest(session, "/pins", { method: "POST", json: { ...pinOf(outgoing), media_source: await sourceOf(outgoing, prepared) } }), pin = isGood(answer) ? made.safeParse(answer.body) : undefined;
  return pin?.success ? { is: "committed", remote: remoteOf(pin.data.id) } : commitRefusalHere(answer, session.now());
};

export const remoteOf = (id: string): { id: string; url: string } => ({ id, url: `https://www.pinterest.com/pin/${id}/` });

async function sourceOf(outgoing: Outgoing, prepared: Kept): Promise<object> {
  const video = videoOf(outgoing);
  if (video) {
    // Every video has a cover: its own picture, or what it shows at a second.
    const cover = video.cover ? await encoded(video.cover) : undefined, second = Number(outgoing.settings.cover ?? 0);
    return { source_type: "video_id", media_id: keptOf(prepared).video, ...(cover ? { cover_image_content_type: cover.content_type, cover_image_data: cover.data } : { cover_image_key_frame_time: Number.isInteger(second) && second >= 0 ? second : 0 }) };
  }
  const items = await Promise.all(outgoing.media.map(encoded));
  return items.length === 1 ? { source_type: "image_base64", ...items[0] } : { source_type: "multiple_image_base64", items };
}

const encoded = async ({ type, bytes }: Medium): Promise<{ content_type: string; data: string }> => ({ content_type: type, data: Buffer.from(await bytes()).toString("base64") });

const registered = z.object({ media_id: z.string(), upload_url: z.string(), upload_parameters: z.record(z.string(), z.string()) });
const state = z.object({ status: z.enum(["registered", "processing", "succeeded", "failed"]) });
const made = z.object({ id: z.string().check(z.minLength(1)) });
