/** A stand-in for TikTok: one creator of an audited app; videos that come in parts, pictures that it would fetch. */
import { createHash, type Hash, randomUUID } from "node:crypto";
import type { Context, Hono, MiddlewareHandler } from "hono";
import type { Effect, Errors, StandIn, World } from "./stand-in.ts";

const OPEN_ID = "open-juniper", HANDLE = "juniperskin", SCOPES = ["user.info.basic", "video.publish", "video.list"];
const OPTIONS = ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"];

export const tiktokFixture = {
  app: { clientId: "tiktok-key", clientSecret: "tiktok-secret" },
  account: { id: OPEN_ID, name: "Juniper Skin", handle: HANDLE, url: `https://www.tiktok.com/@${HANDLE}`, host: null, more: {} },
  credentials: { access: "act.tiktok", refresh: "rft.tiktok", expiresAt: null, refreshExpiresAt: null, scopes: SCOPES, more: {} },
  settings: { privacy: "PUBLIC_TO_EVERYONE", comment: true },
};
/** The same account through an app that was not audited. */
export const TIKTOK_UNAUDITED = "act.unaudited";

interface Publish { id: string; postId: string; text: string; title: string; privacy: string; pictures: number; size: number; part: number; parts: number; held: number; hash: Hash; isOut: boolean; fails: boolean; pollsLeft: number; at: number }
interface State { access: Map<string, string[]>; refresh: Map<string, string[]>; codes: Map<string, { redirectUri: string; challenge: string; scopes: string[] }>; publishes: Map<string, Publish> }
const states = new WeakMap<World["effects"], State>();
function stateOf(world: World): State {
  const state = states.get(world.effects) ?? { access: new Map([["act.tiktok", SCOPES], [TIKTOK_UNAUDITED, SCOPES]]), refresh: new Map([["rft.tiktok", SCOPES]]), codes: new Map(), publishes: new Map() };
  states.set(world.effects, state);
  return state;
}

const refuse = (c: Context, status: 400 | 401 | 403 | 404 | 429 | 500, code: string): Response => c.json({ data: {}, error: { code, message: "The stand-in says no.", log_id: "1" } }, status);
const good = (c: Context, data: object): Response => c.json({ data, error: { code: "ok", message: "", log_id: "1" } });
const errors: Errors = {
  "429": (c) => { c.header("retry-after", "2"); return refuse(c, 429, "rate_limit_exceeded"); }, "500": (c) => refuse(c, 500, "internal_error"),
  "expired-token": (c) => refuse(c, 401, "access_token_invalid"), "revoked-token": (c) => refuse(c, 401, "access_token_invalid"),
  permission: (c) => refuse(c, 401, "scope_not_authorized"), "invalid-media": (c) => refuse(c, 400, "invalid_params"),
};
const grantErrors: Errors = { ...errors, "expired-token": (c) => c.json({ error: "invalid_grant" }, 400), "revoked-token": (c) => c.json({ error: "invalid_grant" }, 400), permission: (c) => c.json({ error: "invalid_client" }, 401) };

export const tiktokStandIn: StandIn = { network: "tiktok", mounts: [
  { at: "/www.tiktok.com", routes: (app, world) => { app.get("/v2/auth/authorize/", (c) => authorize(c, world)); } },
  { at: "/open.tiktokapis.com", routes: (app, world) => { app.post("/v2/oauth/token/", world.step("sign-in", grantErrors), (c) => token(c, world)); app.post("/v2/oauth/revoke/", world.step("sign-in", grantErrors), (c) => revoke(c, world)); posting(app, world); reads(app, world); } },
  { at: "/open-upload.tiktokapis.com", routes: uploads },
] };

