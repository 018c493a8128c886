/** Signing in. The token lasts sixty days and renews itself once it is a day old. */
import { z } from "zod";
import { ask } from "../ask.ts";
import type { OAuth, Refresh } from "../connect.ts";
import { metaRefusal } from "../meta/errors.ts";
import { bodyOf, get, type Graph } from "../meta/graph.ts";
import { tokenIn } from "../meta/sign-in.ts";
import { THREADS, THREADS_TOKENS } from "./account.ts";

export const SCOPES = ["threads_basic", "threads_content_publish", "threads_read_replies", "threads_manage_replies", "threads_manage_insights", "threads_delete"];
const profile = z.object({ id: z.string(), username: z.string(), name: z.string().optional() });
const debugged = z.object({ data: z.object({ scopes: z.array(z.string()) }) });

export const connect: OAuth = {
  by: "oauth", app: "own", scopes: SCOPES,
  address: async ({ app, redirectUri, state }) => `https://www.threads.net/oauth/authorize?${new URLSearchParams({ client_id: app.clientId, redirect_uri: redirectUri, response_type: "code", scope: SCOPES.join(","), state })}`,
  async finish({ fetch, now }, { app, redirectUri, code }) {
    const at = now(), secret = app.clientSecret ?? "", graph: Graph = { fetch, base: THREADS, access: "", now: at, network: "Threads" };
    // The address bar adds “#_” to the code.
    const body = new URLSearchParams({ client_id: app.clientId, client_secret: secret, grant_type: "authorization_code", redirect_uri: redirectUri, code: code.replace(/#_$/, "") });
    const short = tokenIn(await ask(fetch, `${THREADS_TOKENS}/oauth/access_token`, { method: "POST", body }), at, "Threads");
    if (short.is === "refused") return short;
    const token = tokenIn(await get({ ...graph, base: THREADS_TOKENS, access: short.access }, "access_token", { grant_type: "th_exchange_token", client_secret: secret }), at, "Threads");
    if (token.is === "refused") return token;
    const signed = { ...graph, access: token.access }, answer = await get(signed, "me", { fields: "id,username,name" }), me = bodyOf(answer, profile);
    if (!me) return metaRefusal(answer, at, "Threads");
    // People can untick a permission. Where Threads does not say which, what was asked for is assumed, and the first call tells.
    const granted = bodyOf(await get(signed, "debug_token", { input_token: token.access }), debugged)?.data.scopes ?? SCOPES;
    return { is: "connected", accounts: [{
      account: { id: me.id, name: me.name || me.username, handle: me.username, url: `https://www.threads.net/@${me.username}`, host: null, more: {} },
      credentials: { access: token.access, refresh: null, expiresAt: token.expiresAt, refreshExpiresAt: token.expiresAt, scopes: granted, more: {} },
    }] };
  },
};

export const refresh: Refresh = async ({ fetch, now }, { credentials }) => {
  const at = now(), graph: Graph = { fetch, base: THREADS_TOKENS, access: credentials.access, now: at, network: "Threads" };
  const token = tokenIn(await get(graph, "refresh_access_token", { grant_type: "th_refresh_token" }), at, "Threads");
  return token.is === "refused" ? token : { is: "refreshed", credentials: { ...credentials, access: token.access, refresh: null, expiresAt: token.expiresAt, refreshExpiresAt: token.expiresAt } };
};
