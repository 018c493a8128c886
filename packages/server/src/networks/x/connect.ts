/** Signing in to X: OAuth 2 with PKCE, and refresh tokens that are good for one use. */
import { None } from "oauth4webapi";
import { isGood } from "../ask.ts";
import type { Asking, OAuth, Refresh } from "../connect.ts";
import { type Refused, refused } from "../outcome.ts";
import { type Revoke, revokedBy } from "../revoke.ts";
import type { Account, DeveloperApp } from "../session.ts";
import { renew, signInAddress, type Standard, tradeCode } from "../standard-oauth.ts";
import { API, call } from "./call.ts";
import { xRefusal } from "./errors.ts";

export const SCOPES = ["tweet.read", "tweet.write", "users.read", "media.write", "offline.access"] as const;

/** An app of the kind “public client” has no secret. X reads id and secret as they are, without the escaping that the standard asks for. */
const proofIn = ({ clientId, clientSecret }: DeveloperApp): Record<string, string> => clientSecret === null ? {} : { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` };

const x: Standard = {
  server: { issuer: "https://x.com", authorization_endpoint: "https://x.com/i/oauth2/authorize", token_endpoint: `${API}/oauth2/token` },
  proofOf: (app) => app.clientSecret === null ? None() : (_server, _client, _body, headers) => { for (const [name, value] of Object.entries(proofIn(app))) headers.set(name, value); },
  refusalOf: signInRefusal,
};

export const connect: OAuth = {
  by: "oauth", app: "own", scopes: SCOPES,
  address: (parts) => signInAddress(x, parts, SCOPES),
  finish: async (asking, parts) => {
    const granted = await tradeCode(x, asking, parts);
    if (granted.is === "refused") return granted;
    const account = await accountOf(asking, granted.credentials.access);
    return "is" in account ? account : { is: "connected", accounts: [{ account, credentials: granted.credentials }] };
  },
};

export const refresh: Refresh = async (asking, { app, credentials }) => {
  const token = credentials.refresh;
  if (!app || token === null) return refused("auth", "The sign-in at X cannot be renewed. Sign in again.");
  return renew(x, asking, app, { ...credentials, refresh: token });
};

/** Each token is taken back by itself; the one that could make others first. */
export const revoke: Revoke = {
  ends: "sign-in",
  async revoke(asking, { app, credentials: { access, refresh } }) {
    if (!app) return false;
    const ended = [];
    for (const token of [refresh, access]) if (token !== null) ended.push(await revokedBy(asking, `${API}/oauth2/revoke`, { token, client_id: app.clientId }, proofIn(app)));
    return ended.every(Boolean);
  },
};

async function accountOf({ fetch, now }: Asking, access: string): Promise<Account | Refused> {
  const answer = await call({ fetch, access }, "GET", "/users/me", { query: { "user.fields": "protected" } });
  if (!isGood(answer)) return xRefusal(answer, now());
  const { data } = answer.body as { data: { id: string; name: string; username: string } };
  return { id: data.id, name: data.name, handle: data.username, url: `https://x.com/${data.username}`, host: null, more: {} };
}

function signInRefusal(code: string): Refused {
  if (code === "") return refused("transient", "X’s sign-in could not be reached. Try again in a minute.");
  if (code === "invalid_client" || code === "unauthorized_client") return refused("auth", "X does not know the developer app by this id and secret. Enter both again.", { code });
  return refused("auth", "X no longer accepts the sign-in. Sign in again.", { code });
}