function authorize(c: Context, world: World): Response {
  const { client_key: key, redirect_uri: redirectUri = "", response_type: type, scope = "", state, code_challenge: challenge, code_challenge_method: method } = c.req.query();
  if (key !== tiktokFixture.app.clientId || !URL.canParse(redirectUri) || type !== "code" || !scope || !state || !challenge || method !== "S256") return c.text("Something went wrong: param_error", 400);
  const code = `code-${randomUUID()}`, back = new URL(redirectUri);
  stateOf(world).codes.set(code, { redirectUri, challenge, scopes: scope.split(",") });
  for (const [name, value] of Object.entries({ code, scopes: scope, state })) back.searchParams.set(name, value);
  return c.redirect(back.href);
}

async function token(c: Context, world: World): Promise<Response> {
  const asked = await c.req.parseBody<Record<string, string>>(), { access, refresh, codes } = stateOf(world), held = asked["refresh_token"] ?? "", code = codes.get(asked["code"] ?? "");
  if (asked["client_key"] !== tiktokFixture.app.clientId || asked["client_secret"] !== tiktokFixture.app.clientSecret) return c.json({ error: "invalid_client" }, 401);
  codes.delete(asked["code"] ?? "");
  const isGood = code && code.redirectUri === asked["redirect_uri"] && code.challenge === createHash("sha256").update(asked["code_verifier"] ?? "").digest("hex");
  const scopes = asked["grant_type"] === "refresh_token" ? refresh.get(held) : asked["grant_type"] === "authorization_code" && isGood ? code.scopes : undefined;
  if (!scopes) return c.json({ error: "invalid_grant", error_description: "Authorization code or refresh token is not valid.", log_id: "1" }, 400);
  // It rotates: the one that was used ends.
  refresh.delete(held);
  const made = { access_token: `act.${randomUUID()}`, refresh_token: `rft.${randomUUID()}` };
  access.set(made.access_token, scopes);
  refresh.set(made.refresh_token, scopes);
  return c.json({ ...made, open_id: OPEN_ID, scope: scopes.join(","), expires_in: 7_200, refresh_expires_in: 15_552_000, token_type: "Bearer" });
}

/** The app is gone from the account with any token of it; here is but one account. */
async function revoke(c: Context, world: World): Promise<Response> {
  const asked = await c.req.parseBody<Record<string, string>>(), { access, refresh } = stateOf(world);
  if (asked["client_key"] !== tiktokFixture.app.clientId || asked["client_secret"] !== tiktokFixture.app.clientSecret) return c.json({ error: "invalid_client" }, 401);
  if (!access.has(asked["token"] ?? "")) return c.json({ error: "invalid_request" }, 400);
  access.clear();
  refresh.clear();
  return c.json({});
}

const tokenOf = (c: Context): string => /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
const needs = (world: World, scope: string): MiddlewareHandler => async (c, next) => {
  const scopes = stateOf(world).access.get(tokenOf(c));
  if (!scopes) return refuse(c, 401, "access_token_invalid");
  return scopes.includes(scope) ? next() : refuse(c, 401, "scope_not_authorized");
};

