/** A stand-in for a Mastodon server, from docs.joinmastodon.org. It is not Mastodon. */
import { createHash } from "node:crypto";
import type { Context, Hono, MiddlewareHandler } from "hono";
import type { Account, Credentials, DeveloperApp } from "../../src/networks/session.ts";
import { type Errors, resetsAt, type StandIn, type World } from "./stand-in.ts";

const SCOPES = ["profile", "read:statuses", "read:notifications", "write:statuses", "write:media"];
const PRACTICE = { id: "109", username: "seapine", acct: "seapine", display_name: "Seapine Dermatology" }, PATIENT = { id: "207", username: "dana", acct: "dana@far.example", display_name: "Dana" };
const MOST_CHARACTERS = 500, MOST_MEDIA = 4, MOST_ALT = 1500, POLLS_WHEN_SLOW = 2;
const KNOWN = ["read:accounts", ...SCOPES, "read", "write"], TYPES = ["image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4"];

const refuse = (c: Context, status: 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503, error: string): Response => c.json({ error }, status);
const errors: Errors = {
  "429": (c) => c.json({ error: "Too many requests" }, 429, { "x-ratelimit-limit": "300", "x-ratelimit-remaining": "0", "x-ratelimit-reset": resetsAt(new Date()).toISOString() }),
  "500": (c) => refuse(c, 503, "Service Unavailable"),
  "expired-token": (c) => refuse(c, 401, "The access token expired"),
  "revoked-token": (c) => refuse(c, 401, "The access token was revoked"),
  permission: (c) => refuse(c, 403, "This action is outside the authorized scopes"),
  "invalid-media": (c) => refuse(c, 422, "Validation failed: File content type is invalid, File is invalid"),
};

interface App { id: string; secret: string; redirectUris: string[]; scopes: string[] }
interface File { id: string; type: string; description: string | null; polls: number; isAttached: boolean }
interface Status { id: string; at: string; by: typeof PRACTICE; text: string; visibility: string; spoiler: string; sensitive: boolean; language: string | null; inReplyTo: string | null; media: File[]; isGone: boolean }

export const mastodonStandIn: StandIn = { network: "mastodon", mounts: [{ at: "", routes }] };

