/** The sign-in as OAuth's standard has it, for the networks that keep to it: a page with a proof key, a code, and tokens that are renewed. */
import * as oauth from "oauth4webapi";
import type { Asking, OAuth } from "./connect.ts";
import { endsAt } from "./ends-at.ts";
import type { Refused } from "./outcome.ts";
import type { Credentials, DeveloperApp } from "./session.ts";

export interface Standard {
  server: oauth.AuthorizationServer & { authorization_endpoint: string };
  /** How the app proves itself. */
  proofOf(app: DeveloperApp): oauth.ClientAuth;
  /** What the error means that the network names; empty where it named none, or did not answer. */
  refusalOf(code: string): Refused;
}
export type Granted = { is: "granted"; credentials: Credentials };

type AddressParts = Parameters<OAuth["address"]>[0];
type FinishParts = Parameters<OAuth["finish"]>[1];

export async function signInAddress({ server }: Standard, { app, redirectUri, state, verifier }: AddressParts, scopes: readonly string[], more: Record<string, string> = {}): Promise<string> {
  const url = new URL(server.authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: app.clientId, redirect_uri: redirectUri, response_type: "code", scope: scopes.join(" "), state, ...more,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: "S256",
  }).toString();
  return url.href;
}

export function tradeCode(standard: Standard, asking: Asking, { app, redirectUri, verifier, code }: FinishParts): Promise<Granted | Refused> {
  const { server } = standard, client = { client_id: app.clientId };
  // The desk has compared `state` before it comes here.
  const callback = oauth.validateAuthResponse(server, client, new URLSearchParams({ code }), oauth.expectNoState);
  return grant(standard, asking, async (options) => oauth.processAuthorizationCodeResponse(server, client,
    await oauth.authorizationCodeGrantRequest(server, client, standard.proofOf(app), callback, redirectUri, verifier, options)));
}

export async function renew(standard: Standard, asking: Asking, app: DeveloperApp, before: Credentials & { refresh: string }): Promise<{ is: "refreshed"; credentials: Credentials } | Refused> {
  const { server } = standard, client = { client_id: app.clientId };
  const granted = await grant(standard, asking, async (options) => oauth.processRefreshTokenResponse(server, client,
    await oauth.refreshTokenGrantRequest(server, client, standard.proofOf(app), before.refresh, options)));
  return granted.is === "refused" ? granted : { is: "refreshed", credentials: renewed(before, granted.credentials) };
}

/** What an answer leaves out is as it was; a refresh token that is not sent again is null, which keeps the stored one. */
export const renewed = (before: Credentials, granted: Credentials): Credentials =>
  ({ ...granted, refreshExpiresAt: granted.refreshExpiresAt ?? before.refreshExpiresAt, scopes: granted.scopes.length > 0 ? granted.scopes : before.scopes, more: before.more });

async function grant({ refusalOf }: Standard, { fetch, now }: Asking, call: (options: oauth.TokenEndpointRequestOptions) => Promise<oauth.TokenEndpointResponse>): Promise<Granted | Refused> {
  try {
    const tokens = await call({ [oauth.customFetch]: (url, init) => fetch(url, init as RequestInit) });
    return { is: "granted", credentials: {
      access: tokens.access_token, refresh: tokens.refresh_token ?? null, expiresAt: endsAt(now(), tokens.expires_in),
      refreshExpiresAt: endsAt(now(), tokens["refresh_token_expires_in"]), scopes: tokens.scope?.split(" ") ?? [], more: {},
    } };
  } catch (error) {
    return refusalOf(error instanceof oauth.ResponseBodyError && error.status < 500 ? error.error : "");
  }
}
