/** Signing in, with an app that the practice registered at Pinterest. */
import * as z from "zod/mini";
import { type Answer, ask, isGood, refusalOf } from "../ask.ts";
import type { Asking, Connected, OAuth, Refresh } from "../connect.ts";
import { endsAt } from "../ends-at.ts";
import { refused, type Refused } from "../outcome.ts";
import type { Credentials, DeveloperApp } from "../session.ts";
import { API, askPinterest, refusalHere } from "./api.ts";

/** Making a pin asks for all but the last, which names the account. */
export const SCOPES = ["boards:read", "boards:write", "pins:read", "pins:write", "user_accounts:read"];

export const connect: OAuth = {
  by: "oauth", app: "own", scopes: SCOPES,
  // Pinterest describes no PKCE; its app always has a secret, and `state` ties the answer to the person.
  address: async ({ app, redirectUri, state }) => `https://www.pinterest.com/oauth/?${new URLSearchParams({ client_id: app.clientId, redirect_uri: redirectUri, response_type: "code", scope: SCOPES.join(","), state }).toString()}`,
  finish,
};

async function finish(asking: Asking, { app, redirectUri, code }: Parameters<OAuth["finish"]>[1]): Promise<Connected | Refused> {
  // Apps from before 2025-09-25 get a refresh token that can be renewed only when they ask for it.
  const answer = await askForToken(asking, app, { grant_type: "authorization_code", code, redirect_uri: redirectUri, continuous_refresh: "true" });
  const credentials = credentialsOf(answer, asking.now());
  if (!credentials) return signInRefusalOf(answer, asking.now());
  const who = await askPinterest({ fetch: asking.fetch, credentials }, "/user_account"), account = isGood(who) ? accountReply.safeParse(who.body) : undefined;
  if (!account?.success) return refusalHere(who, asking.now());
  const { id, username, business_name: business } = account.data, url = `https://www.pinterest.com/${encodeURIComponent(username)}/`;
  return { is: "connected", accounts: [{ account: { id: id ?? username, name: business || username, handle: username, url, host: null, more: {} }, credentials }] };
}

export const refresh: Refresh = async (asking, { app, credentials }) => {
  if (!app || credentials.refresh === null) return refused("auth", "The sign-in cannot be renewed. Sign in again.");
  const answer = await askForToken(asking, app, { grant_type: "refresh_token", refresh_token: credentials.refresh }), renewed = credentialsOf(answer, asking.now());
  return renewed ? { is: "refreshed", credentials: { ...renewed, more: credentials.more } } : signInRefusalOf(answer, asking.now());
};

const askForToken = (asking: Asking, { clientId, clientSecret }: DeveloperApp, fields: Record<string, string>): Promise<Answer> =>
  ask(asking.fetch, `${API}/oauth/token`, { method: "POST", headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret ?? ""}`).toString("base64")}` }, body: new URLSearchParams(fields) });

function credentialsOf(answer: Answer, now: Date): Credentials | undefined {
  const token = isGood(answer) ? tokenReply.safeParse(answer.body) : undefined;
  if (!token?.success) return undefined;
  const { access_token: access, refresh_token: refresh = null, expires_in: seconds, refresh_token_expires_in: refreshSeconds, scope } = token.data;
  return { access, refresh, expiresAt: endsAt(now, seconds), refreshExpiresAt: endsAt(now, refreshSeconds), scopes: scope.split(/[\s,]+/).filter(Boolean), more: {} };
}

/** The code or the token is spent, or the app's secret is wrong: asking again cannot help. */
const signInRefusalOf = (answer: Answer, now: Date): Refused => answer.is === "answer" && answer.status < 429
  ? refused("auth", "Pinterest did not accept the sign-in. Check the app's id and secret, then sign in again.", { code: String(answer.status) }) : refusalOf(answer, now, "Pinterest");

const tokenReply = z.object({ access_token: z.string().check(z.minLength(1)), refresh_token: z.optional(z.string()), expires_in: z.number(), refresh_token_expires_in: z.optional(z.number()), scope: z.string() });
const accountReply = z.object({ id: z.optional(z.string()), username: z.string(), business_name: z.nullish(z.string()) });