function routes(app: Hono, world: World): void {
  const apps = new Map<string, App>(), codes = new Map<string, { app: App; redirectUri: string; challenge: string | null; scopes: string[] }>(), tokens = new Map<string, string[]>([["mastodon-token", SCOPES]]);
  const files = new Map<string, File>(), statuses: Status[] = [], keys = new Map<string, Status>(), mentions: { id: string; status: Status }[] = [];
  const step = (on: Parameters<World["step"]>[0]): MiddlewareHandler => world.step(on, errors);
  const needs = (scope: string): MiddlewareHandler => async (c, next) => {
    const scopes = tokens.get((c.req.header("authorization") ?? "").replace(/^Bearer /, ""));
    if (!scopes) return refuse(c, 401, "The access token is invalid");
    if (!scopes.includes(scope) && !scopes.includes(scope.split(":")[0]!) && !(scope === "profile" && scopes.includes("read:accounts"))) return refuse(c, 403, "This action is outside the authorized scopes");
    return next();
  };

  app.get("/.well-known/oauth-authorization-server", (c) => c.json({ issuer: new URL("/", c.req.url).href, scopes_supported: KNOWN, code_challenge_methods_supported: ["S256"] }));
  app.post("/api/v1/apps", step("sign-in"), async (c) => {
    const { client_name: name, redirect_uris: uris = "", scopes = "read" } = await fieldsOf(c), asked = String(scopes).split(" ");
    if (!name || !URL.canParse(String(uris))) return refuse(c, 422, "Validation failed: Redirect URI must be an absolute URI.");
    if (asked.some((scope) => !KNOWN.includes(scope))) return refuse(c, 422, "Validation failed: Scopes doesn't match configured on the server.");
    const made = { id: `client-${world.nextId()}`, secret: `secret-${world.nextId()}`, redirectUris: [String(uris)], scopes: asked };
    apps.set(made.id, made);
    return c.json({ id: world.nextId(), name, scopes: asked, redirect_uris: made.redirectUris, client_id: made.id, client_secret: made.secret, client_secret_expires_at: 0 });
  });
  app.get("/oauth/authorize", (c) => {
    const { response_type: type, client_id: id = "", redirect_uri: uri = "", scope = "read", state = "", code_challenge: challenge, code_challenge_method: method } = c.req.query(), known = apps.get(id), scopes = scope.split(" ");
    if (type !== "code" || !known?.redirectUris.includes(uri)) return refuse(c, 400, "invalid_request");
    if (challenge && method !== "S256") return refuse(c, 400, "invalid_code_challenge_method");
    const back = new URL(uri);
    if (scopes.some((one) => !known.scopes.includes(one))) back.searchParams.set("error", "invalid_scope");
    else {
      const code = `code-${world.nextId()}`;
      codes.set(code, { app: known, redirectUri: uri, challenge: challenge ?? null, scopes });
      back.searchParams.set("code", code);
    }
    if (state) back.searchParams.set("state", state);
    return c.redirect(back.href);
  });
  app.post("/oauth/token", async (c) => {
    const { grant_type: grant, code = "", client_id: id, client_secret: secret, redirect_uri: uri, code_verifier: verifier = "" } = await fieldsOf(c), given = codes.get(String(code));
    if (!given || given.app.id !== id || given.app.secret !== secret) return refuse(c, given ? 401 : 400, given ? "invalid_client" : "invalid_grant");
    const isProven = given.challenge === null || createHash("sha256").update(String(verifier)).digest("base64url") === given.challenge;
    codes.delete(String(code));
    if (grant !== "authorization_code" || given.redirectUri !== uri || !isProven) return refuse(c, 400, "invalid_grant");
    const token = `token-${world.nextId()}`;
    tokens.set(token, given.scopes);
    return c.json({ access_token: token, token_type: "Bearer", scope: given.scopes.join(" "), created_at: Math.floor(Date.now() / 1000) });
  });

  app.post("/oauth/revoke", step("sign-in"), async (c) => {
    const { client_id: id, client_secret: secret, token } = await fieldsOf(c), isKnown = apps.get(String(id))?.secret === secret || (id === "client-1" && secret === "secret-1");
    if (!isKnown || !tokens.delete(String(token))) return refuse(c, 403, "unauthorized_client");
    return c.json({});
  });

  app.get("/api/v1/accounts/verify_credentials", step("describe"), needs("profile"), (c) => c.json({ ...PRACTICE, url: new URL(`/@${PRACTICE.username}`, c.req.url).href }));
  app.get("/api/v2/instance", (c) => c.json({ domain: "mastodon.example", version: "4.5.0", configuration: {
    statuses: { max_characters: MOST_CHARACTERS, max_media_attachments: MOST_MEDIA, characters_reserved_per_url: 23 }, media_attachments: { description_limit: MOST_ALT, image_size_limit: 16_777_216, video_size_limit: 103_809_024, supported_mime_types: TYPES } } }));

  app.post("/api/v2/media", step("prepare"), needs("write:media"), async (c) => {
    const { file, description } = await c.req.parseBody();
    if (!(file instanceof Blob) || !TYPES.includes(file.type) || String(description ?? "").length > MOST_ALT) return errors["invalid-media"](c);
    const isSlow = world.take("prepare", ["slow"]) !== undefined || file.type.startsWith("video/");
    const made: File = { id: world.nextId(), type: file.type.startsWith("video/") ? "video" : "image", description: description === undefined ? null : String(description), polls: isSlow ? POLLS_WHEN_SLOW : 0, isAttached: false };
    files.set(made.id, made);
    return c.json(fileReply(made), isSlow ? 202 : 200);
  });
  app.get("/api/v1/media/:id", needs("write:media"), (c) => {
    const file = files.get(c.req.param("id"));
    if (!file || file.isAttached) return refuse(c, 404, "Record not found");
    return file.polls-- > 0 ? c.json(fileReply(file), 206) : c.json(fileReply(file));
  });

  const post: MiddlewareHandler = async (c) => {
    const { status = "", media_ids: ids = [], visibility = "public", spoiler_text: spoiler = "", sensitive = false, language = null, in_reply_to_id: inReplyTo = null } = await fieldsOf(c);
    const key = c.req.header("idempotency-key"), before = key ? keys.get(key) : undefined, text = String(status), media = (ids as string[]).map((id) => files.get(id));
    if (before) return c.json(statusReply(c, before));
    if (text === "" && media.length === 0) return refuse(c, 422, "Validation failed: Text can't be blank");
    if ([...text.replace(/https?:\/\/\S+/g, "x".repeat(23))].length + [...String(spoiler)].length > MOST_CHARACTERS) return refuse(c, 422, "Validation failed: Text character limit of 500 exceeded");
    if (!["public", "unlisted", "private", "direct"].includes(String(visibility)) || (language !== null && !/^[a-z]{2,3}$/.test(String(language)))) return refuse(c, 422, "Validation failed");
    if (media.length > MOST_MEDIA || media.some((file) => !file || file.isAttached)) return refuse(c, 422, "Validation failed: Media is not valid");
    if (media.some((file) => file!.polls > 0)) return refuse(c, 422, "Cannot attach files that have not finished processing. Try again in a moment!");
    if (inReplyTo !== null && !statuses.some(({ id }) => id === inReplyTo)) return refuse(c, 404, "Record not found");
    const made: Status = { id: world.nextId(), at: world.now().toISOString(), by: PRACTICE, text, visibility: String(visibility), spoiler: String(spoiler), sensitive: sensitive === true, language: language as string | null, inReplyTo: inReplyTo as string | null, media: media as File[], isGone: false };
    for (const file of made.media) file.isAttached = true;
    statuses.unshift(made);
    if (key) keys.set(key, made);
    world.effects.push({ network: "mastodon", id: made.id, account: PRACTICE.id, text, pictures: media.length, at: made.at, isRemoved: false });
    return c.json(statusReply(c, made));
  };
  app.post("/api/v1/statuses", async (c, next) => step((await fieldsOf(c)).in_reply_to_id ? "reply" : "commit")(c, next), needs("write:statuses"), post);
  app.get("/api/v1/statuses/:id", step("read-back"), needs("read:statuses"), (c) => {
    const found = statuses.find(({ id, isGone }) => id === c.req.param("id") && !isGone);
    return found ? c.json(statusReply(c, found)) : refuse(c, 404, "Record not found");
  });
  app.delete("/api/v1/statuses/:id", step("remove"), needs("write:statuses"), (c) => {
    const found = statuses.find(({ id, isGone, by }) => id === c.req.param("id") && !isGone && by === PRACTICE), effect = world.effects.find(({ network, id }) => network === "mastodon" && id === found?.id);
    if (!found) return refuse(c, 404, "Record not found");
    found.isGone = true;
    if (effect) effect.isRemoved = true;
    return c.json({ ...statusReply(c, found), text: found.text });
  });
  app.get("/api/v1/accounts/:id/statuses", step("reconcile"), needs("read:statuses"), (c) => {
    const limit = Math.min(Number(c.req.query("limit") ?? 20), 40), maxId = Number(c.req.query("max_id") ?? Infinity);
    return c.json(statuses.filter(({ by, isGone, id }) => by.id === c.req.param("id") && !isGone && Number(id) < maxId).slice(0, limit).map((status) => statusReply(c, status)));
  });
  app.get("/api/v1/notifications", step("incoming"), needs("read:notifications"), (c) => {
    const maxId = Number(c.req.query("max_id") ?? Infinity), types = c.req.queries("types[]") ?? ["mention"];
    return c.json(types.includes("mention") ? mentions.filter(({ id }) => Number(id) < maxId).map(({ id, status }) => ({ id, type: "mention", created_at: status.at, account: status.by, status: statusReply(c, status) })) : []);
  });
  // For tests: somebody changes a post there, past the desk.
  app.post("/control/mastodon/edit", async (c) => {
    const { id, text } = await c.req.json<{ id: string; text: string }>();
    statuses.find((status) => status.id === id)!.text = text;
    return c.body(null, 204);
  });
  // For tests: somebody mentions the practice.
  app.post("/control/mastodon/mention", async (c) => {
    const { text, inReplyTo = null, visibility = "public" } = await c.req.json<{ text: string; inReplyTo?: string | null; visibility?: string }>();
    const status: Status = { id: world.nextId(), at: world.now().toISOString(), by: PATIENT, text, visibility, spoiler: "", sensitive: false, language: "en", inReplyTo, media: [], isGone: false };
    statuses.unshift(status);
    mentions.unshift({ id: world.nextId(), status });
    return c.json({ id: status.id });
  });

  function statusReply(c: Context, { id, at, by, text, visibility, spoiler, sensitive, language, inReplyTo, media }: Status): object {
    const url = new URL(`/@${by.username}/${id}`, c.req.url).href;
    return {
      id, created_at: at, account: by, content: htmlOf(text), visibility, spoiler_text: spoiler, sensitive, language, uri: url, url, media_attachments: media.map(fileReply), reblog: null,
      in_reply_to_id: inReplyTo, in_reply_to_account_id: statuses.find((one) => one.id === inReplyTo)?.by.id ?? null, mentions: [], tags: [], emojis: [], replies_count: 1, reblogs_count: 2, favourites_count: 3,
    };
  }
}

