/** Pictures and videos: room is asked for, the bytes are sent, and LinkedIn works on them before a post may name them. */
import { ask, isGood } from "../ask.ts";
import type { Kept } from "../network.ts";
import type { Medium, Outgoing } from "../outgoing.ts";
import { type Prepared, type Refused, refused, type Waiting } from "../outcome.ts";
import type { Session } from "../session.ts";
import { authorOf, call, inPath, signed } from "./call.ts";
import { linkedinRefusal } from "./errors.ts";

/** Addresses to send to are as good as a password while they last, so none is kept: a crash sends that medium anew. */
export interface Upload { urn: string; sentAt: string; isReady: boolean }
export const uploadsOf = (kept: Kept): Record<string, Upload> => kept["uploads"] as Record<string, Upload> | undefined ?? {};

const LOOK_AGAIN_SECONDS = 3;
/** A member's sign-in may not always ask how far LinkedIn is; this long is enough in practice. */
const GRACE_MS = { picture: 8_000, video: 60_000 };

export async function prepare(session: Session, { media }: Outgoing, soFar: Kept): Promise<Prepared | Waiting | Refused> {
  if (media.length > 1 && media.some(({ kind }) => kind === "video")) return refused("content-invalid", "LinkedIn takes one video, and then no picture beside it. Take the others out.");
  if (media.length > 20) return refused("content-invalid", "LinkedIn takes 20 pictures at most. Take some out.");
  const uploads = structuredClone(uploadsOf(soFar));
  for (const medium of media) if (!uploads[medium.id]) {
    const sent = medium.kind === "video" ? await sendVideo(session, medium) : await sendPicture(session, medium);
    if (typeof sent !== "string") return sent;
    uploads[medium.id] = { urn: sent, sentAt: session.now().toISOString(), isReady: false };
    // What is up is written down before the next one begins.
    return { is: "waiting", kept: { uploads }, seconds: 1 };
  }
  for (const medium of media) {
    const upload = uploads[medium.id]!, state = upload.isReady ? "ready" : await look(session, medium, upload);
    if (state === "working") return { is: "waiting", kept: { uploads }, seconds: LOOK_AGAIN_SECONDS };
    if (state !== "ready") return state;
    upload.isReady = true;
  }
  return { is: "prepared", kept: { uploads } };
}

async function sendPicture(session: Session, medium: Medium): Promise<string | Refused> {
  const begun = await call(signed(session), "POST", "/images?action=initializeUpload", { json: { initializeUploadRequest: { owner: authorOf(session) } } });
  if (!isGood(begun)) return linkedinRefusal(begun, session.now());
  const { value } = begun.body as { value: { uploadUrl: string; image: string } };
  const sent = await put(session, value.uploadUrl, medium, 0, medium.size, { authorization: `Bearer ${session.credentials.access}` });
  return isGood(sent) ? value.image : linkedinRefusal(sent, session.now());
}

interface Room { value: { video: string; uploadToken?: string; uploadInstructions: { uploadUrl: string; firstByte: number; lastByte: number }[] } }

/** Each part has its own address and range; LinkedIn puts them together by the tags that it answered with. */
async function sendVideo(session: Session, medium: Medium): Promise<string | Refused> {
  const begun = await call(signed(session), "POST", "/videos?action=initializeUpload", { json: { initializeUploadRequest: { owner: authorOf(session), fileSizeBytes: medium.size, uploadCaptions: false, uploadThumbnail: false } } });
  if (!isGood(begun)) return linkedinRefusal(begun, session.now());
  const { video, uploadToken = "", uploadInstructions } = (begun.body as Room).value, uploadedPartIds: string[] = [];
  for (const { uploadUrl, firstByte, lastByte } of uploadInstructions) {
    const sent = await put(session, uploadUrl, medium, firstByte, lastByte + 1), tag = sent.is === "answer" ? sent.headers.get("etag") : null;
    if (!isGood(sent) || tag === null) return isGood(sent) ? refused("transient", "LinkedIn did not confirm a part of the video. The desk tries again by itself.") : linkedinRefusal(sent, session.now());
    uploadedPartIds.push(tag.replace(/^"|"$/g, ""));
  }
  const done = await call(signed(session), "POST", "/videos?action=finalizeUpload", { json: { finalizeUploadRequest: { video, uploadToken, uploadedPartIds } } });
  return isGood(done) ? video : linkedinRefusal(done, session.now());
}

async function put(session: Session, url: string, medium: Medium, from: number, to: number, headers: Record<string, string> = {}): ReturnType<typeof ask> {
  return ask(session.fetch, url, { method: "PUT", headers: { "content-type": "application/octet-stream", ...headers }, body: await medium.bytes(from, to) as Uint8Array<ArrayBuffer> });
}

async function look(session: Session, { kind }: Medium, { urn, sentAt }: Upload): Promise<"ready" | "working" | Refused> {
  const answer = await call(signed(session), "GET", `/${kind === "video" ? "videos" : "images"}/${inPath(urn)}`);
  if (answer.is === "answer" && answer.status === 403) return session.now().getTime() - Date.parse(sentAt) < GRACE_MS[kind] ? "working" : "ready";
  if (!isGood(answer)) return linkedinRefusal(answer, session.now());
  const { status } = answer.body as { status?: string };
  if (status === "PROCESSING_FAILED") return refused("content-invalid", "LinkedIn could not work with the picture or video. Save it as JPEG, PNG or MP4 and choose it again.", { code: "media" });
  return status === "AVAILABLE" ? "ready" : "working";
}
