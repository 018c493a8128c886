/** A resumable upload. Nothing exists on the channel until its last byte, so all but the last part is preparation. */
import { type Answer, ask } from "../ask.ts";
import { call, signed } from "../google/call.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { UPLOAD } from "./api.ts";

/** A multiple of 256 KiB, as the interface asks, and small enough for a slow line to send before the desk gives up. */
export const PART = 4 * 1024 * 1024;
/** Where the last part begins. */
export const lastPart = (size: number): number => Math.floor((size - 1) / PART) * PART;

/** People & Blogs: the one that YouTube itself takes when nothing is said. */
const CATEGORY = "22";

/** The law wants it said for each video, so that nothing said is no answer. */
export function isForKids({ madeForKids }: Outgoing["settings"]): boolean | undefined {
  if (madeForKids === true || madeForKids === "yes") return true;
  return madeForKids === false || madeForKids === "no" ? false : undefined;
}

/** Its address is only good for sending this one video, and ends by itself after about a week. */
export const openUpload = (session: Session, { title, text, settings, media: [video] }: Outgoing): Promise<Answer> =>
  call(signed(session), "POST", `${UPLOAD}/videos`, {
    query: { uploadType: "resumable", part: "snippet,status" },
    headers: { "x-upload-content-type": video!.type, "x-upload-content-length": String(video!.size) },
    json: {
      snippet: { title: title.trim(), description: text, categoryId: CATEGORY },
      status: { privacyStatus: settings["privacyStatus"], selfDeclaredMadeForKids: isForKids(settings) },
    },
  });

/** The token goes to Google and to nobody who answers in its place. */
export const isGoogles = (address: string): boolean => URL.canParse(address) && new URL(address).protocol === "https:" && new URL(address).hostname.endsWith(".googleapis.com");

export async function sendPart(session: Session, upload: string, { media: [video] }: Outgoing, from: number, to: number): Promise<Answer> {
  const bytes = await video!.bytes(from, to);
  return ask(session.fetch, upload, { method: "PUT", body: Buffer.from(bytes), headers: { authorization: `Bearer ${session.credentials.access}`, "content-type": video!.type, "content-range": `bytes ${from}-${to - 1}/${video!.size}` } });
}

/** Asks how far the upload came, and sends nothing. */
export const probe = (session: Session, upload: string, size: number): Promise<Answer> =>
  ask(session.fetch, upload, { method: "PUT", headers: { authorization: `Bearer ${session.credentials.access}`, "content-length": "0", "content-range": `bytes */${size}` } });

const INCOMPLETE = 308;
/** How many bytes the server kept; undefined unless the answer says that more is to come. */
export function keptBytes(answer: Answer): number | undefined {
  if (answer.is !== "answer" || answer.status !== INCOMPLETE) return undefined;
  const last = /bytes=0-(\d+)/.exec(answer.headers.get("range") ?? "")?.[1];
  return last === undefined ? 0 : Number(last) + 1;
}

export const isOver = (answer: Answer): boolean => answer.is === "answer" && (answer.status === 404 || answer.status === 410);
