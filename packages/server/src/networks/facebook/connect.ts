/** Signing in: a person chooses among the Pages that they run, and the desk keeps each Page's own token. */
import { z } from "zod";
import type { Connected, OAuth, Refresh } from "../connect.ts";
import { dialogAddress, longer, nothingToConnect, pagesOf, signIn } from "../meta/facebook-login.ts";
import { bodyOf, FACEBOOK, get, type Graph } from "../meta/graph.ts";
import { metaRefusal } from "../meta/errors.ts";
import { refused } from "../outcome.ts";

const SCOPES = ["pages_show_list", "pages_read_engagement", "pages_manage_posts", "pages_manage_engagement", "pages_read_user_content", "read_insights", "business_management"];
/** A Page that the person may only look at comes without a token. */
const page = z.object({ id: z.string(), name: z.string(), username: z.string().optional(), link: z.string().optional(), access_token: z.string().optional() });

export const connect: OAuth = {
  by: "oauth", app: "own", scopes: SCOPES,
  address: async (parts) => dialogAddress(parts, SCOPES),
  async finish(asking, parts) {
    const person = await signIn(asking, parts, "Facebook");
    if (person.is === "refused") return person;
    const found = await pagesOf(person.graph, person.scopes, "id,name,username,link,access_token", page);
    if (found.is === "refused") return found;
    const accounts = found.pages.flatMap(({ id, name, username, link, access_token }): Connected["accounts"] => access_token === undefined ? [] : [{
      account: { id, name, handle: username ?? name, url: link ?? `https://www.facebook.com/${id}`, host: null, more: {} },
      // A Page's token has no end of its own; the person's, which it came from, renews it.
      credentials: { access: access_token, refresh: person.token.access, expiresAt: null, refreshExpiresAt: person.token.expiresAt, scopes: person.scopes, more: {} },
    }]);
    return accounts.length > 0 ? { is: "connected", accounts } : nothingToConnect("Facebook", "Sign in as somebody who runs the Page, and tick the Page when Facebook asks.");
  },
};

const renewed = z.object({ access_token: z.string() });

export const refresh: Refresh = async ({ fetch, now }, { app, account, credentials }) => {
  if (!app || credentials.refresh === null) return refused("auth", "Facebook has nothing to renew the sign-in with. Sign in again.");
  const graph: Graph = { fetch, base: FACEBOOK, access: "", now: now(), network: "Facebook" }, token = await longer(graph, app, credentials.refresh);
  if (token.is === "refused") return token;
  const answer = await get({ ...graph, access: token.access }, account.id, { fields: "access_token" }), body = bodyOf(answer, renewed);
  if (!body) return metaRefusal(answer, graph.now, "Facebook");
  return { is: "refreshed", credentials: { ...credentials, access: body.access_token, refresh: token.access, refreshExpiresAt: token.expiresAt } };
};
