/** Pictures and videos go up in parts, are worked on, and are described, before anybody sees them. */
import { type Answer, isGood } from "../ask.ts";
import type { Kept } from "../network.ts";
import type { Medium, Outgoing } from "../outgoing.ts";
import { type Prepared, type Refused, refused, type Waiting } from "../outcome.ts";
import type { Session } from "../session.ts";
import { call, signed } from "./call.ts";
import { xRefusal } from "./errors.ts";

/** What is known of one medium: `sent` counts parts. */
export interface Upload { mediaId: string; key: string; expiresAt: string; sent: number; state: "sending" | "working" | "ready" }
interface Body { data?: { id?: string; media_key?: string; expires_after_secs?: number; processing_info?: { state: "pending" | "in_progress" | "succeeded" | "failed"; check_after_secs?: number } } }

const PART = 1024 * 1024;
/** How many go up before the desk writes down how far it is: a crash costs no more than these. */
const PARTS_A_TURN = 16;
const USUAL_WAIT = 2;
/** X keeps what nobody posted for days; what is nearly over is sent anew. */
const SPARE_MS = 3_600_000;
const UNREADABLE = refused("content-invalid", "X could not work with the picture or video. Save it as JPEG, PNG or MP4 and choose it again.", { code: "media" });

export const uploadsOf = (kept: Kept): Record<string, Upload> => kept["uploads"] as Record<string, Upload> | undefined ?? {};

export async function prepare(session: Session, { media }: Outgoing, soFar: Kept): Promise<Prepared | Waiting | Refused> {
  const wrong = whyNot(media);
  if (wrong) return refused("content-invalid", wrong);
  const uploads = structuredClone(uploadsOf(soFar));
  for (const medium of media) {
    const step = await bring(session, medium, uploads);
    if (step !== "ready") return step.is === "refused" ? step : { is: "waiting", kept: { uploads }, seconds: step.seconds };
  }
  return { is: "prepared", kept: { uploads } };
}

function whyNot(media: Medium[]): string | undefined {
  const alone = media.filter(({ kind, type }) => kind === "video" || type === "image/gif").length;
  if (alone > 0 && media.length > 1) return "X takes one video or one GIF, and then nothing beside it. Take the others out.";
  return media.length > 4 ? "X takes four pictures at most. Take some out." : undefined;
}

type Step = "ready" | { is: "pause"; seconds: number } | Refused;

/** Takes one medium as far as it goes, and writes into `uploads` how far that is. */
async function bring(session: Session, medium: Medium, uploads: Record<string, Upload>): Promise<Step> {
  const now = session.now();
  let upload = uploads[medium.id];
  if (upload === undefined || Date.parse(upload.expiresAt) - now.getTime() < SPARE_MS) {
    const begun = await begin(session, medium);
    if ("is" in begun) return begun;
    upload = uploads[medium.id] = begun;
  }
  if (upload.state === "sending") {
    const parts = Math.ceil(medium.size / PART), last = Math.min(parts, upload.sent + PARTS_A_TURN);
    for (; upload.sent < last; upload.sent++) {
      const answer = await append(session, medium, upload);
      if (!isGood(answer)) return xRefusal(answer, now);
    }
    if (upload.sent < parts) return { is: "pause", seconds: 0 };
    return after(session, await call(signed(session), "POST", `/media/upload/${upload.mediaId}/finalize`), medium, upload);
  }
  if (upload.state === "ready") return "ready";
  return after(session, await call(signed(session), "GET", "/media/upload", { query: { command: "STATUS", media_id: upload.mediaId } }), medium, upload);
}

async function begin(session: Session, { type, size, kind }: Medium): Promise<Upload | Refused> {
  const category = kind === "video" ? "tweet_video" : type === "image/gif" ? "tweet_gif" : "tweet_image";
  const answer = await call(signed(session), "POST", "/media/upload/initialize", { json: { media_type: type, total_bytes: size, media_category: category } });
  const { id, media_key, expires_after_secs = 86_400 } = isGood(answer) ? (answer.body as Body).data ?? {} : {};
  if (id === undefined) return xRefusal(answer, session.now());
  return { mediaId: id, key: media_key ?? "", expiresAt: new Date(session.now().getTime() + expires_after_secs * 1000).toISOString(), sent: 0, state: "sending" };
}

async function append(session: Session, medium: Medium, { mediaId, sent }: Upload): Promise<Answer> {
  const form = new FormData(), bytes = await medium.bytes(sent * PART, Math.min(medium.size, (sent + 1) * PART));
  form.set("segment_index", String(sent));
  form.set("media", new Blob([bytes as Uint8Array<ArrayBuffer>]));
  return call(signed(session), "POST", `/media/upload/${mediaId}/append`, { form });
}

/** After the last part, and after each look at how the work goes. */
async function after(session: Session, answer: Answer, medium: Medium, upload: Upload): Promise<Step> {
  if (!isGood(answer)) return xRefusal(answer, session.now());
  const working = (answer.body as Body).data?.processing_info;
  if (working?.state === "failed") return UNREADABLE;
  upload.state = "working";
  if (working && working.state !== "succeeded") return { is: "pause", seconds: Math.max(1, working.check_after_secs ?? USUAL_WAIT) };
  if (medium.alt && medium.kind === "picture") {
    const described = await call(signed(session), "POST", "/media/metadata", { json: { id: upload.mediaId, metadata: { alt_text: { text: medium.alt } } } });
    if (!isGood(described)) return xRefusal(described, session.now());
  }
  upload.state = "ready";
  return "ready";
}
