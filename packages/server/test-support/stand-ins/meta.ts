/** What the stand-ins of Meta's networks share: how errors read, who a token belongs to, and what is asked. */
import type { Context, Hono } from "hono";
import { Hono as Part } from "hono";
import type { Errors } from "./stand-in.ts";

export function graphError(c: Context, status: 400 | 401 | 403 | 404 | 500, code: number, subcode?: number, headers: Record<string, string> = {}): Response {
  return c.json({ error: { message: "A stand-in says no.", type: "OAuthException", code, ...(subcode ? { error_subcode: subcode } : {}), fbtrace_id: "stand-in" } }, status, headers);
}

export const metaErrors: Errors = {
  429: (c) => graphError(c, 400, 4, undefined, { "x-business-use-case-usage": JSON.stringify({ 1: [{ type: "pages", call_count: 100, total_cputime: 5, total_time: 5, estimated_time_to_regain_access: 1 }] }) }),
  500: (c) => graphError(c, 500, 2),
  "expired-token": (c) => graphError(c, 401, 190, 463),
  "revoked-token": (c) => graphError(c, 401, 190, 460),
  permission: (c) => graphError(c, 403, 200),
  "invalid-media": (c) => graphError(c, 400, 100, 2207026),
};

export interface Holder { account: string; scopes: readonly string[]; kind: "person" | "account" }
export type Tokens = Map<string, Holder>;
export type Given = Record<string, string | File>;

/** Parameters may come in the address or in a form. */
export async function givenOf(c: Context): Promise<Given> {
  return { ...c.req.query(), ...(c.req.method === "POST" ? await c.req.parseBody() as Given : {}) };
}

export const wordOf = (given: Given, name: string): string => typeof given[name] === "string" ? given[name] : "";

/** Whoever signs has to be known, to be this account, and to have been granted it. */
export async function signedBy(c: Context, tokens: Tokens, scope?: string, account?: string): Promise<Holder | Response> {
  const token = wordOf(await givenOf(c), "access_token") || (c.req.header("authorization") ?? "").replace(/^OAuth /, ""), holder = tokens.get(token);
  if (!holder) return graphError(c, 401, 190);
  if (account !== undefined && holder.account !== account) return graphError(c, 400, 100, 33);
  return scope === undefined || holder.scopes.includes(scope) ? holder : graphError(c, 403, 10);
}

/** Two networks answer at graph.facebook.com; each takes the calls of its own apps and tokens. */
export function sharing(app: Hono, at: string, isMine: (given: Given) => boolean, routes: (part: Hono) => void): void {
  const part = new Part().basePath(at);
  routes(part);
  app.all("*", async (c, next) => isMine(await peekAt(c)) ? part.fetch(c.req.raw, c.env) : next());
}

async function peekAt(c: Context): Promise<Given> {
  return { ...c.req.query(), ...(c.req.method === "POST" ? Object.fromEntries(await c.req.raw.clone().formData()) : {}) };
}

/** Instagram's tokens and app, as its stand-in makes them. */
export const isOfInstagram = (given: Given): boolean => /^(EAAIG|3003)/.test(wordOf(given, "access_token") || wordOf(given, "client_id"));

/** Their own way of writing a time. */
export const metaTime = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, "+0000");
export const isSince = (c: Context, at: Date): boolean => at.getTime() / 1000 >= Number(c.req.query("since") ?? 0);
