/** The stand-in for Google's sign-in, which several stand-ins share, and how Google's interfaces word an error. */
import { createHash, randomUUID } from "node:crypto";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { type Errors, resetsAt, type StandIn, type World } from "./stand-in.ts";

export const googleApp = { clientId: "google-client.apps.example.com", clientSecret: "google-secret" };
/** Open from the start, so that a test need not sign in. */
export const GOOGLE_ACCESS = "google-access", GOOGLE_REFRESH = "google-refresh";

interface Code { redirectUri: string; challenge: string; scopes: string[] }
interface State { access: Map<string, string[] | "any">; refresh: Map<string, string[] | "any">; codes: Map<string, Code> }
/** Both stand-ins of Google mount the sign-in, and have to know the same people; what they surely share is the list of effects. */
const states = new WeakMap<World["effects"], State>();
export function stateOf(world: World): State {
  const state = states.get(world.effects) ?? { access: new Map([[GOOGLE_ACCESS, "any" as const]]), refresh: new Map([[GOOGLE_REFRESH, "any" as const]]), codes: new Map() };
  states.set(world.effects, state);
  return state;
}

const REASONS: Record<number, string> = { 400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND", 429: "RESOURCE_EXHAUSTED", 500: "INTERNAL" };
export function googleError(c: Context, code: 400 | 401 | 403 | 404 | 429 | 500, reason: string, metadata: Record<string, string> = {}): Response {
  const details = [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, domain: "googleapis.com", metadata }];
  return c.json({ error: { code, message: "The stand-in says no.", status: REASONS[code], errors: [{ reason, domain: "global", message: "The stand-in says no." }], details } }, code);
}

export const googleErrors: Errors = {
  "429": (c) => { c.header("retry-after", "2"); return googleError(c, 429, "RATE_LIMIT_EXCEEDED"); },
  "500": (c) => googleError(c, 500, "backendError"),
  "expired-token": (c) => googleError(c, 401, "authError"),
  "revoked-token": (c) => googleError(c, 401, "authError"),
  permission: (c) => googleError(c, 403, "insufficientPermissions"),
  "invalid-media": (c) => googleError(c, 400, "INVALID_ARGUMENT"),
};

/** Lets in whoever holds a token with one of the scopes. */
export const needs = (world: World, ...scopes: string[]): MiddlewareHandler => async (c, next) => {
  const token = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? "", held = stateOf(world).access.get(token);
  if (!held) return googleError(c, 401, "authError");
  if (held !== "any" && !scopes.some((scope) => held.includes(scope))) return googleError(c, 403, "insufficientPermissions");
  return next();
};

const grantErrors: Errors = {
  "429": (c) => c.json({ error: "rate_limit_exceeded" }, 429, { "retry-after": String(Math.ceil((resetsAt(new Date()).getTime() - Date.now()) / 1000)) }),
  "500": (c) => c.text("Internal error", 500),
  "expired-token": (c) => c.json({ error: "invalid_grant", error_description: "Token has been expired or revoked." }, 400),
  "revoked-token": (c) => c.json({ error: "invalid_grant", error_description: "Token has been expired or revoked." }, 400),
  permission: (c) => c.json({ error: "invalid_client" }, 401),
  "invalid-media": (c) => c.json({ error: "invalid_request" }, 400),
};

export const googleSignIn: StandIn["mounts"] = [
  { at: "/accounts.google.com", routes: (app, world) => { app.get("/o/oauth2/v2/auth", (c) => authorize(c, world)); } },
  { at: "/oauth2.googleapis.com", routes: (app: Hono, world) => { app.post("/token", world.step("sign-in", grantErrors), (c) => token(c, world)); app.post("/revoke", world.step("sign-in", grantErrors), (c) => revoke(c, world)); } },
];

/** All that the person allowed the app is gone with one token of it; here is but one person. */
async function revoke(c: Context, world: World): Promise<Response> {
  const { token: shown = "" } = await c.req.parseBody<Record<string, string>>(), { access, refresh } = stateOf(world);
  if (!access.has(shown) && !refresh.has(shown)) return c.json({ error: "invalid_token" }, 400);
  access.clear();
  refresh.clear();
  return c.json({});
}

/** Agrees at once. */
function authorize(c: Context, world: World): Response {
  const asked = c.req.query(), { redirect_uri: redirectUri = "", state = "", scope = "", code_challenge: challenge = "" } = asked;
  const isWhole = asked["client_id"] === googleApp.clientId && URL.canParse(redirectUri) && asked["response_type"] === "code" && scope && state
    && asked["access_type"] === "offline" && asked["prompt"] === "consent" && challenge && asked["code_challenge_method"] === "S256";
  if (!isWhole) return c.text("Error 400: invalid_request", 400);
  const code = `4/${randomUUID()}`, back = new URL(redirectUri);
  stateOf(world).codes.set(code, { redirectUri, challenge, scopes: scope.split(" ") });
  for (const [name, value] of Object.entries({ state, code, scope })) back.searchParams.set(name, value);
  return c.redirect(back.href);
}

async function token(c: Context, world: World): Promise<Response> {
  const asked = await c.req.parseBody<Record<string, string>>(), { access, refresh, codes } = stateOf(world);
  if (asked["client_id"] !== googleApp.clientId || asked["client_secret"] !== googleApp.clientSecret) return c.json({ error: "invalid_client" }, 401);
  const fresh = (scopes: string[] | "any", more: object): Response => {
    const made = `ya29.${randomUUID()}`;
    access.set(made, scopes);
    return c.json({ access_token: made, expires_in: 3599, token_type: "Bearer", ...scopes === "any" ? {} : { scope: scopes.join(" ") }, ...more });
  };
  if (asked["grant_type"] === "refresh_token") {
    const scopes = refresh.get(asked["refresh_token"] ?? "");
    // It does not rotate: the answer has no refresh token.
    return scopes ? fresh(scopes, {}) : c.json({ error: "invalid_grant", error_description: "Token has been expired or revoked." }, 400);
  }
  if (asked["grant_type"] !== "authorization_code") return c.json({ error: "unsupported_grant_type" }, 400);
  const code = codes.get(asked["code"] ?? ""), challenge = createHash("sha256").update(asked["code_verifier"] ?? "").digest("base64url");
  codes.delete(asked["code"] ?? "");
  if (!code || code.challenge !== challenge) return c.json({ error: "invalid_grant" }, 400);
  if (code.redirectUri !== asked["redirect_uri"]) return c.json({ error: "redirect_uri_mismatch" }, 400);
  const kept = `1//${randomUUID()}`;
  refresh.set(kept, code.scopes);
  return fresh(code.scopes, { refresh_token: kept });
}
