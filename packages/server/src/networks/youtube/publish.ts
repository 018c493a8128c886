/** Uploading a video. The last part of its bytes is the irreversible call. */
import { isGood } from "../ask.ts";
import type { Network, Remote } from "../network.ts";
import { type Committed, type Refused, refused } from "../outcome.ts";
import type { Outgoing } from "../outgoing.ts";
import { addressOf, type Video } from "./api.ts";
import { commitRefusalFrom, refusalFrom } from "./errors.ts";
import { isForKids, isGoogles, isOver, keptBytes, lastPart, openUpload, PART, probe, sendPart } from "./upload.ts";

const MOST_TITLE = 100, MOST_TEXT_BYTES = 5_000, MOST_VIDEO_BYTES = 256 * 1024 ** 3;
export const PRIVACY = ["public", "unlisted", "private"] as const;

function invalid({ title, text, media, settings }: Outgoing): Refused | undefined {
  const no = (says: string): Refused => refused("content-invalid", says), [video] = media, { privacyStatus: privacy } = settings;
  if (!video || media.length > 1 || video.kind !== "video") return no("YouTube takes one video and no pictures. Attach exactly one video.");
  if (video.size === 0 || video.size > MOST_VIDEO_BYTES) return no("YouTube does not take a video of this size. Choose another one.");
  if (title.trim() === "") return no("A video on YouTube needs a title. Add one.");
  if (title.trim().length > MOST_TITLE) return no("YouTube takes titles of up to 100 characters. Shorten the title.");
  if (/[<>]/.test(title + text)) return no("YouTube takes no < or > in title and text. Take them out.");
  if (Buffer.byteLength(text) > MOST_TEXT_BYTES) return no("YouTube takes texts of up to 5,000 bytes. Shorten the text.");
  if (privacy === undefined || privacy === "") return no("YouTube wants a choice of who may see the video. Choose one.");
  if (!PRIVACY.some((known) => known === privacy)) return no("YouTube does not know this choice of who may see the video. Choose another one.");
  return isForKids(settings) === undefined ? no("YouTube wants to know whether the video is made for children. Choose yes or no.") : undefined;
}

/** What one step sends at most, so that it ends soon and what was done is kept. */
const MOST_PARTS = 4;

export const prepare: Network["prepare"] = async (session, outgoing, soFar) => {
  const wrong = invalid(outgoing);
  if (wrong) return wrong;
  const { upload } = soFar, size = outgoing.media[0]!.size, now = session.now();
  if (typeof upload !== "string") return opened();
  const answer = await probe(session, upload, size);
  if (isOver(answer)) return opened();
  // Whole already: an earlier try went through, and nothing may be sent again.
  const { id, status } = isGood(answer) ? answer.body as Partial<Video> : {};
  if (typeof id === "string") return { is: "prepared", kept: { upload, video: { id, status: status ?? {} } } };
  let from = keptBytes(answer);
  for (let part = 0; from !== undefined && from < lastPart(size); part++) {
    if (part === MOST_PARTS) return { is: "waiting", kept: { upload }, seconds: 1 };
    const sent = await sendPart(session, upload, outgoing, from, Math.min(from + PART, lastPart(size)));
    from = keptBytes(sent);
    if (from === undefined) return refusalFrom(sent, now);
  }
  return from === undefined ? refusalFrom(answer, now) : { is: "prepared", kept: { upload, from } };

  /** Kept before the first byte is sent, so that a crash goes on with the same upload. */
  async function opened(): Promise<Awaited<ReturnType<Network["prepare"]>>> {
    const opening = await openUpload(session, outgoing);
    if (!isGood(opening)) return refusalFrom(opening, now);
    const address = opening.headers.get("location") ?? "";
    return isGoogles(address) ? { is: "waiting", kept: { upload: address }, seconds: 1 } : refused("transient", "YouTube did not open an upload. The desk tries again by itself.");
  }
};

export const commit: Network["commit"] = async (session, outgoing, { upload, from, video: earlier }) => {
  if (earlier !== undefined) return committed(earlier as Video, outgoing);
  const answer = await sendPart(session, String(upload), outgoing, Number(from), outgoing.media[0]!.size);
  const video = isGood(answer) ? answer.body as Video : undefined;
  if (typeof video?.id === "string") return committed(video, outgoing);
  // Both say that the video is not whole: it needs more bytes, or another upload.
  if (keptBytes(answer) !== undefined) return refused("transient", "YouTube did not take all of the video. The desk sends the rest by itself.", { code: "308" });
  if (isOver(answer)) return refused("transient", "The upload at YouTube has ended. The desk uploads the video again by itself.", { code: "upload-over" });
  return commitRefusalFrom(answer, session.now());
};

export const remoteOf = (id: string): Remote => ({ id, url: addressOf(id) });

export function committed({ id, status }: Video, { settings }: Outgoing): Committed {
  const isHeldBack = status?.privacyStatus === "private" && settings["privacyStatus"] !== "private";
  return { is: "committed", remote: remoteOf(id), ...isHeldBack ? { says: "YouTube keeps the video private, as it does for developer apps that were not audited. Make it public in YouTube Studio." } : {} };
}
