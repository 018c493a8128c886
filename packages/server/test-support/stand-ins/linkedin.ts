/** A stand-in for LinkedIn, written from the documentation of its versioned interface. It is not LinkedIn. */
import { randomBytes } from "node:crypto";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { fromLittleText } from "../../src/networks/linkedin/little-text.ts";
import { type Errors, resetsAt, type StandIn, type World } from "./stand-in.ts";

const MEMBER = "urn:li:person:aB3xY", PAGE = "urn:li:organization:5515715", STRANGER = "urn:li:person:zZ9";
const PROFILE = ["openid", "profile", "w_member_social"], PAGES = ["r_basicprofile", "w_member_social", "rw_organization_admin", "r_organization_social", "w_organization_social", "r_organization_social_feed", "w_organization_social_feed"];
/** One app has the product for profiles, the other the reviewed one. */
const APPS: Record<string, { secret: string; scopes: string[]; mayRefresh: boolean }> = { "li-profile": { secret: "li-secret", scopes: PROFILE, mayRefresh: false }, "li-pages": { secret: "li-secret", scopes: PAGES, mayRefresh: true } };

const hosts = ["api.linkedin.com", "www.linkedin.com"];
export const linkedinFixture = {
  account: { id: PAGE, name: "Seapine Dermatology", handle: "seapine-dermatology", url: "https://www.linkedin.com/company/seapine-dermatology/", host: null, more: { urn: PAGE } },
  credentials: { access: "li-page", refresh: "li-refresh", expiresAt: null, refreshExpiresAt: null, scopes: PAGES, more: {} }, app: { clientId: "li-pages", clientSecret: "li-secret" }, hosts,
};
export const linkedinMemberFixture = {
  account: { id: MEMBER, name: "Ines Moreau", handle: "", url: null, host: null, more: { urn: MEMBER } },
  credentials: { access: "li-member", refresh: null, expiresAt: null, refreshExpiresAt: null, scopes: PROFILE, more: {} }, app: { clientId: "li-profile", clientSecret: "li-secret" }, hosts,
};

interface Asset { urn: string; owner: string; kind: "image" | "video"; size: number; parts: Map<string, Buffer>; looks: number; status: "WAITING_UPLOAD" | "PROCESSING" | "AVAILABLE" | "PROCESSING_FAILED" }
interface Post { id: string; author: string; commentary: string; content?: Content | undefined; createdAt: number; publishedAt: number; lifecycleState: string; visibility: string }
interface Content { media?: { id: string; altText?: string }; multiImage?: { images: { id: string; altText?: string }[] } }
interface Comment { id: string; actor: string; commentUrn: string; object: string; message: { text: string }; created: { time: number } }
interface State { world: World; arrived?: Uint8Array; access: Map<string, string[]>; codes: Map<string, { app: string; redirect: string; scopes: string[] }>; assets: Map<string, Asset>; posts: Map<string, Post>; comments: Map<string, Comment[]> }

const say = (c: Context, status: ContentfulStatusCode, code: string, message: string, more: object = {}): Response => c.json({ status, code, message, ...more }, status);
const errors: Errors = {
  429: (c) => { c.header("retry-after", String(Math.ceil((resetsAt(new Date()).getTime() - Date.now()) / 1000))); return say(c, 429, "TOO_MANY_REQUESTS", "Resource level throttle APPLICATION_AND_MEMBER limit for calls to this resource is reached.", { serviceErrorCode: 101 }); },
  500: (c) => say(c, 500, "INTERNAL_SERVER_ERROR", "Internal Server Error"),
  "expired-token": (c) => say(c, 401, "EXPIRED_ACCESS_TOKEN", "The token used in the request has expired", { serviceErrorCode: 65602 }),
  "revoked-token": (c) => say(c, 401, "REVOKED_ACCESS_TOKEN", "The token used in the request has been revoked by the user", { serviceErrorCode: 65601 }),
  permission: (c) => say(c, 403, "ACCESS_DENIED", "Not enough permissions to access this resource", { serviceErrorCode: 100 }),
  "invalid-media": (c) => wrong(c, "MEDIA_ASSET_PROCESSING_FAILED"),
};
const wrong = (c: Context, code: string, status: 400 | 422 = 400): Response => c.json({ status, message: "The request is not valid", errorDetailType: "com.linkedin.common.error.BadRequest", errorDetails: { inputErrors: [{ code }] } }, status);

