/** A stand-in for Facebook Pages. */
import type { Hono } from "hono";
import type { Account, Credentials } from "../../src/networks/session.ts";
import { type App, authorizePage, type Login, loginRoutes, pageToken } from "./facebook-login.ts";
import { givenOf, graphError, isOfInstagram, isSince, metaErrors, metaTime, sharing, signedBy, type Tokens, wordOf } from "./meta.ts";
import type { Effect, StandIn, World } from "./stand-in.ts";

const SCOPES = ["pages_show_list", "pages_read_engagement", "pages_manage_posts", "pages_manage_engagement", "pages_read_user_content", "read_insights", "business_management"];
const APP: App = { clientId: "1001001", clientSecret: "facebook-secret", redirectUris: ["https://desk.example.com/connections/return"], scopes: SCOPES };
const PAGE = "2002002";

export const facebookFixture = {
  account: { id: PAGE, name: "Seapine Medical Spa", handle: "seapinemedspa", url: "https://www.facebook.com/seapinemedspa", host: null, more: {} } satisfies Account,
  credentials: { access: "EAAFB-page", refresh: "EAAFB-person", expiresAt: null, refreshExpiresAt: null, scopes: SCOPES, more: {} } satisfies Credentials,
  app: { clientId: APP.clientId, clientSecret: APP.clientSecret }, redirectUri: APP.redirectUris[0]!,
  comment: { id: "comment-1", text: "Do you take new patients?" },
};

interface Post { id: string; message: string; photos: string[]; at: Date; effect: Effect }
interface Video { sent: number; size: number; polls: number; state: "not_started" | "published"; description: string; effect?: Effect; at: Date }
interface Comment { id: string; message: string; at: Date; from: { id: string; name: string }; post: string; parent?: string }

