/** A stand-in for X, written from the documentation of version 2 of its interface. It is not X. */
import { createHash, randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import twitter from "twitter-text";
import { resetsAt, type Errors, type StandIn, type World } from "./stand-in.ts";

const SCOPES = ["tweet.read", "tweet.write", "users.read", "media.write", "offline.access"];
const USER = { id: "2244994945", name: "Seapine Dermatology", username: "seapinederm" };

/** Signed in at the stand-in from its start. */
export const xFixture = {
  account: { id: USER.id, name: USER.name, handle: USER.username, url: `https://x.com/${USER.username}`, host: null, more: {} },
  credentials: { access: "x-access", refresh: "x-refresh", expiresAt: null, refreshExpiresAt: null, scopes: SCOPES, more: {} },
  app: { clientId: "x-app", clientSecret: "x-secret_1" }, hosts: ["api.x.com", "x.com"],
};

interface Tweet { id: string; text: string; at: Date; author: string; media: Upload[]; replyTo?: Tweet | undefined; settings: Record<string, unknown> }
interface Upload { id: string; key: string; type: string; category: string; total: number; parts: Map<number, Buffer>; isDone: boolean; looks: number; isBroken: boolean; alt?: string; by: string; whole?: Uint8Array }
interface Grant { user: string; scopes: string[] }
interface State { world: World; tweets: Map<string, Tweet>; uploads: Map<string, Upload>; access: Map<string, Grant>; refresh: Map<string, Grant>; codes: Map<string, Grant & { challenge: string; redirect: string }> }
const users = new Map([[USER.id, USER], ["77", { id: "77", name: "Ana", username: "ana_reads" }]]);

const problem = (c: Context, status: ContentfulStatusCode, title: string, detail: string, type = "about:blank"): Response => c.json({ title, detail, type, status }, status);
const errors: Errors = {
  429: (c) => { c.header("x-rate-limit-limit", "100"); c.header("x-rate-limit-remaining", "0"); c.header("x-rate-limit-reset", String(Math.ceil(resetsAt(new Date()).getTime() / 1000))); return problem(c, 429, "Too Many Requests", "Too Many Requests"); },
  500: (c) => problem(c, 503, "Service Unavailable", "Service Unavailable"),
  "expired-token": (c) => problem(c, 401, "Unauthorized", "Unauthorized"),
  "revoked-token": (c) => problem(c, 401, "Unauthorized", "Unauthorized"),
  permission: (c) => problem(c, 403, "Client Forbidden", "This client is not enrolled.", "https://api.twitter.com/2/problems/client-forbidden"),
  "invalid-media": (c) => c.json({ errors: [{ message: "Your media IDs are invalid." }], title: "Invalid Request", detail: "One or more parameters to your request was invalid.", type: "https://api.twitter.com/2/problems/invalid-request" }, 400),
};
const invalid = (c: Context, message: string): Response => c.json({ errors: [{ message }], title: "Invalid Request", detail: "One or more parameters to your request was invalid.", type: "https://api.twitter.com/2/problems/invalid-request" }, 400);

/** Posts that others wrote, for the inbox: the account is mentioned. */
export interface XStandIn extends StandIn { mention(text: string, under?: string): string; alts(): string[]; /** What arrived last, put together. */ arrived(): Uint8Array; settingsOf(id: string): Record<string, unknown> | undefined }

export function xStandIn(): XStandIn {
  let state: State | undefined;
  const made = (world: World): State => state ??= {
    world, tweets: new Map(), uploads: new Map(), codes: new Map(),
    access: new Map([["x-access", { user: USER.id, scopes: SCOPES }]]), refresh: new Map([["x-refresh", { user: USER.id, scopes: SCOPES }]]),
  };
  return {
    network: "x",
    mounts: [{ at: "/x.com", routes: (app, world) => authorize(app, made(world)) }, { at: "/api.x.com", routes: (app, world) => { const mine = made(world); token(app, mine); revocation(app, mine); media(app, mine); posts(app, mine); } }],
    mention: (text, under) => {
      const { world, tweets } = state!, id = world.nextId();
      tweets.set(id, { id, text, at: world.now(), author: "77", media: [], replyTo: tweets.get(under ?? ""), settings: {} });
      return id;
    },
    arrived: () => [...state!.uploads.values()].findLast(({ whole }) => whole)!.whole!,
    alts: () => [...state!.uploads.values()].flatMap(({ alt }) => alt ?? []),
    settingsOf: (id) => state!.tweets.get(id)?.settings,
  };
}

function authorize(app: Hono, { codes }: State): void {
  app.get("/i/oauth2/authorize", (c) => {
    const asked = c.req.query(), scopes = (asked["scope"] ?? "").split(" ");
    const isRight = asked["response_type"] === "code" && asked["client_id"] === "x-app" && URL.canParse(asked["redirect_uri"] ?? "") && asked["state"] && asked["code_challenge"] && asked["code_challenge_method"] === "S256" && scopes.every((scope) => SCOPES.includes(scope));
    if (!isRight) return c.text("Something went wrong", 400);
    const code = randomBytes(12).toString("hex"), back = new URL(asked["redirect_uri"]!);
    codes.set(code, { user: USER.id, scopes, challenge: asked["code_challenge"]!, redirect: asked["redirect_uri"]! });
    back.search = new URLSearchParams({ code, state: asked["state"]! }).toString();
    return c.redirect(back.href);
  });
}

function token(app: Hono, { world, codes, access, refresh }: State): void {
  app.post("/2/oauth2/token", world.step("sign-in", errors), async (c) => {
    const form = await c.req.parseBody(), no = (error: string, status: 400 | 401 = 400): Response => c.json({ error, error_description: "Value passed was invalid." }, status);
    if (c.req.header("authorization") !== `Basic ${Buffer.from("x-app:x-secret_1").toString("base64")}`) return no("unauthorized_client", 401);
    let grant: Grant | undefined;
    if (form["grant_type"] === "authorization_code") {
      const kept = codes.get(String(form["code"]));
      codes.delete(String(form["code"]));
      const challenge = createHash("sha256").update(String(form["code_verifier"])).digest("base64url");
      if (!kept || kept.challenge !== challenge || kept.redirect !== form["redirect_uri"]) return no("invalid_request");
      grant = kept;
    } else if (form["grant_type"] === "refresh_token") {
      // Good for one use.
      grant = refresh.get(String(form["refresh_token"]));
      refresh.delete(String(form["refresh_token"]));
    }
    if (!grant) return no("invalid_request");
    const { user, scopes } = grant, next = randomBytes(9).toString("hex");
    access.set(`a-${next}`, { user, scopes });
    refresh.set(`r-${next}`, { user, scopes });
    return c.json({ token_type: "bearer", expires_in: 7200, access_token: `a-${next}`, scope: scopes.join(" "), ...(scopes.includes("offline.access") ? { refresh_token: `r-${next}` } : {}) });
  });
}

function revocation(app: Hono, { world, access, refresh }: State): void {
  app.post("/2/oauth2/revoke", world.step("sign-in", errors), async (c) => {
    const { token = "" } = await c.req.parseBody<Record<string, string>>();
    if (c.req.header("authorization") !== `Basic ${Buffer.from("x-app:x-secret_1").toString("base64")}`) return c.json({ error: "unauthorized_client" }, 401);
    access.delete(token);
    refresh.delete(token);
    return c.json({ revoked: true });
  });
}

/** Whose token it is; an answer where it may not. */
function who({ access }: State, c: Context, ...needs: string[]): Grant | Response {
  const grant = access.get(c.req.header("authorization")?.replace(/^Bearer /, "") ?? "");
  if (!grant) return problem(c, 401, "Unauthorized", "Unauthorized");
  return needs.every((scope) => grant.scopes.includes(scope)) ? grant : problem(c, 403, "Forbidden", "You are not permitted to perform this action.");
}

const MOST: Record<string, [RegExp, number]> = { tweet_image: [/^image\/(jpeg|png|webp)$/, 5 * 1024 ** 2], tweet_gif: [/^image\/gif$/, 15 * 1024 ** 2], tweet_video: [/^video\/mp4$/, 512 * 1024 ** 2] };

function media(app: Hono, state: State): void {
  const { world, uploads } = state, may = (c: Context): Grant | Response => who(state, c, "media.write"), prepare = world.step("prepare", errors);
  app.post("/2/media/upload/initialize", prepare, async (c) => {
    const grant = may(c);
    if (grant instanceof Response) return grant;
    const { media_type: type, total_bytes: total, media_category: category } = await c.req.json<{ media_type: string; total_bytes: number; media_category: string }>();
    const [types, most] = MOST[category] ?? [];
    if (!types?.test(type) || !Number.isInteger(total) || total < 1 || total > most!) return invalid(c, "media_type or total_bytes is invalid");
    const id = world.nextId(), upload: Upload = { id, key: `${category === "tweet_video" ? 7 : 3}_${id}`, type, category, total, parts: new Map(), isDone: false, looks: 0, isBroken: false, by: grant.user };
    uploads.set(id, upload);
    return c.json({ data: { id, media_key: upload.key, expires_after_secs: 1_295_999 } });
  });
  app.post("/2/media/upload/:id/append", prepare, async (c) => {
    const grant = may(c), upload = uploads.get(c.req.param("id")), form = await c.req.parseBody(), index = Number(form["segment_index"]), file = form["media"];
    if (grant instanceof Response) return grant;
    if (!upload || upload.isDone || !(file instanceof File) || !Number.isInteger(index) || index < 0 || index > 999) return invalid(c, "segment is invalid");
    upload.parts.set(index, Buffer.from(await file.arrayBuffer()));
    return c.json({ data: { expires_at: Math.floor(Date.now() / 1000) + 86_400 } });
  });
  app.post("/2/media/upload/:id/finalize", prepare, (c) => {
    const grant = may(c), upload = uploads.get(c.req.param("id"));
    if (grant instanceof Response) return grant;
    const bytes = upload ? Buffer.concat([...upload.parts.keys()].sort((a, b) => a - b).map((index) => upload.parts.get(index)!)) : Buffer.alloc(0);
    if (!upload || bytes.length !== upload.total) return invalid(c, "Segments do not add up to provided total file size.");
    upload.isDone = true;
    upload.whole = bytes;
    if (world.take("prepare", ["slow"])) upload.looks = 3;
    else if (upload.category === "tweet_video") upload.looks = 1;
    upload.isBroken = upload.looks > 0 && world.take("prepare", ["invalid-media"]) !== undefined;
    return c.json({ data: progress(upload) });
  });
  app.get("/2/media/upload", prepare, (c) => {
    const grant = may(c), upload = uploads.get(c.req.query("media_id") ?? "");
    if (grant instanceof Response) return grant;
    if (!upload || c.req.query("command") !== "STATUS") return invalid(c, "media_id is invalid");
    if (upload.looks > 0) upload.looks--;
    return c.json({ data: progress(upload) });
  });
  app.post("/2/media/metadata", prepare, async (c) => {
    const grant = may(c), body = await c.req.json<{ id: string; metadata?: { alt_text?: { text?: string } } }>(), upload = uploads.get(body.id), text = body.metadata?.alt_text?.text;
    if (grant instanceof Response) return grant;
    if (!upload?.isDone || !text || text.length > 1000) return invalid(c, "alt_text is invalid");
    upload.alt = text;
    return c.json({ data: { id: upload.id } });
  });
}

function progress({ id, key, total, looks, isBroken, category }: Upload): object {
  const info = looks > 0 ? { state: "in_progress", check_after_secs: 1, progress_percent: 8 } : isBroken ? { state: "failed" } : { state: "succeeded", progress_percent: 100 };
  return { id, media_key: key, size: total, expires_after_secs: 86_400, ...(looks > 0 || category === "tweet_video" ? { processing_info: info } : {}) };
}

interface Body { text?: string; media?: { media_ids?: string[] }; reply?: { in_reply_to_tweet_id: string }; reply_settings?: string; made_with_ai?: boolean; paid_partnership?: boolean }
const FIELDS = new Set(["text", "media", "reply", "reply_settings", "made_with_ai", "paid_partnership"]);

function posts(app: Hono, state: State): void {
  const { world, tweets, uploads } = state, reading = ["tweet.read", "users.read"];
  const commit = world.step("commit", errors), replying = world.step("reply", errors);
  app.post("/2/tweets", async (c, next) => "reply" in await c.req.json<Body>() ? replying(c, next) : commit(c, next), async (c) => {
    const grant = who(state, c, ...reading, "tweet.write"), body = await c.req.json<Body>();
    if (grant instanceof Response) return grant;
    const text = body.text ?? "", sent = (body.media?.media_ids ?? []).map((id) => uploads.get(id)), media = sent.filter((upload) => upload !== undefined), replyTo = tweets.get(body.reply?.in_reply_to_tweet_id ?? "");
    if (Object.keys(body).some((name) => !FIELDS.has(name)) || (text === "" && sent.length === 0) || ![undefined, "following", "mentionedUsers", "subscribers", "verified"].includes(body.reply_settings)) return invalid(c, "The body is invalid");
    if (twitter.parseTweet(text).weightedLength > 280) return problem(c, 403, "Forbidden", "You are not permitted to perform this action.");
    if (media.length < sent.length || media.some(({ isDone, looks, isBroken, by }) => !isDone || looks > 0 || isBroken || by !== grant.user) || media.length > 4 || (media.length > 1 && media.some(({ category }) => category !== "tweet_image"))) return errors["invalid-media"](c);
    if (body.reply && (!replyTo || !replyTo.text.includes(`@${users.get(grant.user)!.username}`))) return problem(c, 403, "Forbidden", "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.");
    if ([...tweets.values()].some((other) => other.author === grant.user && other.text === text && text !== "" && Date.now() - other.at.getTime() < 3_600_000)) return problem(c, 403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.");
    const id = world.nextId(), at = world.now();
    tweets.set(id, { id, text, at, author: grant.user, media, replyTo, settings: body as Record<string, unknown> });
    world.effects.push({ network: "x", id, account: grant.user, text, pictures: media.length, at: at.toISOString(), isRemoved: false });
    return c.json({ data: { id, text, edit_history_tweet_ids: [id] } }, 201);
  });
  app.delete("/2/tweets/:id", world.step("remove", errors), (c) => {
    const grant = who(state, c, ...reading, "tweet.write"), tweet = tweets.get(c.req.param("id"));
    if (grant instanceof Response) return grant;
    if (tweet && tweet.author !== grant.user) return problem(c, 403, "Forbidden", "You are not authorized to delete this Tweet.");
    tweets.delete(c.req.param("id"));
    for (const effect of world.effects) if (effect.network === "x" && effect.id === c.req.param("id")) effect.isRemoved = true;
    return c.json({ data: { deleted: tweet !== undefined } });
  });
  const readBack = world.step("read-back", errors), metrics = world.step("metrics", errors);
  app.get("/2/tweets/:id", (c, next) => c.req.query("tweet.fields")?.includes("public_metrics") ? metrics(c, next) : readBack(c, next), (c) => {
    const grant = who(state, c, ...reading), tweet = tweets.get(c.req.param("id")), id = c.req.param("id");
    if (grant instanceof Response) return grant;
    if (!tweet) return c.json({ errors: [{ value: id, detail: `Could not find tweet with id: [${id}].`, title: "Not Found Error", resource_type: "tweet", parameter: "id", resource_id: id, type: "https://api.twitter.com/2/problems/resource-not-found" }] });
    return c.json({ data: shown(tweet, c), includes: { users: [users.get(tweet.author)] } });
  });
  app.get("/2/users/me", world.step("describe", errors), (c) => {
    const grant = who(state, c, ...reading);
    return grant instanceof Response ? grant : c.json({ data: { ...users.get(grant.user), protected: false } });
  });
  const list = (c: Context, chosen: (tweet: Tweet) => boolean): Response => {
    const since = c.req.query("start_time"), most = Number(c.req.query("max_results")), start = Number(c.req.query("pagination_token") ?? 0);
    if (most < 5 || most > 100 || (since && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(since))) return invalid(c, "The query is invalid");
    const all = [...tweets.values()].filter((tweet) => chosen(tweet) && (!since || tweet.at >= new Date(since))).reverse(), page = all.slice(start, start + most), more = start + most < all.length;
    return c.json({ ...(page.length ? { data: page.map((tweet) => shown(tweet, c)), includes: { users: [...users.values()] } } : {}), meta: { result_count: page.length, ...(more ? { next_token: String(start + most) } : {}) } });
  };
  app.get("/2/users/:id/tweets", world.step("reconcile", errors), (c) => {
    const grant = who(state, c, ...reading);
    return grant instanceof Response ? grant : list(c, (tweet) => tweet.author === c.req.param("id") && !(tweet.replyTo && c.req.query("exclude")?.includes("replies")));
  });
  app.get("/2/users/:id/mentions", world.step("incoming", errors), (c) => {
    const grant = who(state, c, ...reading), name = users.get(c.req.param("id"))?.username;
    return grant instanceof Response ? grant : list(c, (tweet) => tweet.text.includes(`@${name}`));
  });
}

const SHORT = "https://t.co/";

/** As X answers: addresses shortened, three characters as entities, and a short address for the media at the end. Fields come when they are asked for. */
function shown({ id, text, at, author, media, replyTo }: Tweet, c: Context): object {
  const fields = new Set(c.req.query("tweet.fields")?.split(","));
  const urls = twitter.extractUrlsWithIndices(text).map(({ url }, index) => ({ written: url, url: `${SHORT}${id}u${index}`, expanded_url: /^https?:/i.test(url) ? url : `http://${url}`, display_url: url.replace(/^https?:\/\//i, "") }));
  let stored = text.replace(/[&<>]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[character]!);
  for (const { written, url } of urls) stored = stored.replace(written.replaceAll("&", "&amp;"), url);
  const picture = media.length ? [{ url: `${SHORT}${id}m`, expanded_url: `https://x.com/${users.get(author)!.username}/status/${id}/photo/1`, media_key: media[0]!.key }] : [];
  const all: Record<string, unknown> = {
    author_id: author, created_at: `${at.toISOString().slice(0, 19)}.000Z`, entities: { urls: [...urls.map(({ url, expanded_url, display_url }) => ({ url, expanded_url, display_url })), ...picture] },
    ...(media.length ? { attachments: { media_keys: media.map(({ key }) => key) } } : {}), ...(replyTo ? { in_reply_to_user_id: replyTo.author, referenced_tweets: [{ type: "replied_to", id: replyTo.id }] } : {}),
    public_metrics: { retweet_count: 1, quote_count: 1, reply_count: 2, like_count: 5, bookmark_count: 1, impression_count: 140 },
  };
  return { id, text: [stored, ...picture.map(({ url }) => url)].filter(Boolean).join(" "), edit_history_tweet_ids: [id], ...Object.fromEntries(Object.entries(all).filter(([name]) => fields.has(name))) };
}
