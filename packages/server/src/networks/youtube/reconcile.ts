/** Whether an upload became a video, how it reads, and taking it down. */
import { isGood } from "../ask.ts";
import { call, signed } from "../google/call.ts";
import type { Network, Figure } from "../network.ts";
import { type CannotTell, type Committed, type Refused } from "../outcome.ts";
import type { Outgoing } from "../outgoing.ts";
import { sameText } from "../same-text.ts";
import { isSince } from "../since.ts";
import type { Session } from "../session.ts";
import { API, addressOf, type Listed, type Video } from "./api.ts";
import { commitRefusalFrom, refusalFrom } from "./errors.ts";
import { committed, remoteOf } from "./publish.ts";
import { isOver, keptBytes, probe } from "./upload.ts";

/** The upload itself knows. Only when it has ended are the channel's own videos looked through. */
export const reconcile: Network["reconcile"] = async (session, outgoing, { upload }) => {
  if (typeof upload !== "string") return { is: "absent" };
  const answer = await probe(session, upload, outgoing.media[0]!.size);
  if (keptBytes(answer) !== undefined) return { is: "absent" };
  const video = isGood(answer) ? answer.body as Partial<Video> : undefined;
  if (typeof video?.id === "string") return committed({ ...video, id: video.id }, outgoing);
  return isGood(answer) || isOver(answer) ? amongUploads(session, outgoing) : refusalFrom(answer, session.now());
};

interface Uploaded { snippet?: { title?: string; description?: string; publishedAt?: string; resourceId?: { videoId?: string } } }
const MOST_PAGES = 4;

async function amongUploads(session: Session, { title, text, startedAt }: Outgoing): Promise<Committed | CannotTell | Refused> {
  const channels = await call(signed(session), "GET", `${API}/channels`, { query: { part: "contentDetails", mine: "true" } });
  if (!isGood(channels)) return refusalFrom(channels, session.now());
  const uploads = (channels.body as Listed<{ contentDetails?: { relatedPlaylists?: { uploads?: string } } }>).items?.[0]?.contentDetails?.relatedPlaylists?.uploads ?? "";
  let pageToken = "";
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await call(signed(session), "GET", `${API}/playlistItems`, { query: { part: "snippet", playlistId: uploads, maxResults: "50", ...pageToken ? { pageToken } : {} } });
    if (!isGood(answer)) return refusalFrom(answer, session.now());
    const { items = [], nextPageToken } = answer.body as Listed<Uploaded>;
    const found = items.find(({ snippet = {} }) => isSince(snippet.publishedAt ?? 0, startedAt) && sameText(snippet.title ?? "", title) && sameText(snippet.description ?? "", text));
    if (found?.snippet?.resourceId?.videoId) return { is: "committed", remote: remoteOf(found.snippet.resourceId.videoId) };
    if (!nextPageToken) break;
    pageToken = nextPageToken;
  }
  // The list of uploads may be late.
  return { is: "cannot-tell", says: "The upload has ended and the video is not in the channel’s list. Look in YouTube Studio and say whether it is there." };
}

export const readBack: NonNullable<Network["readBack"]> = async (session, { id }) => {
  const answer = await videoOf(session, id, "snippet,status");
  if (!isGood(answer)) return refusalFrom(answer, session.now());
  const video = (answer.body as Listed<Video>).items?.[0], { privacyStatus, uploadStatus = "" } = video?.status ?? {};
  if (!video || uploadStatus === "deleted") return { is: "gone" };
  return { is: "read", text: video.snippet?.description ?? "", url: addressOf(id), isPublic: privacyStatus === "public" && ["uploaded", "processed"].includes(uploadStatus), pictures: null };
};

export const remove: NonNullable<Network["remove"]> = async (session, { id }) => {
  const answer = await call(signed(session), "DELETE", `${API}/videos`, { query: { id } });
  return isGood(answer) || isOver(answer) ? { is: "removed" } : commitRefusalFrom(answer, session.now());
};

const FIGURES: readonly [Figure, string][] = [["views", "viewCount"], ["likes", "likeCount"], ["replies", "commentCount"]];

export const metrics: NonNullable<Network["metrics"]> = async (session, { id }) => {
  const answer = await videoOf(session, id, "statistics");
  if (!isGood(answer)) return refusalFrom(answer, session.now());
  const counted = (answer.body as Listed<Video>).items?.[0]?.statistics ?? {};
  return { is: "metrics", figures: Object.fromEntries(FIGURES.filter(([, name]) => counted[name] !== undefined).map(([figure, name]) => [figure, Number(counted[name])])) };
};

const videoOf = (session: Session, id: string, part: string) => call(signed(session), "GET", `${API}/videos`, { query: { part, id } });