export const facebook: StandIn = (() => {
  const tokens: Tokens = new Map(), posts = new Map<string, Post>(), photos = new Map<string, { used: boolean; alt: string }>(), videos = new Map<string, Video>(), comments: Comment[] = [];
  const login: Login = { app: APP, tokens, prefix: "EAAFB", pages: [{ id: PAGE, mayPost: true, fields: { name: "Seapine Medical Spa", username: "seapinemedspa", link: "https://www.facebook.com/seapinemedspa" } }, { id: "2002003", mayPost: false, fields: { name: "A Page to look at" } }, { id: "2002004", mayPost: true, businessOnly: true, fields: { name: "Seapine Dermatology" } }] };
  tokens.set("EAAFB-page", { account: PAGE, scopes: SCOPES, kind: "account" }).set("EAAFB-person", { account: "person", scopes: SCOPES, kind: "person" });
  const url = (id: string): string => `https://www.facebook.com/${id.replace("_", "/posts/")}`;
  const publish = (world: World, id: string, account: string, text: string, pictures: number): Effect => { const effect = { network: "facebook", id, account, text, pictures, at: world.now().toISOString(), isRemoved: false }; world.effects.push(effect); return effect; };

  function routes(part: Hono, world: World): void {
    loginRoutes(part, world, login);
    part.post("/v25.0/:page/photos", world.step("prepare", metaErrors), async (c) => {
      const given = await givenOf(c), { source } = given, holder = await signedBy(c, tokens, "pages_manage_posts", c.req.param("page"));
      if (holder instanceof Response) return holder;
      if (!(source instanceof File) || !["image/jpeg", "image/png"].includes(source.type)) return graphError(c, 400, 100, 1366046);
      if (source.size >= 4_000_000 || source.size === 0) return graphError(c, 400, 100, 1366046);
      if (given.published !== "false") return graphError(c, 400, 100);
      const id = world.nextId();
      photos.set(id, { used: false, alt: wordOf(given, "alt_text_custom") });
      return c.json({ id });
    });
    part.post("/v25.0/:page/feed", world.step("commit", metaErrors), async (c) => {
      const given = await givenOf(c), page = c.req.param("page"), holder = await signedBy(c, tokens, "pages_manage_posts", page);
      if (holder instanceof Response) return holder;
      const message = wordOf(given, "message"), attached = (JSON.parse(wordOf(given, "attached_media") || "[]") as { media_fbid: string }[]).map(({ media_fbid }) => media_fbid);
      if ((message === "" && attached.length === 0) || message.length > 63_206 || attached.some((id) => photos.get(id)?.used !== false)) return graphError(c, 400, 100);
      for (const id of attached) photos.get(id)!.used = true;
      const id = `${page}_${world.nextId()}`;
      // Spaces at the ends are dropped there.
      posts.set(id, { id, message: message.trim(), photos: attached, at: world.now(), effect: publish(world, id, page, message.trim(), attached.length) });
      return c.json({ id });
    });
    part.post("/v25.0/:page/video_reels", async (c, next) => { const given = await givenOf(c); return wordOf(given, "upload_phase") === "finish" ? world.step("commit", metaErrors)(c, next) : world.step("prepare", metaErrors)(c, next); }, async (c) => {
      const given = await givenOf(c), page = c.req.param("page"), holder = await signedBy(c, tokens, "pages_manage_posts", page);
      if (holder instanceof Response) return holder;
      if (wordOf(given, "upload_phase") === "start") {
        const id = world.nextId();
        videos.set(id, { sent: 0, size: -1, polls: world.take("prepare", ["slow"]) ? 3 : 1, state: "not_started", description: "", at: world.now() });
        return c.json({ video_id: id, upload_url: `https://rupload.facebook.com/video-upload/v25.0/${id}` });
      }
      const video = videos.get(wordOf(given, "video_id"));
      if (!video || video.sent !== video.size || given.video_state !== "PUBLISHED" || video.state === "published") return graphError(c, 400, 100);
      const description = wordOf(given, "description");
      Object.assign(video, { state: "published", description, at: world.now(), effect: publish(world, wordOf(given, "video_id"), page, description, 0) });
      return c.json({ success: true });
    });
    part.get("/v25.0/:page/published_posts", world.step("reconcile", metaErrors), async (c) => {
      const holder = await signedBy(c, tokens, "pages_read_engagement", c.req.param("page"));
      return holder instanceof Response ? holder : c.json({ data: [...posts.values()].filter(({ at, effect }) => !effect.isRemoved && isSince(c, at)).map(shown), paging: {} });
    });
    part.get("/v25.0/:page/feed", world.step("incoming", metaErrors), async (c) => {
      const page = c.req.param("page"), holder = await signedBy(c, tokens, "pages_read_user_content", page);
      if (holder instanceof Response) return holder;
      for (const { id } of posts.values()) if (comments.every(({ post }) => post !== id)) comments.push({ id: "comment-1", message: "Do you take new patients?", at: world.now(), from: { id: "77", name: "Somebody Else" }, post: id }, { id: "comment-2", message: "Thank you!", at: world.now(), from: { id: page, name: "Seapine Medical Spa" }, post: id });
      return c.json({ data: [...posts.values()].map(({ id }) => ({ id, comments: { data: comments.filter(({ post }) => post === id).map(({ at, post: _, parent, ...one }) => ({ ...one, created_time: metaTime(at), permalink_url: url(id), can_comment: true, ...(parent ? { parent: { id: parent } } : {}) })) } })) });
    });
    part.post("/v25.0/:comment/comments", world.step("reply", metaErrors), async (c) => {
      const given = await givenOf(c), under = comments.find(({ id }) => id === c.req.param("comment")), holder = await signedBy(c, tokens, "pages_manage_engagement");
      if (holder instanceof Response) return holder;
      if (!under || under.parent || wordOf(given, "message") === "" || "fields" in given) return graphError(c, 400, 100);
      const id = world.nextId();
      comments.push({ id, message: wordOf(given, "message"), at: world.now(), from: { id: holder.account, name: "Seapine Medical Spa" }, post: under.post, parent: under.id });
      return c.json({ id });
    });
    part.get("/v25.0/:post/insights", world.step("metrics", metaErrors), async (c) => {
      const holder = await signedBy(c, tokens, "read_insights"), asked = (c.req.query("metric") ?? "").split(","), figures: Record<string, unknown> = { post_media_view: 120, post_clicks: 7, post_reactions_by_type_total: { like: 9, love: 2 } };
      if (holder instanceof Response) return holder;
      // One name that it does not know fails the whole call.
      return asked.some((name) => !(name in figures)) ? graphError(c, 400, 100) : c.json({ data: asked.map((name) => ({ name, values: [{ value: figures[name] }] })) });
    });
    part.get("/v25.0/:id", async (c, next) => world.step(c.req.param("id") === PAGE ? "describe" : "read-back", metaErrors)(c, next), async (c) => {
      const id = c.req.param("id"), fields = c.req.query("fields") ?? "", post = posts.get(id), video = videos.get(id);
      if (id === PAGE && fields === "access_token") { const access_token = await pageToken(c, login, PAGE); return access_token ? c.json({ id, access_token }) : graphError(c, 400, 190); }
      const holder = await signedBy(c, tokens, "pages_read_engagement");
      if (holder instanceof Response) return holder;
      if (id === PAGE) return c.json({ id, name: "Seapine Medical Spa", is_published: true });
      if (fields.startsWith("comments")) return c.json({ id, comments: { summary: { total_count: 2 } }, ...(fields.includes("shares") ? { shares: { count: 3 } } : {}) });
      if (video && !video.effect?.isRemoved) return c.json(shownVideo(id, video, world));
      return post && !post.effect.isRemoved ? c.json(shown(post)) : graphError(c, 400, 100, 33);
    });
    part.delete("/v25.0/:id", world.step("remove", metaErrors), async (c) => {
      const effect = posts.get(c.req.param("id"))?.effect ?? videos.get(c.req.param("id"))?.effect, holder = await signedBy(c, tokens, "pages_manage_posts");
      if (holder instanceof Response) return holder;
      if (!effect || effect.isRemoved) return graphError(c, 400, 100, 33);
      effect.isRemoved = true;
      return c.json({ success: true });
    });
  }

  const shown = ({ id, message, photos: of, at }: Post): unknown => ({
    id, message, created_time: metaTime(at), permalink_url: url(id), is_published: true,
    ...(of.length === 1 ? { attachments: { data: [{ media_type: "photo", target: { id: of[0] } }] } } : of.length > 1 ? { attachments: { data: [{ media_type: "album", subattachments: { data: of.map((one) => ({ media_type: "photo", target: { id: one } })) } }] } } : {}),
  });
  /** It looks a video through before it calls the upload complete. */
  function shownVideo(id: string, video: Video, world: World): unknown {
    const isSent = video.sent === video.size, isReady = isSent && --video.polls <= 0, isBad = isSent && video.state === "not_started" && world.take("prepare", ["invalid-media"]) !== undefined;
    return { id, description: video.description, permalink_url: `/reel/${id}/`, published: video.state === "published", created_time: metaTime(video.at), status: { video_status: isBad ? "error" : isReady ? "ready" : "processing", uploading_phase: { status: isReady ? "complete" : "in_progress", bytes_transferred: video.sent }, processing_phase: { status: isBad ? "error" : "not_started" }, publishing_phase: { status: video.state === "published" ? "complete" : "not_started" } } };
  }

  return { network: "facebook", mounts: [
    { at: "/www.facebook.com", routes: (app) => authorizePage(app, "/v25.0/dialog/oauth", (id) => id === APP.clientId ? APP : undefined) },
    { at: "/rupload.facebook.com", routes: (app, world) => {
      app.post("/video-upload/v25.0/:id", world.step("prepare", metaErrors), async (c) => {
        const video = videos.get(c.req.param("id")), header = c.req.header("authorization") ?? "", holder = tokens.get(header.replace(/^OAuth /, "")), size = Number(c.req.header("file_size"));
        if (!holder || !header.startsWith("OAuth ")) return graphError(c, 401, 190);
        const body = await c.req.arrayBuffer();
        if (!video || Number(c.req.header("offset")) !== video.sent || !(size > 0)) return graphError(c, 400, 100);
        Object.assign(video, { sent: video.sent + body.byteLength, size });
        return video.sent === size ? c.json({ success: true }) : graphError(c, 400, 100);
      });
    } },
    { at: "/graph.facebook.com", routes: (app, world) => sharing(app, "/graph.facebook.com", (given) => !isOfInstagram(given), (part) => routes(part, world)) },
  ] };
})();
