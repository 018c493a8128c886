/** Facebook's sign-in, for the stand-ins of Facebook and of Instagram by way of it. */
import { randomBytes } from "node:crypto";
import type { Context, Hono } from "hono";
import { type Given, givenOf, graphError, metaErrors, signedBy, type Tokens, wordOf } from "./meta.ts";
import type { World } from "./stand-in.ts";

/** `redirectUris` are the addresses that the app lists; a test adds its own desk's. */
export interface App { clientId: string; clientSecret: string; redirectUris: string[]; scopes: readonly string[] }
/** What a Page shows to whoever runs it. `businessOnly`: listed in a business's portfolio and nowhere else. */
export interface PageThere { id: string; fields: Record<string, unknown>; mayPost: boolean; businessOnly?: boolean }
export interface Login { app: App; tokens: Tokens; pages: readonly PageThere[]; prefix: string }

/** Codes are traded at another host than they are made at. */
const codes = new Map<string, { redirectUri: string; scopes: string[]; clientId: string }>();

export function authorizePage(app: Hono, path: string, knows: (clientId: string) => App | undefined): void {
  app.get(path, async (c, next) => {
    const { client_id = "", redirect_uri = "", response_type, scope = "", state = "" } = c.req.query(), known = knows(client_id), scopes = scope.split(",");
    // Another stand-in at this host may know the app.
    if (!known) return next();
    if (!known.redirectUris.includes(redirect_uri) || response_type !== "code" || state === "") return c.text("Sorry, something went wrong.", 400);
    if (scopes.some((one) => !known.scopes.includes(one))) return c.text("Invalid Scopes", 400);
    const code = randomBytes(9).toString("hex");
    codes.set(code, { redirectUri: redirect_uri, scopes, clientId: client_id });
    return c.redirect(`${redirect_uri}?${new URLSearchParams({ code, state })}`);
  });
}

/** A code works once, for the app and the address that it was made for. */
export function redeem(given: Given, app: App): string[] | undefined {
  const made = codes.get(wordOf(given, "code"));
  codes.delete(wordOf(given, "code"));
  return made?.clientId === wordOf(given, "client_id") && made.clientId === app.clientId && wordOf(given, "client_secret") === app.clientSecret && made.redirectUri === wordOf(given, "redirect_uri") ? made.scopes : undefined;
}

export const SIXTY_DAYS = 60 * 24 * 3600;

export function loginRoutes(part: Hono, world: World, { app, tokens, pages, prefix }: Login): void {
  const issue = (scopes: readonly string[], account: string, kind: "person" | "account"): string => { const made = `${prefix}${randomBytes(9).toString("hex")}`; tokens.set(made, { account, scopes, kind }); return made; };
  part.get("/v25.0/oauth/access_token", world.step("sign-in", metaErrors), async (c) => {
    const given = await givenOf(c);
    if (wordOf(given, "client_id") !== app.clientId || wordOf(given, "client_secret") !== app.clientSecret) return graphError(c, 400, 1);
    if (wordOf(given, "grant_type") !== "fb_exchange_token") {
      const scopes = redeem(given, app);
      return scopes ? c.json({ access_token: issue(scopes, "person", "person"), token_type: "bearer", expires_in: 5400 }) : graphError(c, 400, 100, 36009);
    }
    const holder = tokens.get(wordOf(given, "fb_exchange_token"));
    return holder?.kind === "person" ? c.json({ access_token: issue(holder.scopes, "person", "person"), token_type: "bearer", expires_in: SIXTY_DAYS }) : graphError(c, 400, 190);
  });
  part.get("/v25.0/me/permissions", async (c) => {
    const holder = await signedBy(c, tokens);
    return holder instanceof Response ? holder : c.json({ data: [...holder.scopes.map((permission) => ({ permission, status: "granted" })), { permission: "email", status: "declined" }] });
  });
  const shown = (page: PageThere, scopes: readonly string[]): Record<string, unknown> => ({ id: page.id, ...page.fields, ...(page.mayPost ? { access_token: issue(scopes, page.id, "account") } : {}) });
  part.get("/v25.0/me/accounts", async (c) => {
    const holder = await signedBy(c, tokens, "pages_show_list");
    if (holder instanceof Response) return holder;
    // One a page of the list, so that whoever reads has to follow it.
    const listed = pages.filter(({ businessOnly }) => !businessOnly), at = Number(c.req.query("after") ?? 0), page = listed[at];
    const next = at + 1 < listed.length ? { next: `https://graph.facebook.com/v25.0/me/accounts?${new URLSearchParams({ ...c.req.query(), after: String(at + 1) })}` } : {};
    return c.json({ data: page ? [shown(page, holder.scopes)] : [], paging: next });
  });
  part.get("/v25.0/me/businesses", async (c) => { const holder = await signedBy(c, tokens, "business_management"); return holder instanceof Response ? holder : c.json({ data: [{ id: "business-1" }] }); });
  part.get("/v25.0/business-1/:edge{owned_pages|client_pages}", async (c) => {
    const holder = await signedBy(c, tokens, "business_management");
    return holder instanceof Response ? holder : c.json({ data: c.req.param("edge") === "owned_pages" ? pages.filter(({ businessOnly }) => businessOnly).map((page) => shown(page, holder.scopes)) : [] });
  });
  part.get("/v25.0/debug_token", world.step("describe", metaErrors), (c) => {
    if (c.req.query("access_token") !== `${app.clientId}|${app.clientSecret}`) return graphError(c, 400, 190);
    const holder = tokens.get(c.req.query("input_token") ?? "");
    return c.json({ data: holder ? { is_valid: true, scopes: holder.scopes, expires_at: 0, data_access_expires_at: Math.floor(Date.now() / 1000) + SIXTY_DAYS } : { is_valid: false } });
  });
}

/** A person's token opens a Page's own. */
export async function pageToken(c: Context, { tokens, prefix }: Login, page: string): Promise<string | undefined> {
  const holder = tokens.get(c.req.query("access_token") ?? "");
  if (holder?.kind !== "person") return undefined;
  const made = `${prefix}${randomBytes(9).toString("hex")}`;
  tokens.set(made, { account: page, scopes: holder.scopes, kind: "account" });
  return made;
}
