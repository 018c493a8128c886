/** Google's sign-in, which YouTube and Business Profile share. */
import * as oauth from "oauth4webapi";
import type { Asking, OAuth, Refresh } from "../connect.ts";
import { endsAt } from "../ends-at.ts";
import { type Refused, refused } from "../outcome.ts";
import type { Account, Credentials, DeveloperApp } from "../session.ts";

export const SIGN_IN_HOSTS = ["accounts.google.com", "oauth2.googleapis.com"] as const;
const google: oauth.AuthorizationServer = {
  issuer: "https://accounts.google.com",
  authorization_endpoint: "https://accounts.google.com/o/oauth2/v2/auth",
  token_endpoint: "https://oauth2.googleapis.com/token",
};

/** `accountsOf` says which accounts the sign-in opens. */
export type AccountsOf = (asking: Asking, access: string, name: string) => Promise<Account[] | Refused>;

export const googleConnect = (name: string, scopes: readonly string[], accountsOf: AccountsOf): OAuth => ({
  by: "oauth", app: "own", scopes,
  address: async ({ app, redirectUri, state, verifier }) => {
    const url = new URL(google.authorization_endpoint!);
    url.search = new URLSearchParams({
      client_id: app.clientId, redirect_uri: redirectUri, response_type: "code", scope: scopes.join(" "), state,
      // Without both of these, a second sign-in brings no refresh token.
      access_type: "offline", prompt: "consent",
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: "S256",
    }).toString();
    return url.href;
  },
  finish: async (asking, { app, redirectUri, verifier, code }) => {
    const client = { client_id: app.clientId };
    // The desk has compared `state` before it comes here.
    const callback = oauth.validateAuthResponse(google, client, new URLSearchParams({ code }), oauth.expectNoState);
    const granted = await grant(asking, name, async (options) => oauth.processAuthorizationCodeResponse(google, client,
      await oauth.authorizationCodeGrantRequest(google, client, secretOf(app), callback, redirectUri, verifier, options)));
    if (granted.is === "refused") return granted;
    const accounts = await accountsOf(asking, granted.credentials.access, name);
    if (!Array.isArray(accounts)) return accounts;
    return { is: "connected", accounts: accounts.map((account) => ({ account, credentials: granted.credentials })) };
  },
});

export const googleRefresh = (name: string): Refresh => async (asking, { app, credentials }) => {
  const { refresh } = credentials;
  if (!app || refresh === null) return refused("auth", `The sign-in at ${name} cannot be renewed. Connect the channel again.`);
  const client = { client_id: app.clientId };
  const granted = await grant(asking, name, async (options) => oauth.processRefreshTokenResponse(google, client,
    await oauth.refreshTokenGrantRequest(google, client, secretOf(app), refresh, options)));
  if (granted.is === "refused") return granted;
  const { access, expiresAt, scopes, ...rest } = granted.credentials;
  // Google does not send the refresh token again: null keeps the stored one, with its end.
  return { is: "refreshed", credentials: { ...credentials, access, expiresAt, refresh: rest.refresh, refreshExpiresAt: rest.refreshExpiresAt ?? credentials.refreshExpiresAt, scopes: scopes.length > 0 ? scopes : credentials.scopes } };
};

const secretOf = (app: DeveloperApp): oauth.ClientAuth => oauth.ClientSecretPost(app.clientSecret ?? "");

type Granted = { is: "granted"; credentials: Credentials } | Refused;

async function grant({ fetch, now }: Asking, name: string, call: (options: oauth.TokenEndpointRequestOptions) => Promise<oauth.TokenEndpointResponse>): Promise<Granted> {
  try {
    const tokens = await call({ [oauth.customFetch]: (url, init) => fetch(url, init as RequestInit) });
    return { is: "granted", credentials: {
      access: tokens.access_token, refresh: tokens.refresh_token ?? null, expiresAt: endsAt(now(), tokens.expires_in),
      refreshExpiresAt: endsAt(now(), tokens["refresh_token_expires_in"]), scopes: tokens.scope?.split(" ") ?? [], more: {},
    } };
  } catch (error) {
    return signInRefusal(error, name);
  }
}

function signInRefusal(error: unknown, name: string): Refused {
  const code = error instanceof oauth.ResponseBodyError && error.status < 500 ? error.error : "";
  switch (code) {
    case "": return refused("transient", "Google’s sign-in could not be reached. Try again in a minute.");
    case "invalid_grant": return refused("auth", `Google no longer accepts the sign-in for ${name}. Connect the channel again; if this happens every 7 days, set the app’s publishing status to “In production” in the Google Cloud console.`, { code });
    case "invalid_client": case "unauthorized_client": return refused("auth", "Google does not know the developer app by this id and secret. Enter both again.", { code });
    case "redirect_uri_mismatch": return refused("permission", "The developer app does not list this desk’s return address. Add it to the app in the Google Cloud console.", { code });
    default: return refused("auth", `Google refused the sign-in for ${name} (${code}). Connect the channel again.`, { code });
  }
}