/** JSON or a form, as the documentation allows. */
async function fieldsOf(c: Context): Promise<Record<string, unknown>> {
  return c.req.header("content-type")?.startsWith("application/json") ? c.req.json() : c.req.parseBody();
}

const fileReply = ({ id, type, description, polls }: File): object => ({ id, type, description, url: polls > 0 ? null : `https://files.mastodon.example/${id}`, preview_url: null });

/** What Mastodon makes of a text: paragraphs, shortened links, tags and names as links. */
const htmlOf = (text: string): string => text.split("\n\n").map((part) => `<p>${part
  .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/'/g, "&#39;")
  .replace(/(https?:\/\/)(\S{1,30})(\S*)/g, (_, scheme: string, shown: string, rest: string) => `<a href="${scheme}${shown}${rest}" target="_blank" rel="nofollow noopener"><span class="invisible">${scheme}</span><span class="${rest ? "ellipsis" : ""}">${shown}</span><span class="invisible">${rest}</span></a>`)
  .replace(/(^|\s)#(\w+)/g, `$1<a href="https://mastodon.example/tags/$2" class="mention hashtag" rel="tag">#<span>$2</span></a>`)
  .replace(/(^|\s)@(\w+)@[\w.]+/g, `$1<span class="h-card"><a href="https://far.example/@$2" class="u-url mention">@<span>$2</span></a></span>`)
  .replace(/\n/g, "<br />")}</p>`).join("");

/** Valid on a stand-in at this address: people choose the server, so it is not known before. */
export const mastodonFixture = (address: string): { account: Account; credentials: Credentials; app: DeveloperApp; hosts: readonly string[] } => ({
  account: { id: PRACTICE.id, name: PRACTICE.display_name, handle: "@seapine@mastodon.example", url: `${address}/@seapine`, host: address, more: {} },
  credentials: { access: "mastodon-token", refresh: null, expiresAt: null, refreshExpiresAt: null, scopes: SCOPES, more: {} },
  app: { clientId: "client-1", clientSecret: "secret-1" }, hosts: [],
});
