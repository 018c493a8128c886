/** A stand-in for YouTube: one channel, resumable uploads, comments. Nothing is a video before its last byte. */
import { createHash, type Hash } from "node:crypto";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { GOOGLE_ACCESS, GOOGLE_REFRESH, googleApp, googleError, googleErrors, googleSignIn, needs } from "./google.ts";
import type { Effect, Errors, StandIn, World } from "./stand-in.ts";

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;
const UPLOAD = scope("youtube.upload"), READ = scope("youtube.readonly"), MANAGE = scope("youtube.force-ssl"), CHANNEL = "UC-juniper";

export const youtubeFixture = {
  app: googleApp,
  account: { id: CHANNEL, name: "Juniper Skin", handle: "@juniperskin", url: `https://www.youtube.com/channel/${CHANNEL}`, host: null, more: {} },
  credentials: { access: GOOGLE_ACCESS, refresh: GOOGLE_REFRESH, expiresAt: null, refreshExpiresAt: null, scopes: [UPLOAD, READ, MANAGE], more: {} },
  settings: { privacyStatus: "public", madeForKids: "no" },
};

interface Upload { size: number; type: string; held: number; hash: Hash; about: any; video?: Video }
interface Video { id: string; sha256: string; snippet: any; status: any; pollsLeft: number; effect?: Effect }

const errors: Errors = { ...googleErrors, "429": (c) => googleError(c, 403, "rateLimitExceeded"), "invalid-media": (c) => googleError(c, 400, "invalidVideoMetadata") };

export const youtubeStandIn: StandIn = { network: "youtube", mounts: [...googleSignIn, { at: "/www.googleapis.com", routes: (app, world) => {
  const videos = new Map<string, Video>();
  uploads(app, world, videos);
  reads(app, world, videos);
  comments(app, world);
} }] };

function uploads(app: Hono, world: World, videos: Map<string, Video>): void {
  const open = new Map<string, Upload>();
  app.post("/upload/youtube/v3/videos", needs(world, UPLOAD, MANAGE), world.step("prepare", errors), async (c) => {
    const about = await c.req.json<any>(), size = Number(c.req.header("x-upload-content-length")), type = c.req.header("x-upload-content-type") ?? "", { title = "", description = "" } = about.snippet ?? {};
    if (c.req.query("uploadType") !== "resumable" || c.req.query("part") !== "snippet,status" || !(size > 0) || !/^(video\/|application\/octet-stream)/.test(type)) return googleError(c, 400, "badRequest");
    if (!title || title.length > 100 || /[<>]/.test(title)) return googleError(c, 400, "invalidTitle");
    if (Buffer.byteLength(description) > 5_000 || /[<>]/.test(description)) return googleError(c, 400, "invalidDescription");
    if (!["public", "unlisted", "private"].includes(about.status?.privacyStatus) || typeof about.status.selfDeclaredMadeForKids !== "boolean") return googleError(c, 400, "invalidVideoMetadata");
    const id = `upload-${world.nextId()}`;
    open.set(id, { size, type, held: 0, hash: createHash("sha256"), about });
    return c.body(null, 200, { location: `https://www.googleapis.com/upload/youtube/v3/videos?uploadType=resumable&upload_id=${id}` });
  });
  // One address takes probes, parts and the last part: only the one that makes the video whole is irreversible.
  const probes = world.step("reconcile", errors), parts = world.step("prepare", errors), last = world.step("commit", errors);
  const byRange: MiddlewareHandler = (c, next) => {
    const { from, to, size } = rangeOf(c);
    return (from === undefined ? probes : to === size - 1 ? last : parts)(c, next);
  };
  app.put("/upload/youtube/v3/videos", needs(world, UPLOAD, MANAGE), byRange, async (c) => {
    const upload = open.get(c.req.query("upload_id") ?? ""), { from, to, size } = rangeOf(c);
    if (!upload) return googleError(c, 404, "notFound");
    if (upload.video) return c.json(shown(upload.video), 200);
    if (size !== upload.size) return googleError(c, 400, "badRequest");
    if (from !== undefined) {
      const bytes = new Uint8Array(await c.req.arrayBuffer()), isLast = to === size - 1;
      if (from !== upload.held || bytes.length !== to - from + 1 || (!isLast && bytes.length % (256 * 1024) !== 0)) return googleError(c, 400, "badRequest");
      upload.held += bytes.length;
      upload.hash.update(bytes);
    }
    if (upload.held < upload.size) return c.body(null, 308 as never, upload.held > 0 ? { range: `bytes=0-${upload.held - 1}` } : {});
    upload.video = made(upload);
    return c.json(shown(upload.video), 200);
  });
  /** Whether every part came to its place. */
  app.get("/stand-in/sha256/:id", (c) => c.text(videos.get(c.req.param("id"))?.sha256 ?? ""));
  /** Forgets what is open, as YouTube does after a week. */
  app.post("/stand-in/forget-uploads", (c) => { open.clear(); return c.body(null, 204); });

  function made({ about, hash }: Upload): Video {
    const id = `video-${world.nextId()}`, at = world.now().toISOString(), isPublic = about.status.privacyStatus === "public";
    const video: Video = { id, sha256: hash.digest("hex"), snippet: { ...about.snippet, publishedAt: at, channelId: CHANNEL }, status: { ...about.status, uploadStatus: "uploaded" }, pollsLeft: world.take("commit", ["slow"]) ? 2 : 0 };
    videos.set(id, video);
    if (isPublic) world.effects.push(video.effect = { network: "youtube", id, account: CHANNEL, text: about.snippet.description, pictures: 0, at, isRemoved: false });
    return video;
  }
}

