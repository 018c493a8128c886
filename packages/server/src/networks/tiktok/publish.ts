/** Posting. A video goes out by itself after its last byte; pictures go out when they are announced. */
import { type Answer, ask } from "../ask.ts";
import type { Kept, Network } from "../network.ts";
import { type Committed, type Refused, refused, type Unknown } from "../outcome.ts";
import type { Medium, Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { call, commitRefusalFrom, dataOf, NAME, refusalFrom } from "./api.ts";
import { chosenWrong, type Creator, creatorOf, optionsOf } from "./creator.ts";
import { isWhole, remoteOf, statusOf, UNKNOWN_PUBLISH_ID } from "./status.ts";

const MOST_TEXT = 2_200, MOST_PHOTO_TEXT = 4_000, MOST_PHOTO_TITLE = 90, MOST_PICTURES = 35, MOST_PICTURE_BYTES = 20_000_000, MOST_VIDEO_BYTES = 4_000_000_000;
const VIDEOS = ["video/mp4", "video/quicktime", "video/webm"], PICTURES = ["image/jpeg", "image/webp"];

function invalid({ text, title, media, settings }: Outgoing): Refused | undefined {
  const no = (says: string): Refused => refused("content-invalid", says), [first] = media, videos = media.filter(({ kind }) => kind === "video");
  if (!first) return no("TikTok takes no post without a video or a picture. Add one.");
  if (videos.length > 0 && media.length > 1) return no("TikTok takes one video, or pictures, but not both. Leave the others out.");
  if (videos.length > 0 && (!VIDEOS.includes(first.type) || first.size > MOST_VIDEO_BYTES || first.size === 0)) return no("TikTok takes MP4, MOV and WebM videos of up to 4 GB. Choose another one.");
  if (videos.length === 0 && (media.length > MOST_PICTURES || media.some(({ type, size }) => !PICTURES.includes(type) || size > MOST_PICTURE_BYTES))) return no("TikTok takes up to 35 JPEG or WebP pictures of up to 20 MB. Choose others.");
  if (text.length > (videos.length > 0 ? MOST_TEXT : MOST_PHOTO_TEXT)) return no("The text is too long for TikTok. Shorten it.");
  if (videos.length === 0 && title.length > MOST_PHOTO_TITLE) return no("TikTok takes titles of up to 90 characters. Shorten the title.");
  if (settings["privacy"] === undefined) return no("TikTok wants a choice of who may see the post. Choose one.");
  return undefined;
}

/** The least that TikTok takes. The last part takes in the rest and may be nearly twice as long; less than two parts go whole. */
export const PART = 5 * 1024 * 1024;
const partsOf = (size: number): { size: number; count: number } => size < 2 * PART ? { size, count: 1 } : { size: PART, count: Math.floor(size / PART) };
const lastPart = (size: number): number => (partsOf(size).count - 1) * partsOf(size).size;

/** An upload's address is good for an hour; near its end another upload is begun, as this one can no longer be finished. */
const GOOD_FOR_MS = 50 * 60_000, MOST_PARTS = 4;

export const prepare: Network["prepare"] = async (session, outgoing, soFar) => {
  const wrong = invalid(outgoing);
  if (wrong) return wrong;
  const creator = await allowed(session, outgoing), [medium] = outgoing.media;
  if (creator.is === "refused") return creator;
  if (medium!.kind === "picture") return { is: "prepared", kept: {} };
  const { publishId, upload, openedAt } = soFar, { size } = medium!, now = session.now(), anew = () => opened(session, outgoing, creator.info);
  if (typeof publishId !== "string") return anew();
  const status = await statusOf(session, publishId);
  if (status.is === "refused") return status.code === UNKNOWN_PUBLISH_ID ? anew() : status;
  if (status.state === "FAILED") return anew();
  // Whole already: an earlier try went through, and nothing may be sent again.
  if (isWhole(status, size)) return { is: "prepared", kept: { ...soFar, isWhole: true } };
  if (now.getTime() - Date.parse(String(openedAt)) > GOOD_FOR_MS) return anew();
  let from = status.uploadedBytes;
  for (let part = 0; from < lastPart(size); part++) {
    if (part === MOST_PARTS) return { is: "waiting", kept: soFar, seconds: 1 };
    const answer = await sendPart(session, String(upload), medium!, from, from + PART);
    if (answer.is !== "answer" || answer.status !== 206) return endedEarly(answer) ?? refusalFrom(answer, now);
    from += PART;
  }
  return { is: "prepared", kept: soFar };
};

async function allowed(session: Session, outgoing: Outgoing): Promise<{ is: "creator"; info: Creator } | Refused> {
  const creator = await creatorOf(session, session.now());
  return creator.is === "refused" ? creator : chosenWrong(outgoing, creator.info) ?? creator;
}

/** Names what will be posted. It is kept before the first byte is sent: an account may have only few uploads open. */
async function opened(session: Session, outgoing: Outgoing, creator: Creator): Promise<{ is: "waiting"; kept: Kept; seconds: number } | Refused> {
  const { size } = outgoing.media[0]!, parts = partsOf(size), openedAt = session.now().toISOString();
  const answer = await call(session, "/post/publish/video/init/", {
    post_info: { title: outgoing.text, ...optionsOf(outgoing, creator, "video") },
    source_info: { source: "FILE_UPLOAD", video_size: size, chunk_size: parts.size, total_chunk_count: parts.count },
  });
  const made = dataOf<{ publish_id?: string; upload_url?: string }>(answer);
  if (!made?.publish_id || !made.upload_url) return refusalFrom(answer, session.now());
  return { is: "waiting", kept: { publishId: made.publish_id, upload: made.upload_url, openedAt }, seconds: 1 };
}

async function sendPart({ fetch }: Session, upload: string, medium: Medium, from: number, to: number) {
  const bytes = await medium.bytes(from, to);
  return ask(fetch, upload, { method: "PUT", body: Buffer.from(bytes), headers: { "content-type": medium.type, "content-range": `bytes ${from}-${to - 1}/${medium.size}` } });
}

export const commit: Network["commit"] = async (session, outgoing, kept) => {
  const creator = await allowed(session, outgoing);
  if (creator.is === "refused") return creator;
  return outgoing.media[0]!.kind === "video" ? commitVideo(session, outgoing, kept) : commitPictures(session, outgoing, creator.info);
};

async function commitVideo(session: Session, { media: [video], settings }: Outgoing, { publishId, upload, isWhole }: Kept): Promise<Committed | Refused | Unknown> {
  if (isWhole === true) return committed(session, String(publishId), settings);
  const answer = await sendPart(session, String(upload), video!, lastPart(video!.size), video!.size);
  if (answer.is === "answer" && answer.status === 201) return committed(session, String(publishId), settings);
  return endedEarly(answer) ?? commitRefusalFrom(answer, session.now());
}

/** The address has ended, or other bytes are due than these: either way these were not taken, and `prepare` sees where it stands. */
const endedEarly = (answer: Answer): Refused | undefined => answer.is === "answer" && [403, 404, 416].includes(answer.status)
  ? refused("transient", `The upload at ${NAME} was broken off. The desk goes on with it by itself.`, { code: String(answer.status) }) : undefined;

async function commitPictures(session: Session, outgoing: Outgoing, creator: Creator): Promise<Committed | Refused | Unknown> {
  const { title, text, media, settings } = outgoing;
  const answer = await call(session, "/post/publish/content/init/", {
    media_type: "PHOTO", post_mode: "DIRECT_POST", post_info: { title, description: text, ...optionsOf(outgoing, creator, "picture") },
    source_info: { source: "PULL_FROM_URL", photo_images: media.map((medium) => medium.address()), photo_cover_index: 0 },
  });
  const made = dataOf<{ publish_id?: string }>(answer);
  return made?.publish_id ? committed(session, made.publish_id, settings) : commitRefusalFrom(answer, session.now());
}

/** TikTok works on, and may still say no: one look now, and the rest is read back later. */
async function committed(session: Session, publishId: string, { privacy }: Outgoing["settings"]): Promise<Committed | Refused> {
  const status = await statusOf(session, publishId);
  if (status.is === "status" && status.state === "FAILED") return status.why;
  const postId = status.is === "status" ? status.postId : undefined;
  return { is: "committed", remote: remoteOf(session, publishId, postId, String(privacy)), ...postId ? {} : { says: "TikTok has it and is still looking at it; its address comes later." } };
}
