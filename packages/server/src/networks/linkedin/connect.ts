/** Signing in to LinkedIn. A developer app has either the product that anybody gets, for a person's own posts, or the reviewed one, for pages too. */
import { ask } from "../ask.ts";
import type { Asking, OAuth, Refresh } from "../connect.ts";
import { endsAt } from "../ends-at.ts";
import { type Refused, refused } from "../outcome.ts";
import type { Account, Credentials } from "../session.ts";
import { renewed } from "../standard-oauth.ts";
import { accountsOf } from "./accounts.ts";

const OAUTH = "https://www.linkedin.com/oauth/v2";
export const PROFILE_SCOPES = ["openid", "profile", "w_member_social"] as const;
/** LinkedIn refuses the sign-in when one is asked for that the app does not have, so the two sets stay apart. */
export const PAGE_SCOPES = ["r_basicprofile", "w_member_social", "rw_organization_admin", "r_organization_social", "w_organization_social", "r_organization_social_feed", "w_organization_social_feed"] as const;
/** What `host` says when the app has the Community Management product: LinkedIn has no servers to choose. */
export const PAGES = "pages";

/** LinkedIn takes PKCE from apps on a person's own device only; an app with a secret sends that instead. */
export const connect: OAuth = {
  by: "oauth", app: "own", scopes: PROFILE_SCOPES,
  address: async ({ app, host, redirectUri, state }) => {
    const scope = (host === PAGES ? PAGE_SCOPES : PROFILE_SCOPES).join(" ");
    return `${OAUTH}/authorization?${new URLSearchParams({ response_type: "code", client_id: app.clientId, redirect_uri: redirectUri, state, scope }).toString()}`;
  },
  finish: async (asking, { app, redirectUri, code }) => {
    const granted = await grant(asking, { grant_type: "authorization_code", code, redirect_uri: redirectUri, client_id: app.clientId, client_secret: app.clientSecret ?? "" });
    if (granted.is === "refused") return granted;
    const { credentials } = granted, accounts: Account[] | Refused = await accountsOf(asking, credentials);
    return Array.isArray(accounts) ? { is: "connected", accounts: accounts.map((account) => ({ account, credentials })) } : accounts;
  },
};

export const refresh: Refresh = async (asking, { app, credentials }) => {
  if (!app || credentials.refresh === null) return refused("auth", "LinkedIn lets few apps renew a sign-in by themselves. Sign in again, about every 60 days.");
  const granted = await grant(asking, { grant_type: "refresh_token", refresh_token: credentials.refresh, client_id: app.clientId, client_secret: app.clientSecret ?? "" });
  return granted.is === "refused" ? granted : { is: "refreshed", credentials: renewed(credentials, granted.credentials) };
};

interface Tokens { access_token?: string; expires_in?: number; refresh_token?: string; refresh_token_expires_in?: number; scope?: string; error?: string }

/** By hand: with `openid`, LinkedIn adds a token about the person that a strict reader would refuse, and it parts scopes by commas. */
async function grant({ fetch, now }: Asking, form: Record<string, string>): Promise<{ is: "granted"; credentials: Credentials } | Refused> {
  const answer = await ask(fetch, `${OAUTH}/accessToken`, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams(form).toString() });
  const tokens = answer.is === "answer" && typeof answer.body === "object" ? answer.body as Tokens | null : null;
  if (answer.is === "answer" && answer.status < 300 && tokens?.access_token) {
    return { is: "granted", credentials: { access: tokens.access_token, refresh: tokens.refresh_token ?? null, expiresAt: endsAt(now(), tokens.expires_in), refreshExpiresAt: endsAt(now(), tokens.refresh_token_expires_in), scopes: tokens.scope?.split(/[ ,]+/).filter(Boolean) ?? [], more: {} } };
  }
  if (answer.is === "silence" || answer.status >= 500 || answer.status === 429 || answer.status < 300) return refused("transient", "LinkedIn’s sign-in could not be reached. Try again in a minute.");
  const code = tokens?.error ?? String(answer.status);
  if (code === "invalid_client" || code === "invalid_client_id") return refused("auth", "LinkedIn does not know the developer app by this id and secret. Enter both again.", { code });
  if (code === "invalid_redirect_uri") return refused("permission", "The developer app does not list this desk’s return address. Add it under “Auth” in LinkedIn’s developer portal.", { code });
  return refused("auth", "LinkedIn no longer accepts the sign-in. Sign in again.", { code });
}
