/** Signing in with Facebook: a person's token, what they granted, and the Pages that they run. Instagram's older way in goes through it too. */
import { z } from "zod";
import type { Asking } from "../connect.ts";
import { refused, type Refused } from "../outcome.ts";
import type { DeveloperApp } from "../session.ts";
import { FACEBOOK, FACEBOOK_DIALOG, get, type Graph } from "./graph.ts";
import { list } from "./list.ts";
import { type Token, tokenIn } from "./sign-in.ts";

interface Parts { app: DeveloperApp; redirectUri: string; code: string }
export interface Person { is: "person"; graph: Graph; token: Token; scopes: string[] }

/** Meta documents no proof key for this flow: the app's secret and `state` stand for it. */
export function dialogAddress({ app, redirectUri, state }: { app: DeveloperApp; redirectUri: string; state: string }, scopes: readonly string[]): string {
  return `${FACEBOOK_DIALOG}?${new URLSearchParams({ client_id: app.clientId, redirect_uri: redirectUri, response_type: "code", scope: scopes.join(","), state })}`;
}

export async function signIn({ fetch, now }: Asking, { app, redirectUri, code }: Parts, network: string): Promise<Person | Refused> {
  const own = { client_id: app.clientId, client_secret: app.clientSecret ?? "" }, graph: Graph = { fetch, base: FACEBOOK, access: "", now: now(), network };
  const short = tokenIn(await get(graph, "oauth/access_token", { ...own, redirect_uri: redirectUri, code }), graph.now, network);
  if (short.is === "refused") return short;
  const token = await longer(graph, app, short.access);
  if (token.is === "refused") return token;
  const signed = { ...graph, access: token.access };
  const granted = await list(signed, "me/permissions", {}, z.object({ permission: z.string(), status: z.string() }));
  if (granted.is === "refused") return granted;
  return { is: "person", graph: signed, token, scopes: granted.items.filter(({ status }) => status === "granted").map(({ permission }) => permission) };
}

/** Sixty days more, while the old one still works. */
export async function longer(graph: Graph, app: DeveloperApp, access: string): Promise<Token | Refused> {
  const asked = { grant_type: "fb_exchange_token", client_id: app.clientId, client_secret: app.clientSecret ?? "", fb_exchange_token: access };
  return tokenIn(await get({ ...graph, access: "" }, "oauth/access_token", asked), graph.now, graph.network);
}

/** Pages in a business's portfolio may be listed there only. `fields` are what the network reads of each. */
export async function pagesOf<T extends { id: string }>(graph: Graph, scopes: readonly string[], fields: string, page: z.ZodType<T>): Promise<{ is: "pages"; pages: T[] } | Refused> {
  const asked = { fields, limit: "100" }, own = await list(graph, "me/accounts", asked, page);
  if (own.is === "refused") return own;
  const pages = new Map(own.items.map((one) => [one.id, one]));
  const businesses = scopes.includes("business_management") ? await list(graph, "me/businesses", { fields: "id", limit: "100" }, z.object({ id: z.string() })) : undefined;
  for (const { id } of businesses?.is === "list" ? businesses.items : []) for (const edge of ["owned_pages", "client_pages"]) {
    const held = await list(graph, `${id}/${edge}`, asked, page);
    for (const one of held.is === "list" ? held.items : []) if (!pages.has(one.id)) pages.set(one.id, one);
  }
  return { is: "pages", pages: [...pages.values()] };
}

export const nothingToConnect = (network: string, next: string): Refused => refused("permission", `${network} showed nothing that can be connected. ${next}`);