export interface LinkedInStandIn extends StandIn { /** The last video, put together. */ arrived(): Uint8Array; comment(post: string, text: string): string; contentOf(post: string): Content | undefined; replies(post: string): string[] }

export function linkedinStandIn({ signInSeconds = 5_184_000 } = {}): LinkedInStandIn {
  let state: State | undefined;
  const made = (world: World): State => state ??= { world, codes: new Map(), assets: new Map(), posts: new Map(), comments: new Map(), access: new Map([["li-page", PAGES], ["li-member", PROFILE]]) };
  return {
    network: "linkedin",
    mounts: [
      { at: "/www.linkedin.com", routes: (app, world) => { signIn(app, made(world), signInSeconds); bytes(app, made(world)); } },
      { at: "/api.linkedin.com", routes: (app, world) => { const mine = made(world); app.use("/rest/*", versioned); people(app, mine); media(app, mine); posts(app, mine); social(app, mine); } },
    ],
    arrived: () => state!.arrived!,
    comment: (post, text) => addComment(state!, post, STRANGER, text).commentUrn,
    contentOf: (post) => state!.posts.get(post)?.content,
    replies: (post) => (state!.comments.get(post) ?? []).filter(({ actor }) => actor === PAGE).map(({ message }) => message.text),
  };
}

/** Both headers are required; a version that is not a month is none. */
const versioned: MiddlewareHandler = async (c, next) => {
  if (!/^20\d{4}$/.test(c.req.header("linkedin-version") ?? "")) return say(c, 426, "NONEXISTENT_VERSION", "Requested version is not active");
  if (c.req.header("x-restli-protocol-version") !== "2.0.0") return say(c, 400, "ILLEGAL_ARGUMENT", "Syntax exception in path variables");
  return next();
};

/** What the token may; an answer where it may not. */
function may({ access }: State, c: Context, ...oneOf: string[]): Response | string[] {
  const scopes = access.get(c.req.header("authorization")?.replace(/^Bearer /, "") ?? "");
  if (!scopes) return say(c, 401, "INVALID_ACCESS_TOKEN", "Invalid access token", { serviceErrorCode: 65600 });
  return oneOf.some((scope) => scopes.includes(scope)) ? scopes : errors.permission(c) as Response;
}
const writerOf = (urn: unknown): string => urn === MEMBER ? "w_member_social" : urn === PAGE ? "w_organization_social" : "nobody";

function signIn(app: Hono, { world, codes, access }: State, signInSeconds: number): void {
  app.get("/oauth/v2/authorization", (c) => {
    const { response_type: type, client_id: client = "", redirect_uri: redirect = "", state = "", scope = "" } = c.req.query(), scopes = scope.split(" ");
    if (type !== "code" || !APPS[client] || !URL.canParse(redirect)) return c.text("Bummer, something went wrong.", 400);
    const back = new URL(redirect), code = randomBytes(12).toString("hex"), isWrong = !scopes.every((one) => APPS[client]!.scopes.includes(one));
    codes.set(code, { app: client, redirect, scopes });
    back.search = new URLSearchParams(isWrong ? { error: "unauthorized_scope_error", state } : { code, state }).toString();
    return c.redirect(back.href);
  });
  app.post("/oauth/v2/accessToken", world.step("sign-in", errors), async (c) => {
    const form = await c.req.parseBody(), client = String(form["client_id"]), owned = APPS[client], no = (error: string, status: 400 | 401 = 400): Response => c.json({ error, error_description: "not accepted" }, status);
    if (!owned || form["client_secret"] !== owned.secret) return no("invalid_client", 401);
    const code = codes.get(String(form["code"])), isRefresh = form["grant_type"] === "refresh_token";
    codes.delete(String(form["code"]));
    if (isRefresh ? !owned.mayRefresh || form["refresh_token"] !== "li-refresh" : form["grant_type"] !== "authorization_code" || code?.app !== client || code.redirect !== form["redirect_uri"]) return no("invalid_request");
    const token = `li-${randomBytes(9).toString("hex")}`, scopes = code?.scopes ?? owned.scopes;
    access.set(token, scopes);
    return c.json({ access_token: token, expires_in: signInSeconds, scope: scopes.join(","), token_type: "Bearer", ...(scopes.includes("openid") ? { id_token: "not-for-us" } : {}), ...(owned.mayRefresh ? { refresh_token: "li-refresh", refresh_token_expires_in: 31_536_000 } : {}) });
  });
}