function posting(app: Hono, world: World): void {
  const { publishes } = stateOf(world), signed = needs(world, "video.publish");
  app.post("/v2/post/publish/creator_info/query/", signed, world.step("describe", errors), (c) =>
    good(c, { creator_username: HANDLE, creator_nickname: "Juniper Skin", creator_avatar_url: "https://p16.example.com/a.webp", privacy_level_options: OPTIONS, comment_disabled: false, duet_disabled: true, stitch_disabled: false, max_video_post_duration_sec: 600 }));
  app.post("/v2/post/publish/video/init/", signed, world.step("prepare", errors), async (c) => {
    const { post_info: about = {}, source_info: source = {} } = await c.req.json<any>(), wrong = wrongIn(c, about);
    if (wrong) return wrong;
    const { video_size: size, chunk_size: part, total_chunk_count: parts } = source, isPart = parts === 1 ? part === size && size <= 64_000_000 : part >= 5_000_000 && part <= 64_000_000 && parts === Math.floor(size / part) && parts <= 1_000;
    if (source.source !== "FILE_UPLOAD" || !(size > 0) || !isPart || (about.title ?? "").length > 2_200) return refuse(c, 400, "invalid_params");
    const made = begun("v_pub_file~v2-1", about, { text: about.title ?? "", size, part, parts, pictures: 0 });
    return good(c, { publish_id: made.id, upload_url: `https://open-upload.tiktokapis.com/video/?upload_id=${encodeURIComponent(made.id)}&upload_token=t` });
  });
  app.post("/v2/post/publish/content/init/", signed, world.step("commit", errors), async (c) => {
    const { media_type, post_mode, post_info: about = {}, source_info: source = {} } = await c.req.json<any>(), wrong = wrongIn(c, about), images: string[] = source.photo_images ?? [];
    if (wrong) return wrong;
    if (media_type !== "PHOTO" || post_mode !== "DIRECT_POST" || source.source !== "PULL_FROM_URL" || images.length < 1 || images.length > 35 || !(source.photo_cover_index < images.length)) return refuse(c, 400, "invalid_params");
    if ((about.title ?? "").length > 90 || (about.description ?? "").length > 4_000) return refuse(c, 400, "invalid_params");
    if (images.some((image) => !URL.canParse(image) || new URL(image).hostname === "unverified.example.com")) return refuse(c, 403, "url_ownership_unverified");
    const made = begun("p_pub_url~v2", about, { text: about.description ?? "", size: 0, part: 0, parts: 0, pictures: images.length });
    finish(world, made);
    return good(c, { publish_id: made.id });
  });

  function wrongIn(c: Context, about: any): Response | undefined {
    if (!OPTIONS.includes(about.privacy_level)) return refuse(c, 403, "privacy_level_option_mismatch");
    if (tokenOf(c) === TIKTOK_UNAUDITED && about.privacy_level !== "SELF_ONLY") return refuse(c, 403, "unaudited_client_can_only_post_to_private_accounts");
    if (typeof about.disable_comment !== "boolean" || typeof about.brand_content_toggle !== "boolean" || typeof about.brand_organic_toggle !== "boolean") return refuse(c, 400, "invalid_params");
    return undefined;
  }
  function begun(prefix: string, { title = "", privacy_level: privacy }: any, more: Pick<Publish, "text" | "size" | "part" | "parts" | "pictures">): Publish {
    // Real numbers of posts are longer than a number of JavaScript can hold exactly.
    const id = world.nextId(), made: Publish = { id: `${prefix}.${id}`, postId: `751234567890123${id}`, title, privacy, held: 0, hash: createHash("sha256"), isOut: false, fails: false, pollsLeft: 0, at: 0, ...more };
    publishes.set(made.id, made);
    return made;
  }
}

function finish(world: World, publish: Publish): void {
  publish.at = world.now().getTime();
  publish.fails = world.take("reconcile", ["invalid-media"]) !== undefined;
  publish.pollsLeft = world.take("commit", ["slow"]) ? 2 : 0;
  publish.isOut = !publish.fails;
  const effect: Effect = { network: "tiktok", id: publish.postId, account: OPEN_ID, text: publish.text, pictures: publish.pictures, at: new Date(publish.at).toISOString(), isRemoved: false };
  if (publish.isOut && publish.privacy === "PUBLIC_TO_EVERYONE") world.effects.push(effect);
}