function rangeOf(c: Context): { from: number | undefined; to: number; size: number } {
  const [, from, to, size] = /^bytes (?:\*|(\d+)-(\d+))\/(\d+)$/.exec(c.req.header("content-range") ?? "") ?? [];
  return { from: from === undefined ? undefined : Number(from), to: Number(to), size: Number(size) };
}

const shown = ({ id, snippet, status }: Video): object => ({ kind: "youtube#video", id, snippet, status });

function reads(app: Hono, world: World, videos: Map<string, Video>): void {
  const reader = needs(world, READ, MANAGE);
  app.get("/youtube/v3/channels", reader, world.step("describe", errors), (c) => {
    if (c.req.query("mine") !== "true" || !c.req.query("part")) return googleError(c, 400, "missingRequiredParameter");
    return c.json({ items: [{ id: CHANNEL, snippet: { title: "Juniper Skin", customUrl: "@juniperskin" }, status: { longUploadsStatus: "eligible" }, contentDetails: { relatedPlaylists: { uploads: "UU-juniper" } } }] });
  });
  app.get("/youtube/v3/playlistItems", reader, world.step("reconcile", errors), (c) => {
    if (c.req.query("playlistId") !== "UU-juniper" || Number(c.req.query("maxResults") ?? 5) > 50) return googleError(c, 404, "playlistNotFound");
    return c.json({ items: [...videos.values()].reverse().map(({ id, snippet }) => ({ snippet: { ...snippet, resourceId: { kind: "youtube#video", videoId: id } } })) });
  });
  const readBack = world.step("read-back", errors), metrics = world.step("metrics", errors);
  app.get("/youtube/v3/videos", reader, (c, next) => (c.req.query("part") === "statistics" ? metrics : readBack)(c, next), (c) => {
    const video = videos.get(c.req.query("id") ?? "");
    if (!video) return c.json({ items: [] });
    if (video.pollsLeft-- <= 0) video.status.uploadStatus = "processed";
    return c.json({ items: [{ ...shown(video), ...c.req.query("part") === "statistics" ? { statistics: { viewCount: "12", likeCount: "3", favoriteCount: "0", commentCount: "1" } } : {} }] });
  });
  app.delete("/youtube/v3/videos", needs(world, MANAGE), world.step("remove", errors), (c) => {
    const video = videos.get(c.req.query("id") ?? "");
    if (!video) return googleError(c, 404, "videoNotFound");
    if (video.effect) video.effect.isRemoved = true;
    videos.delete(video.id);
    return c.body(null, 204);
  });
}

function comments(app: Hono, world: World): void {
  const first = { id: "comment-1", snippet: { authorDisplayName: "@visitor", authorChannelId: { value: "UC-visitor" }, textOriginal: "Which sunscreen is that?", publishedAt: "2026-11-20T10:00:00Z", videoId: "video-1" } }, replies: object[] = [];
  app.get("/youtube/v3/commentThreads", needs(world, MANAGE), world.step("incoming", errors), (c) => {
    if (c.req.query("allThreadsRelatedToChannelId") !== CHANNEL || Number(c.req.query("maxResults") ?? 20) > 100) return googleError(c, 400, "invalidValue");
    return c.json({ items: [{ id: first.id, snippet: { videoId: "video-1", canReply: true, topLevelComment: first }, replies: { comments: replies } }] });
  });
  app.post("/youtube/v3/comments", needs(world, MANAGE), world.step("reply", errors), async (c) => {
    const { snippet } = await c.req.json<{ snippet?: { parentId?: string; textOriginal?: string } }>();
    if (snippet?.parentId !== first.id) return googleError(c, 404, "parentCommentNotFound");
    if (!snippet.textOriginal) return googleError(c, 400, "commentTextRequired");
    const made = { id: `${first.id}.${world.nextId()}`, snippet: { authorDisplayName: "@juniperskin", authorChannelId: { value: CHANNEL }, textOriginal: snippet.textOriginal, publishedAt: world.now().toISOString(), videoId: "video-1" } };
    replies.push(made);
    return c.json(made);
  });
}
