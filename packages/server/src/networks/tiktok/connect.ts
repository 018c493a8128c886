/** Signing in, which at TikTok is OAuth in words of its own: a client key, commas between scopes, and a challenge in hexadecimal digits. */
import { createHash } from "node:crypto";
import { ask, isGood, refusalOf } from "../ask.ts";
import type { Asking, OAuth, Refresh } from "../connect.ts";
import { endsAt } from "../ends-at.ts";
import { type Refused, refused } from "../outcome.ts";
import { type Revoke, revokedBy } from "../revoke.ts";
import type { Credentials, DeveloperApp } from "../session.ts";
import { renewed } from "../standard-oauth.ts";
import { API, AUTHORIZE, dataOf, NAME, refusalFrom, SCOPES } from "./api.ts";
import { creatorOf } from "./creator.ts";

interface Tokens { access_token?: string; expires_in?: number; refresh_token?: string; refresh_expires_in?: number; scope?: string; error?: string }

export const connect: OAuth = {
  by: "oauth", app: "own", scopes: SCOPES,
  address: async ({ app, redirectUri, state, verifier }) => {
    const url = new URL(AUTHORIZE);
    url.search = new URLSearchParams({
      client_key: app.clientId, redirect_uri: redirectUri, response_type: "code", scope: SCOPES.join(","), state,
      code_challenge: createHash("sha256").update(verifier).digest("hex"), code_challenge_method: "S256",
    }).toString();
    return url.href;
  },
  finish: async (asking, { app, redirectUri, verifier, code }) => {
    const granted = await grant(asking, app, { grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: verifier });
    if (granted.is === "refused") return granted;
    const { credentials } = granted, signed = { fetch: asking.fetch, credentials };
    const answer = await ask(asking.fetch, `${API}/user/info/?fields=open_id,display_name`, { headers: { authorization: `Bearer ${credentials.access}` } });
    const user = dataOf<{ user?: { open_id?: string; display_name?: string } }>(answer)?.user;
    if (!user?.open_id) return refusalFrom(answer, asking.now());
    const creator = await creatorOf(signed, asking.now());
    if (creator.is === "refused") return creator;
    const { creator_nickname: name, creator_username: handle = "" } = creator.info;
    return { is: "connected", accounts: [{ account: { id: user.open_id, name: name ?? user.display_name ?? NAME, handle, url: handle ? `https://www.tiktok.com/@${handle}` : null, host: null, more: {} }, credentials }] };
  },
};

/** Both tokens are new each time, and the old ones end. */
export const refresh: Refresh = async (asking, { app, credentials }) => {
  if (!app || credentials.refresh === null) return refused("auth", "The sign-in at TikTok cannot be renewed. Sign in again.");
  const granted = await grant(asking, app, { grant_type: "refresh_token", refresh_token: credentials.refresh });
  return granted.is === "refused" ? granted : { is: "refreshed", credentials: renewed(credentials, granted.credentials) };
};

export const revoke: Revoke = {
  ends: "sign-in",
  revoke: async (asking, { app, credentials }) => app !== null && revokedBy(asking, `${API}/oauth/revoke/`, { client_key: app.clientId, client_secret: app.clientSecret ?? "", token: credentials.access }),
};

async function grant({ fetch, now }: Asking, app: DeveloperApp, asked: Record<string, string>): Promise<{ is: "granted"; credentials: Credentials } | Refused> {
  const answer = await ask(fetch, `${API}/oauth/token/`, {
    method: "POST", headers: { "content-type": "application/x-www-form-urlencoded", "cache-control": "no-cache" },
    body: new URLSearchParams({ client_key: app.clientId, client_secret: app.clientSecret ?? "", ...asked }).toString(),
  });
  const tokens = answer.is === "answer" && typeof answer.body === "object" ? answer.body as Tokens : {};
  if (isGood(answer) && tokens.access_token) {
    return { is: "granted", credentials: { access: tokens.access_token, refresh: tokens.refresh_token ?? null, expiresAt: endsAt(now(), tokens.expires_in), refreshExpiresAt: endsAt(now(), tokens.refresh_expires_in), scopes: tokens.scope?.split(",") ?? [], more: {} } };
  }
  // A refusal may come with status 200.
  const code = tokens.error ?? "";
  if (code === "invalid_client") return refused("auth", "TikTok does not know the developer app by this key and secret. Enter both again.", { code });
  if (code === "invalid_grant" || code === "access_denied" || code === "invalid_request") return refused("auth", "TikTok no longer accepts the sign-in. Sign in again.", { code });
  return isGood(answer) ? refused("transient", "TikTok did not answer the sign-in. Try again in a minute.") : refusalOf(answer, now(), NAME);
}
