/** A stand-in for Pinterest's interface, from its published description (v5). It is not Pinterest. */
import type { Context, Hono, MiddlewareHandler } from "hono";
import type { Account, Credentials, DeveloperApp } from "../../src/networks/session.ts";
import { type Errors, resetsAt, type StandIn, type World } from "./stand-in.ts";

const APP = { clientId: "1493", clientSecret: "pinterest-secret" }, REDIRECT = "https://desk.example.com/back";
const SCOPES = ["boards:read", "boards:write", "pins:read", "pins:write", "user_accounts:read"];
const ACCOUNT = { id: "2783136121146311751", username: "seapinederm", business_name: "Seapine Dermatology", account_type: "BUSINESS" };
const BOARDS = [{ id: "549755885175", name: "Sun and skin", privacy: "PUBLIC" }, { id: "549755885176", name: "Only for us", privacy: "SECRET" }];
const STORE = "pinterest-media-upload.s3-accelerate.amazonaws.com", POLLS = 2;
/** The app is registered with these: the tests' own address, and that of a desk on this machine. */
const isRegistered = (uri: string | undefined): boolean => uri === REDIRECT || /^http:\/\/localhost:\d+\/connect$/.test(uri ?? "");

const refuse = (c: Context, status: 400 | 401 | 403 | 404 | 429 | 500, message: string): Response => c.json({ code: status, message }, status);
const errors: Errors = {
  "429": (c) => c.json({ code: 8, message: "You have exceeded your rate limit. Try again later." }, 429, { "x-ratelimit-limit": "100", "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.ceil((resetsAt(new Date()).getTime() - Date.now()) / 1000)) }),
  "500": (c) => refuse(c, 500, "Sorry, something went wrong on our end."),
  "expired-token": (c) => c.json({ code: 2, message: "Authentication failed." }, 401), "revoked-token": (c) => c.json({ code: 2, message: "Authentication failed." }, 401),
  permission: (c) => refuse(c, 403, "Not authorized."), "invalid-media": (c) => refuse(c, 400, "Invalid media."),
};

interface Pin { id: string; board_id: string; title: string | null; description: string | null; link: string | null; alt_text: string | null; created_at: string; media: object }
interface Source { source_type?: string; content_type?: string; data?: string; items?: Source[]; media_id?: string; cover_image_data?: string; cover_image_key_frame_time?: number }
type Video = { status: "registered" | "processing" | "succeeded" | "failed"; polls: number };
interface State { pins: Pin[]; videos: Map<string, Video>; codes: Map<string, string>; tokens: Set<string>; refreshes: Set<string> }

const standIn = (): StandIn => {
  const state: State = { pins: [], videos: new Map(), codes: new Map(), tokens: new Set(["pinterest-token"]), refreshes: new Set(["pinterest-refresh"]) };
  return { network: "pinterest", mounts: [
    { at: "/www.pinterest.com", routes: (app, world) => page(app, world, state) },
    { at: "/api.pinterest.com/v5", routes: (app, world) => { signIn(app, world, state); media(app, world, state); pins(app, world, state); } },
    { at: `/${STORE}`, routes: (app, world) => store(app, world, state) },
  ] };
};
export const pinterestStandIn: StandIn = standIn();

function page(app: Hono, world: World, { codes }: State): void {
  app.get("/oauth/", (c) => {
    const { client_id: id, redirect_uri: uri, response_type: type, scope = "", state = "" } = c.req.query();
    if (id !== APP.clientId || !isRegistered(uri) || type !== "code" || scope.split(",").some((one) => !SCOPES.includes(one))) return refuse(c, 400, "Invalid request.");
    const code = `code-${world.nextId()}`;
    codes.set(code, uri);
    return c.redirect(`${uri}?${new URLSearchParams({ code, state }).toString()}`);
  });
}

const signed = ({ tokens }: State): MiddlewareHandler => async (c, next) => tokens.has((c.req.header("authorization") ?? "").replace(/^Bearer /, "")) ? next() : errors["revoked-token"](c);

function signIn(app: Hono, world: World, state: State): void {
  const { codes, tokens, refreshes } = state;
  app.post("/oauth/token", world.step("sign-in", errors), async (c) => {
    const { grant_type: grant, code = "", redirect_uri: uri, refresh_token: given = "" } = await c.req.parseBody() as Record<string, string>;
    if (c.req.header("authorization") !== `Basic ${Buffer.from(`${APP.clientId}:${APP.clientSecret}`).toString("base64")}`) return errors["revoked-token"](c);
    if (!c.req.header("content-type")?.startsWith("application/x-www-form-urlencoded")) return refuse(c, 400, "Invalid content type.");
    const isRight = grant === "authorization_code" ? codes.get(code) === uri && codes.delete(code) : grant === "refresh_token" && refreshes.delete(given);
    if (!isRight) return refuse(c, 400, "Invalid grant.");
    const access = `pina_${world.nextId()}`, refresh = `pinr_${world.nextId()}`;
    tokens.add(access);
    refreshes.add(refresh);
    return c.json({ response_type: grant, access_token: access, refresh_token: refresh, token_type: "bearer", expires_in: 2_592_000, refresh_token_expires_in: 5_184_000, refresh_token_expires_at: Math.floor(Date.now() / 1000) + 5_184_000, scope: SCOPES.join(" ") });
  });
  app.get("/user_account", world.step("describe", errors), signed(state), (c) => c.json(ACCOUNT));
  app.get("/boards", signed(state), (c) => c.json({ items: BOARDS, bookmark: null }));
  app.get("/boards/:id", signed(state), (c) => { const board = BOARDS.find(({ id }) => id === c.req.param("id")); return board ? c.json(board) : refuse(c, 404, "Board not found."); });
}

function media(app: Hono, world: World, state: State): void {
  app.post("/media", world.step("prepare", errors), signed(state), async (c) => {
    if ((await c.req.json<{ media_type?: string }>()).media_type !== "video") return refuse(c, 400, "Invalid media type.");
    const id = world.nextId();
    state.videos.set(id, { status: "registered", polls: world.take("prepare", ["slow"]) ? POLLS + 3 : POLLS });
    return c.json({ media_id: id, media_type: "video", upload_url: `https://${STORE}/`, upload_parameters: { key: `uploads/${id}`, policy: "signed", "Content-Type": "multipart/form-data" } }, 201);
  });
  app.get("/media/:id", signed(state), (c) => {
    const id = c.req.param("id"), video = state.videos.get(id);
    if (!video) return refuse(c, 404, "Media not found.");
    if (video.status === "processing" && video.polls-- <= 0) video.status = "succeeded";
    return c.json({ media_id: id, media_type: "video", status: video.status });
  });
}

/** The store takes a form: every parameter as it was given, then the file. */
function store(app: Hono, world: World, { videos }: State): void {
  app.post("/*", async (c) => {
    const form = await c.req.formData(), file = form.get("file"), video = videos.get(String(form.get("key")).replace("uploads/", ""));
    if (!video || form.get("policy") !== "signed" || !(file instanceof Blob) || [...form.keys()].at(-1) !== "file") return c.text("AccessDenied", 403);
    video.status = world.take("prepare", ["invalid-media"]) || !file.type.startsWith("video/") ? "failed" : "processing";
    return c.body(null, 204);
  });
}

function pins(app: Hono, world: World, state: State): void {
  const is = signed(state), found = (c: Context): Pin | undefined => state.pins.find(({ id }) => id === c.req.param("id"));
  app.post("/pins", world.step("commit", errors), is, async (c) => {
    const { board_id: board = "", title = null, description = null, link = null, alt_text: alt = null, media_source: source = {} } = await c.req.json<Partial<Pin> & { media_source?: Source }>();
    const problem = whyNot(title, description, link, alt), pictures = picturesOf(source, state);
    if (!/^\d+$/.test(board) || problem || pictures === undefined) return refuse(c, 400, problem ?? "Invalid request.");
    if (!BOARDS.some(({ id }) => id === board)) return refuse(c, 404, "Board not found.");
    // Times come without a zone, as the real interface sends them.
    const at = world.now().toISOString(), id = world.nextId(), shown = pictures === 0 ? { media_type: "video" } : pictures === 1 ? { media_type: "image" } : { media_type: "multiple_images", items: source.items!.map(() => ({})) };
    const pin: Pin = { id, board_id: board, title, description, link, alt_text: alt, created_at: at.slice(0, 19), media: shown };
    state.pins.push(pin);
    world.effects.push({ network: "pinterest", id, account: ACCOUNT.id, text: description ?? "", pictures, at, isRemoved: false });
    return c.json(pin, 201);
  });
  app.get("/boards/:board/pins", world.step("reconcile", errors), is, (c) => {
    const size = Number(c.req.query("page_size") ?? 25), from = Number(c.req.query("bookmark") ?? 0), all = state.pins.filter((pin) => pin.board_id === c.req.param("board"));
    if (!(size >= 1 && size <= 250)) return refuse(c, 400, "Invalid page size.");
    return c.json({ items: all.slice(from, from + size), bookmark: from + size < all.length ? String(from + size) : null });
  });
  app.get("/pins/:id", world.step("read-back", errors), is, (c) => { const pin = found(c); return pin ? c.json(pin) : refuse(c, 404, "Pin not found."); });
  app.delete("/pins/:id", world.step("remove", errors), is, (c) => {
    const pin = found(c), effect = world.effects.find(({ network, id }) => network === "pinterest" && id === pin?.id);
    if (!pin) return refuse(c, 404, "Pin not found.");
    state.pins.splice(state.pins.indexOf(pin), 1);
    if (effect) effect.isRemoved = true;
    return c.body(null, 204);
  });
  app.get("/pins/:id/analytics", world.step("metrics", errors), is, (c) => {
    const { start_date: start = "", end_date: end = "", metric_types: types = "" } = c.req.query();
    if (!found(c)) return refuse(c, 404, "Pin not found.");
    if (!types || !(Date.parse(start) >= Date.now() - 91 * 86_400_000) || !(Date.parse(end) >= Date.parse(start))) return refuse(c, 400, "Invalid pins analytics parameters.");
    return c.json({ all: { summary_metrics: { IMPRESSION: 240, OUTBOUND_CLICK: 20, SAVE: 12 }, lifetime_metrics: { TOTAL_COMMENTS: 1, TOTAL_REACTIONS: 7 }, daily_metrics: [] } });
  });
}

function whyNot(title: string | null, description: string | null, link: string | null, alt: string | null): string | undefined {
  const bounds = [[title, 100], [description, 800], [link, 2048], [alt, 500]] as const;
  return bounds.some(([text, most]) => (text?.length ?? 0) > most) ? "Invalid request." : undefined;
}

/** How many pictures a source shows; undefined where it is not a source. */
function picturesOf({ source_type: type, items = [], media_id: id = "", ...source }: Source, { videos }: State): number | undefined {
  const isPicture = ({ content_type: kind = "", data = "" }: Source): boolean => /^image\/(jpeg|png)$/.test(kind) && /^[a-zA-Z0-9+/=]+$/.test(data);
  if (type === "image_base64") return isPicture(source) ? 1 : undefined;
  if (type === "multiple_image_base64") return items.length >= 2 && items.length <= 5 && items.every(isPicture) ? items.length : undefined;
  const hasCover = source.cover_image_data !== undefined || source.cover_image_key_frame_time !== undefined;
  return type === "video_id" && hasCover && videos.get(id)?.status === "succeeded" ? 0 : undefined;
}

export const pinterestFixture: { account: Account; credentials: Credentials; app: DeveloperApp; hosts: readonly string[]; board: string; redirectUri: string } = {
  account: { id: ACCOUNT.id, name: ACCOUNT.business_name, handle: ACCOUNT.username, url: `https://www.pinterest.com/${ACCOUNT.username}/`, host: null, more: {} },
  credentials: { access: "pinterest-token", refresh: "pinterest-refresh", expiresAt: null, refreshExpiresAt: null, scopes: SCOPES, more: {} },
  app: APP, hosts: ["api.pinterest.com", "www.pinterest.com", STORE], board: BOARDS[0]!.id, redirectUri: REDIRECT,
};
