/** Signing in to X: OAuth 2 with PKCE, and refresh tokens that are good for one use. */
import * as oauth from "oauth4webapi";
import { isGood } from "../ask.ts";
import type { Asking, OAuth, Refresh } from "../connect.ts";
import { endsAt } from "../ends-at.ts";
import { type Refused, refused } from "../outcome.ts";
import type { Account, Credentials, DeveloperApp } from "../session.ts";
import { call } from "./call.ts";
import { xRefusal } from "./errors.ts";

export const SCOPES = ["tweet.read", "tweet.write", "users.read", "media.write", "offline.access"] as const;
const x: oauth.AuthorizationServer = { issuer: "https://x.com", authorization_endpoint: "https://x.com/i/oauth2/authorize", token_endpoint: "https://api.x.com/2/oauth2/token" };

/** An app of the kind “public client” has no secret. X reads id and secret as they are, without the escaping that the standard asks for. */
const clientAuth = (app: DeveloperApp): oauth.ClientAuth => app.clientSecret === null ? oauth.None() : (_server, _client, _body, headers) => {
  headers.set("authorization", `Basic ${Buffer.from(`${app.clientId}:${app.clientSecret}`).toString("base64")}`);
};

export const connect: OAuth = {
  by: "oauth", app: "own", scopes: SCOPES,
  address: async ({ app, redirectUri, state, verifier }) => {
    const url = new URL(x.authorization_endpoint!);
    url.search = new URLSearchParams({
      response_type: "code", client_id: app.clientId, redirect_uri: redirectUri, scope: SCOPES.join(" "), state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: "S256",
    }).toString();
    return url.href;
  },
  finish: async (asking, { app, redirectUri, verifier, code }) => {
    const client = { client_id: app.clientId };
    // The desk has compared `state` before it comes here.
    const callback = oauth.validateAuthResponse(x, client, new URLSearchParams({ code }), oauth.expectNoState);
    const granted = await grant(asking, async (options) => oauth.processAuthorizationCodeResponse(x, client,
      await oauth.authorizationCodeGrantRequest(x, client, clientAuth(app), callback, redirectUri, verifier, options)));
    if (granted.is === "refused") return granted;
    const account = await accountOf(asking, granted.credentials.access);
    return "is" in account ? account : { is: "connected", accounts: [{ account, credentials: granted.credentials }] };
  },
};

export const refresh: Refresh = async (asking, { app, credentials }) => {
  const token = credentials.refresh;
  if (!app || token === null) return refused("auth", "The sign-in at X cannot be renewed. Connect the channel again.");
  const client = { client_id: app.clientId };
  const granted = await grant(asking, async (options) => oauth.processRefreshTokenResponse(x, client,
    await oauth.refreshTokenGrantRequest(x, client, clientAuth(app), token, options)));
  if (granted.is === "refused") return granted;
  const { scopes, ...rest } = granted.credentials;
  return { is: "refreshed", credentials: { ...rest, scopes: scopes.length > 0 ? scopes : credentials.scopes } };
};

async function accountOf({ fetch, now }: Asking, access: string): Promise<Account | Refused> {
  const answer = await call({ fetch, access }, "GET", "/users/me", { query: { "user.fields": "protected" } });
  if (!isGood(answer)) return xRefusal(answer, now());
  const { data } = answer.body as { data: { id: string; name: string; username: string } };
  return { id: data.id, name: data.name, handle: data.username, url: `https://x.com/${data.username}`, host: null, more: {} };
}

async function grant({ fetch, now }: Asking, ask: (options: oauth.TokenEndpointRequestOptions) => Promise<oauth.TokenEndpointResponse>): Promise<{ is: "granted"; credentials: Credentials } | Refused> {
  try {
    const tokens = await ask({ [oauth.customFetch]: (url, init) => fetch(url, init as RequestInit) });
    return { is: "granted", credentials: { access: tokens.access_token, refresh: tokens.refresh_token ?? null, expiresAt: endsAt(now(), tokens.expires_in), refreshExpiresAt: null, scopes: tokens.scope?.split(" ") ?? [], more: {} } };
  } catch (error) {
    return signInRefusal(error);
  }
}

function signInRefusal(error: unknown): Refused {
  const code = error instanceof oauth.ResponseBodyError && error.status < 500 ? error.error : "";
  if (code === "") return refused("transient", "X’s sign-in could not be reached. Try again in a minute.");
  if (code === "invalid_client" || code === "unauthorized_client") return refused("auth", "X does not know the developer app by this id and secret. Enter both again.", { code });
  return refused("auth", "X no longer accepts the sign-in. Connect the channel again.", { code });
}