function people(app: Hono, state: State): void {
  const describe = state.world.step("describe", errors);
  app.get("/v2/userinfo", describe, (c) => { const scopes = may(state, c, "openid"); return scopes instanceof Response ? scopes : c.json({ sub: "aB3xY", name: "Ines Moreau", given_name: "Ines", family_name: "Moreau" }); });
  app.get("/v2/me", describe, (c) => { const scopes = may(state, c, "r_basicprofile"); return scopes instanceof Response ? scopes : c.json({ id: "aB3xY", localizedFirstName: "Ines", localizedLastName: "Moreau", vanityName: "ines-moreau" }); });
  app.get("/rest/organizationAcls", describe, (c) => {
    const scopes = may(state, c, "rw_organization_admin");
    if (scopes instanceof Response) return scopes;
    return c.req.query("q") !== "roleAssignee" ? wrong(c, "INVALID_FINDER") : c.json({ elements: [{ role: "ADMINISTRATOR", state: "APPROVED", organization: PAGE, roleAssignee: MEMBER }, { role: "ANALYST", state: "APPROVED", organization: "urn:li:organization:9", roleAssignee: MEMBER }] });
  });
  app.get("/rest/organizations/:id", describe, (c) => { const scopes = may(state, c, "rw_organization_admin"); return scopes instanceof Response ? scopes : c.json({ id: 5515715, localizedName: "Seapine Dermatology", vanityName: "seapine-dermatology" }); });
}

const PART = 4 * 1024 * 1024;
interface Init { initializeUploadRequest?: { owner?: string; fileSizeBytes?: number; uploadCaptions?: boolean; uploadThumbnail?: boolean } }
interface Finalize { finalizeUploadRequest: { video: string; uploadToken: string; uploadedPartIds: string[] } }

function media(app: Hono, state: State): void {
  const { world, assets } = state, prepare = world.step("prepare", errors);
  const begin = async (c: Context, kind: "image" | "video"): Promise<Asset | Response> => {
    const { initializeUploadRequest: asked = {} } = await c.req.json<Init>(), scopes = may(state, c, writerOf(asked.owner));
    if (scopes instanceof Response) return scopes;
    const size = kind === "image" ? 0 : asked.fileSizeBytes ?? 0;
    if (kind === "video" && (size < 75 * 1024 || size > 500 * 1024 ** 2 || asked.uploadCaptions !== false || asked.uploadThumbnail !== false)) return wrong(c, "INVALID_VALUE_FOR_FIELD");
    const urn = `urn:li:${kind}:C4E${world.nextId()}`, asset: Asset = { urn, owner: asked.owner!, kind, size, parts: new Map(), looks: 0, status: "WAITING_UPLOAD" };
    assets.set(urn, asset);
    return asset;
  };
  app.post("/rest/images", prepare, async (c) => {
    const asset = await begin(c, "image");
    return asset instanceof Response ? asset : c.json({ value: { uploadUrlExpiresAt: Date.now() + 86_400_000, uploadUrl: `https://www.linkedin.com/dms-uploads/${asset.urn}/0`, image: asset.urn } });
  });
  app.post("/rest/videos", prepare, async (c) => {
    if (c.req.query("action") === "finalizeUpload") return finalize(c);
    const asset = await begin(c, "video");
    if (asset instanceof Response) return asset;
    const uploadInstructions = Array.from({ length: Math.ceil(asset.size / PART) }, (_, at) => ({ uploadUrl: `https://www.linkedin.com/dms-uploads/${asset.urn}/${at}`, firstByte: at * PART, lastByte: Math.min(asset.size, (at + 1) * PART) - 1 }));
    return c.json({ value: { uploadUrlsExpireAt: Date.now() + 86_400_000, video: asset.urn, uploadToken: "", uploadInstructions } });
  });
  const finalize = async (c: Context): Promise<Response> => {
    const { video, uploadedPartIds } = (await c.req.json<Finalize>()).finalizeUploadRequest, asset = assets.get(video), scopes = may(state, c, writerOf(asset?.owner));
    if (scopes instanceof Response) return scopes;
    const parts = uploadedPartIds.map((id) => asset!.parts.get(id)), whole = Buffer.concat(parts.filter((part) => part !== undefined));
    if (whole.length !== asset!.size) return wrong(c, "INVALID_PARTS");
    state.arrived = whole;
    work(asset!, world, 1);
    return c.body(null, 200);
  };
  for (const kind of ["images", "videos"] as const) app.get(`/rest/${kind}/:urn`, prepare, (c) => {
    const asset = assets.get(c.req.param("urn")), scopes = may(state, c, ...(kind === "images" ? ["r_organization_social"] : ["r_organization_social", "w_member_social"]));
    if (scopes instanceof Response) return scopes;
    if (!asset) return say(c, 404, "NOT_FOUND", "Not found");
    if (asset.status === "PROCESSING" && asset.looks-- <= 0) asset.status = world.take("prepare", ["invalid-media"]) ? "PROCESSING_FAILED" : "AVAILABLE";
    return c.json({ id: asset.urn, owner: asset.owner, status: asset.status });
  });
}