function uploads(app: Hono, world: World): void {
  const { publishes } = stateOf(world), parts = world.step("prepare", errors), last = world.step("commit", errors);
  const rangeOf = (c: Context): number[] => (/^bytes (\d+)-(\d+)\/(\d+)$/.exec(c.req.header("content-range") ?? "") ?? []).slice(1).map(Number);
  app.put("/video/", (c, next) => { const [, to, size] = rangeOf(c); return (to === size! - 1 ? last : parts)(c, next); }, async (c) => {
    const publish = publishes.get(c.req.query("upload_id") ?? ""), [from, to, size] = rangeOf(c), bytes = new Uint8Array(await c.req.arrayBuffer());
    if (!publish || !c.req.query("upload_token")) return c.body(null, 404);
    if (from === undefined || size !== publish.size || bytes.length !== to! - from + 1 || !/^video\//.test(c.req.header("content-type") ?? "")) return c.body(null, 400);
    const isLast = to === size - 1, index = from / publish.part;
    if (from !== publish.held || (isLast ? index !== publish.parts - 1 : bytes.length !== publish.part)) return c.body(null, 416);
    publish.held += bytes.length;
    publish.hash.update(bytes);
    if (!isLast) return c.body(null, 206);
    finish(world, publish);
    return c.body(null, 201);
  });
  /** Whether every part came to its place. */
  app.get("/stand-in/sha256/:id", (c) => c.text([...publishes.values()].find(({ postId }) => postId === c.req.param("id"))?.hash.copy().digest("hex") ?? ""));
}

function reads(app: Hono, world: World): void {
  const { publishes } = stateOf(world);
  app.get("/v2/user/info/", needs(world, "user.info.basic"), (c) => c.req.query("fields") ? good(c, { user: { open_id: OPEN_ID, display_name: "Juniper Skin" } }) : refuse(c, 400, "invalid_params"));
  app.post("/v2/post/publish/status/fetch/", needs(world, "video.publish"), world.step("reconcile", errors), async (c) => {
    const { publish_id: id } = await c.req.json<{ publish_id?: string }>(), publish = publishes.get(id ?? "");
    if (!publish) return refuse(c, 400, "invalid_publish_id");
    if (publish.fails) return good(c, { status: "FAILED", fail_reason: "file_format_check_failed" });
    if (!publish.isOut) return good(c, { status: "PROCESSING_UPLOAD", uploaded_bytes: publish.held });
    if (publish.pollsLeft-- > 0) return good(c, publish.size > 0 ? { status: "PROCESSING_UPLOAD", uploaded_bytes: publish.held } : { status: "PROCESSING_DOWNLOAD" });
    const ids = publish.privacy === "PUBLIC_TO_EVERYONE" ? publish.postId : "";
    return c.body(`{"data":{"status":"PUBLISH_COMPLETE","uploaded_bytes":${publish.held},"publicaly_available_post_id":[${ids}]},"error":{"code":"ok","message":"","log_id":"1"}}`, 200, { "content-type": "application/json" });
  });
  const isShown = ({ isOut, privacy, pollsLeft }: Publish): boolean => isOut && privacy === "PUBLIC_TO_EVERYONE" && pollsLeft <= 0;
  const videoOf = ({ postId, at, text, title, pictures }: Publish): object => ({ id: postId, create_time: Math.floor(at / 1000), video_description: text.slice(0, 150), title: (pictures > 0 ? title : text).slice(0, 150), share_url: `https://www.tiktok.com/@${HANDLE}/video/${postId}`, view_count: 40, like_count: 5, comment_count: 2, share_count: 1 });
  app.post("/v2/video/list/", needs(world, "video.list"), world.step("reconcile", errors), (c) => good(c, { videos: [...publishes.values()].filter(isShown).reverse().map(videoOf), cursor: 0, has_more: false }));
  const readBack = world.step("read-back", errors), metrics = world.step("metrics", errors);
  app.post("/v2/video/query/", needs(world, "video.list"), (c, next) => (c.req.query("fields")?.includes("view_count") ? metrics : readBack)(c, next), async (c) => {
    const { filters } = await c.req.json<{ filters?: { video_ids?: string[] } }>(), ids = filters?.video_ids ?? [];
    if (ids.length < 1 || ids.length > 20) return refuse(c, 400, "invalid_params");
    return good(c, { videos: [...publishes.values()].filter((publish) => isShown(publish) && ids.includes(publish.postId)).map(videoOf) });
  });
}
