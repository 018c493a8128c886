/** Whether a post went out, how it reads, and what it brought. */
import type { Figure, Network, Remote } from "../network.ts";
import { refused, type Refused } from "../outcome.ts";
import { sameBeginning, sameText } from "../same-text.ts";
import { isSince } from "../since.ts";
import type { Session } from "../session.ts";
import { call, dataOf, refusalFrom } from "./api.ts";
import { addressOf, isWhole, remoteOf, statusOf, UNKNOWN_PUBLISH_ID } from "./status.ts";

interface Video { id: string; create_time: number; video_description?: string; title?: string; share_url?: string; view_count?: number; like_count?: number; comment_count?: number; share_count?: number }

/** So much of a text is read back. */
const SHOWN = 150;

export const reconcile: Network["reconcile"] = async (session, outgoing, { publishId }) => {
  const privacy = String(outgoing.settings["privacy"]), isVideo = outgoing.media[0]?.kind === "video";
  if (!isVideo) return amongPosts(session, outgoing.text, outgoing.title, outgoing.startedAt, privacy);
  if (typeof publishId !== "string") return { is: "absent" };
  const status = await statusOf(session, publishId);
  if (status.is === "refused") return status.code === UNKNOWN_PUBLISH_ID ? { is: "cannot-tell", says: "TikTok no longer knows the upload. Look into the TikTok app and say whether the post is there." } : status;
  if (status.state === "FAILED") return { is: "absent" };
  return isWhole(status, outgoing.media[0]!.size) ? { is: "committed", remote: remoteOf(session, publishId, status.postId, privacy) } : { is: "absent" };
};

/** Pictures have no number until TikTok has answered. Only public posts are listed, and late: not finding one says nothing. */
async function amongPosts(session: Session, text: string, title: string, startedAt: string, privacy: string): ReturnType<Network["reconcile"]> {
  const answer = await call(session, "/video/list/?fields=id,create_time,title,video_description,share_url", { max_count: 20 }), listed = dataOf<{ videos?: Video[] }>(answer);
  if (!listed) return refusalFrom(answer, session.now());
  const found = listed.videos?.find(({ create_time, video_description = "", title: shown = "" }) => isSince(create_time * 1000, startedAt) && ((text === "" ? title !== "" && sameText(shown, title) : sameBeginning(video_description, text, SHOWN))));
  if (found) return { is: "committed", remote: { id: found.id, url: found.share_url ?? addressOf(session.account.handle, found.id), more: { privacy, postId: found.id } } };
  return { is: "cannot-tell", says: "TikTok does not say whether the pictures arrived. Look into the TikTok app and say whether the post is there." };
}

/** The post's own number: kept, or asked for; null while TikTok has named none. */
async function postIdOf(session: Session, { id, more = {} }: Remote): Promise<{ is: "post"; id: string | null } | { is: "gone" } | Refused> {
  if (more["postId"]) return { is: "post", id: more["postId"] };
  const status = await statusOf(session, id);
  if (status.is === "refused") return status;
  return status.state === "FAILED" ? { is: "gone" } : { is: "post", id: status.postId ?? null };
}

/** Queries answer with public posts only, and with the first 150 characters of the text. */
async function query(session: Session, id: string, fields: string): Promise<Video | undefined | Refused> {
  const answer = await call(session, `/video/query/?fields=id,${fields}`, { filters: { video_ids: [id] } }), body = dataOf<{ videos?: Video[] }>(answer);
  return body ? body.videos?.[0] : refusalFrom(answer, session.now());
}

export const readBack: NonNullable<Network["readBack"]> = async (session, remote) => {
  const post = await postIdOf(session, remote), privacy = remote.more?.["privacy"];
  if (post.is !== "post") return post;
  if (post.id === null) return privacy === "PUBLIC_TO_EVERYONE" ? refused("transient", "TikTok is still looking at the post. The desk asks again by itself.") : refused("permission", "TikTok shows other programs public posts only. Look at this one in the TikTok app.");
  const video = await query(session, post.id, "title,video_description,share_url");
  if (video === undefined) return { is: "gone" };
  if ("is" in video) return video;
  return { is: "read", text: video.video_description ?? video.title ?? "", url: video.share_url ?? addressOf(session.account.handle, post.id), isPublic: true, pictures: null, cutAt: SHOWN };
};

const FIGURES: readonly [Figure, keyof Video][] = [["views", "view_count"], ["likes", "like_count"], ["replies", "comment_count"], ["reposts", "share_count"]];

export const metrics: NonNullable<Network["metrics"]> = async (session, remote) => {
  const post = await postIdOf(session, remote);
  if (post.is === "refused") return post;
  const video = post.is === "gone" || post.id === null ? undefined : await query(session, post.id, FIGURES.map(([, name]) => name).join(","));
  if (video && "is" in video) return video;
  return { is: "metrics", figures: Object.fromEntries(FIGURES.filter(([, name]) => video?.[name] !== undefined).map(([figure, name]) => [figure, Number(video?.[name])])) };
};