const work = (asset: Asset, world: World, looks: number): void => { asset.status = "PROCESSING"; asset.looks = world.take("prepare", ["slow"]) ? 3 : looks; };

function bytes(app: Hono, { world, assets, access }: State): void {
  app.put("/dms-uploads/:urn/:part", world.step("prepare", errors), async (c) => {
    const asset = assets.get(c.req.param("urn")), body = Buffer.from(await c.req.arrayBuffer()), tag = `part-${c.req.param("part")}`;
    // A picture needs the token; a part of a video must come without it.
    const isSigned = access.has(c.req.header("authorization")?.replace(/^Bearer /, "") ?? "");
    if (!asset || body.length === 0 || isSigned !== (asset.kind === "image")) return c.body(null, 400);
    asset.parts.set(tag, body);
    if (asset.kind === "image") work(asset, world, 0);
    c.header("etag", `"${tag}"`);
    return c.body(null, asset.kind === "image" ? 201 : 200);
  });
}

interface PostBody { author: string; commentary: string; visibility: string; lifecycleState: string; distribution?: { feedDistribution?: string }; content?: Content }

function posts(app: Hono, state: State): void {
  const { world, assets } = state;
  app.post("/rest/posts", world.step("commit", errors), async (c) => {
    const body = await c.req.json<PostBody>(), scopes = may(state, c, writerOf(body.author));
    if (scopes instanceof Response) return scopes;
    if (body.visibility !== "PUBLIC" || body.lifecycleState !== "PUBLISHED" || body.distribution?.feedDistribution !== "MAIN_FEED") return wrong(c, "INVALID_VALUE_FOR_FIELD");
    if (body.commentary.length > 3000) return wrong(c, "FIELD_LENGTH_TOO_LONG", 422);
    const images = body.content?.multiImage?.images ?? (body.content?.media ? [body.content.media] : []), found = images.map(({ id }) => assets.get(id));
    if (body.content?.multiImage && (images.length < 2 || images.length > 20 || found.some((asset) => asset?.kind !== "image"))) return wrong(c, "INVALID_CONTENT");
    if (found.some((asset) => asset?.owner !== body.author || asset.status === "WAITING_UPLOAD" || asset.status === "PROCESSING_FAILED" || (asset.kind === "video" && asset.status !== "AVAILABLE")) || images.some(({ altText }) => (altText?.length ?? 0) > 4086)) return wrong(c, "MEDIA_ASSET_PROCESSING_FAILED");
    const text = shownText(body.commentary);
    if (text !== "" && [...state.posts.values()].some((post) => post.author === body.author && shownText(post.commentary) === text)) return wrong(c, "DUPLICATE_POST", 422);
    const id = `urn:li:share:${world.nextId()}`, at = world.now();
    // LinkedIn stores a hashtag as a template of its own.
    const commentary = body.commentary.replace(/\\#([\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*)/gu, "{hashtag|\\#|$1}");
    state.posts.set(id, { id, author: body.author, commentary, content: body.content, createdAt: at.getTime(), publishedAt: at.getTime(), lifecycleState: "PUBLISHED", visibility: "PUBLIC" });
    world.effects.push({ network: "linkedin", id, account: body.author, text, pictures: images.length, at: at.toISOString(), isRemoved: false });
    c.header("x-restli-id", id);
    return c.body(null, 201);
  });
  app.get("/rest/posts", world.step("reconcile", errors), (c) => {
    const scopes = may(state, c, "r_organization_social"), { q, author, count = "10", start = "0" } = c.req.query();
    if (scopes instanceof Response) return scopes;
    if (q !== "author" || author !== PAGE || c.req.header("x-restli-method") !== "FINDER" || Number(count) > 100) return wrong(c, "INVALID_FINDER");
    const elements = [...state.posts.values()].filter((post) => post.author === author).reverse().slice(Number(start), Number(start) + Number(count));
    return c.json({ elements, paging: { start: Number(start), count: Number(count), links: [] } });
  });
  app.get("/rest/posts/:urn", world.step("read-back", errors), (c) => {
    const scopes = may(state, c, "r_organization_social"), post = state.posts.get(c.req.param("urn"));
    if (scopes instanceof Response) return scopes;
    return post ? c.json(post) : say(c, 404, "NOT_FOUND", "Not found");
  });
  app.delete("/rest/posts/:urn", world.step("remove", errors), (c) => {
    const urn = c.req.param("urn"), scopes = may(state, c, writerOf(state.posts.get(urn)?.author ?? PAGE));
    if (scopes instanceof Response) return scopes;
    if (c.req.header("x-restli-method") !== "DELETE") return wrong(c, "INVALID_METHOD");
    state.posts.delete(urn);
    for (const effect of world.effects) if (effect.id === urn) effect.isRemoved = true;
    return c.body(null, 204);
  });
}

/** What is not escaped cuts the text there, without a word. */
const shownText = (commentary: string): string => {
  const cut = commentary.match(/^(?:\\[\s\S]|\{hashtag\|\\#\|[^}]*\}|[^\\|{}@[\]()<>#*_~])*/u)?.[0] ?? "";
  return fromLittleText(cut);
};

function addComment({ world, comments }: State, post: string, actor: string, text: string): Comment {
  const id = world.nextId(), comment: Comment = { id, actor, commentUrn: `urn:li:comment:(${post},${id})`, object: post, message: { text }, created: { time: Date.now() } };
  comments.set(post, [...comments.get(post) ?? [], comment]);
  return comment;
}

function social(app: Hono, state: State): void {
  const { world, comments } = state;
  app.get("/rest/socialActions/:urn/comments", world.step("incoming", errors), (c) => {
    const scopes = may(state, c, "r_organization_social", "r_organization_social_feed"), elements = comments.get(c.req.param("urn"));
    if (scopes instanceof Response) return scopes;
    return elements ? c.json({ elements, paging: { start: 0, count: 100, links: [] } }) : say(c, 404, "NOT_FOUND", "Not found");
  });
  app.post("/rest/socialActions/:urn/comments", world.step("reply", errors), async (c) => {
    const body = await c.req.json<{ actor: string; object: string; message: { text: string }; parentComment?: string }>(), scopes = may(state, c, writerOf(body.actor));
    if (scopes instanceof Response) return scopes;
    const parent = (comments.get(body.object) ?? []).find(({ commentUrn }) => commentUrn === body.parentComment);
    if (!body.message.text || body.message.text.length > 1250 || (body.parentComment ? !parent || c.req.param("urn") !== body.parentComment : c.req.param("urn") !== body.object)) return wrong(c, "INVALID_VALUE_FOR_FIELD");
    const comment = addComment(state, body.object, body.actor, body.message.text);
    world.effects.push({ network: "linkedin", id: comment.commentUrn, account: body.actor, text: body.message.text, pictures: 0, at: new Date().toISOString(), isRemoved: false });
    c.header("x-restli-id", comment.id);
    return c.json(comment, 201);
  });
  app.get("/rest/organizationalEntityShareStatistics", world.step("metrics", errors), (c) => {
    const scopes = may(state, c, "rw_organization_admin");
    if (scopes instanceof Response) return scopes;
    const listed = c.req.query("shares")?.match(/^List\((urn:li:share:\d+)\)$/)?.[1];
    if (c.req.query("q") !== "organizationalEntity" || c.req.query("organizationalEntity") !== PAGE || !listed) return wrong(c, "INVALID_FINDER");
    return c.json({ elements: [{ share: listed, organizationalEntity: PAGE, totalShareStatistics: { impressionCount: 90, uniqueImpressionsCount: 70, likeCount: 4, commentCount: 2, shareCount: 1, clickCount: 6, engagement: 0.1 } }] });
  });
}
