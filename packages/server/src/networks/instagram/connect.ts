/** Signing in. A person says by the host which of the two ways they take; Instagram's own is the usual one, as it needs no Page. */
import { z } from "zod";
import { ask } from "../ask.ts";
import type { Asking, Connected, OAuth, Refresh } from "../connect.ts";
import { metaRefusal } from "../meta/errors.ts";
import { dialogAddress, longer, nothingToConnect, pagesOf, signIn } from "../meta/facebook-login.ts";
import { bodyOf, FACEBOOK, get, type Graph } from "../meta/graph.ts";
import { signInRefusal, tokenIn } from "../meta/sign-in.ts";
import { refused, type Refused } from "../outcome.ts";
import type { DeveloperApp } from "../session.ts";
import { INSTAGRAM, isByFacebook } from "./account.ts";

export const BY_FACEBOOK = "https://www.facebook.com";
const SCOPES = ["instagram_business_basic", "instagram_business_content_publish", "instagram_business_manage_comments", "instagram_business_manage_insights"];
const FACEBOOK_SCOPES = ["instagram_basic", "instagram_content_publish", "instagram_manage_comments", "instagram_manage_insights", "pages_show_list", "pages_read_engagement", "business_management"];

interface Parts { app: DeveloperApp; redirectUri: string; code: string }

export const connect: OAuth = {
  by: "oauth", app: "own", scopes: SCOPES,
  address: async ({ host, ...parts }) => host === BY_FACEBOOK
    ? dialogAddress(parts, FACEBOOK_SCOPES)
    : `https://www.instagram.com/oauth/authorize?${new URLSearchParams({ client_id: parts.app.clientId, redirect_uri: parts.redirectUri, response_type: "code", scope: SCOPES.join(","), state: parts.state })}`,
  finish: (asking, { host, ...parts }) => host === BY_FACEBOOK ? byFacebook(asking, parts) : byInstagram(asking, parts),
};

const granted = z.object({ access_token: z.string(), permissions: z.union([z.string().transform((all) => all.split(",")), z.array(z.string())]).optional() });
/** Documented inside a list, and answered flat. */
const shortLived = z.union([granted, z.object({ data: z.tuple([granted]) }).transform(({ data: [one] }) => one)]);
const profile = z.object({ user_id: z.coerce.string(), username: z.string(), name: z.string().optional() });

async function byInstagram({ fetch, now }: Asking, { app, redirectUri, code }: Parts): Promise<Connected | Refused> {
  const at = now(), secret = app.clientSecret ?? "";
  // The address bar adds “#_” to the code.
  const body = new URLSearchParams({ client_id: app.clientId, client_secret: secret, grant_type: "authorization_code", redirect_uri: redirectUri, code: code.replace(/#_$/, "") });
  const first = await ask(fetch, "https://api.instagram.com/oauth/access_token", { method: "POST", body }), short = bodyOf(first, shortLived);
  if (!short) return signInRefusal(first, at, "Instagram");
  const token = tokenIn(await get(unversioned(fetch, short.access_token, at), "access_token", { grant_type: "ig_exchange_token", client_secret: secret }), at, "Instagram");
  if (token.is === "refused") return token;
  const answer = await get({ ...unversioned(fetch, token.access, at), base: INSTAGRAM }, "me", { fields: "user_id,username,name" }), me = bodyOf(answer, profile);
  if (!me) return metaRefusal(answer, at, "Instagram");
  return { is: "connected", accounts: [{
    account: { id: me.user_id, name: me.name || me.username, handle: me.username, url: `https://www.instagram.com/${me.username}/`, host: null, more: { login: "instagram" } },
    credentials: { access: token.access, refresh: null, expiresAt: token.expiresAt, refreshExpiresAt: token.expiresAt, scopes: short.permissions ?? SCOPES, more: {} },
  }] };
}

const unversioned = (fetch: Asking["fetch"], access: string, now: Date): Graph => ({ fetch, base: "https://graph.instagram.com", access, now, network: "Instagram" });

const page = z.object({ id: z.string(), access_token: z.string().optional(), instagram_business_account: z.object({ id: z.string(), username: z.string(), name: z.string().optional() }).optional() });

async function byFacebook(asking: Asking, parts: Parts): Promise<Connected | Refused> {
  const person = await signIn(asking, parts, "Instagram");
  if (person.is === "refused") return person;
  const found = await pagesOf(person.graph, person.scopes, "id,access_token,instagram_business_account{id,username,name}", page);
  if (found.is === "refused") return found;
  const accounts = found.pages.flatMap(({ id, access_token, instagram_business_account: linked }): Connected["accounts"] => !linked || access_token === undefined ? [] : [{
    account: { id: linked.id, name: linked.name || linked.username, handle: linked.username, url: `https://www.instagram.com/${linked.username}/`, host: null, more: { login: "facebook", page: id } },
    credentials: { access: access_token, refresh: person.token.access, expiresAt: null, refreshExpiresAt: person.token.expiresAt, scopes: person.scopes, more: {} },
  }]);
  return accounts.length > 0 ? { is: "connected", accounts } : nothingToConnect("Instagram", "Make the account a business or creator account, link it to a Page that you run, and sign in again.");
}

/** Instagram's own token renews itself, once it is a day old; the Page's comes anew from the person's. */
export const refresh: Refresh = async ({ fetch, now }, { app, account, credentials }) => {
  const at = now();
  if (!isByFacebook(account)) {
    const token = tokenIn(await get(unversioned(fetch, credentials.access, at), "refresh_access_token", { grant_type: "ig_refresh_token" }), at, "Instagram");
    return token.is === "refused" ? token : { is: "refreshed", credentials: { ...credentials, access: token.access, refresh: null, expiresAt: token.expiresAt, refreshExpiresAt: token.expiresAt } };
  }
  if (!app || credentials.refresh === null) return refused("auth", "Instagram has nothing to renew the sign-in with. Sign in again.");
  const graph: Graph = { fetch, base: FACEBOOK, access: "", now: at, network: "Instagram" }, token = await longer(graph, app, credentials.refresh);
  if (token.is === "refused") return token;
  const answer = await get({ ...graph, access: token.access }, account.more.page ?? "", { fields: "access_token" }), body = bodyOf(answer, z.object({ access_token: z.string() }));
  return body ? { is: "refreshed", credentials: { ...credentials, access: body.access_token, refresh: token.access, refreshExpiresAt: token.expiresAt } } : metaRefusal(answer, at, "Instagram");
};
