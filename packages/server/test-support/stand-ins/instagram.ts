/** A stand-in for Instagram: with its own login, and by way of a Facebook Page. */
import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import type { Account, Credentials } from "../../src/networks/session.ts";
import { type App, authorizePage, type Login, loginRoutes, pageToken, redeem, SIXTY_DAYS } from "./facebook-login.ts";
import { givenOf, graphError, isOfInstagram, metaErrors, metaTime, sharing, signedBy, type Tokens, wordOf } from "./meta.ts";
import { type Answering, containerRoutes, emptyState } from "./meta-containers.ts";
import type { StandIn, World } from "./stand-in.ts";

const OWN = ["instagram_business_basic", "instagram_business_content_publish", "instagram_business_manage_comments", "instagram_business_manage_insights"];
const BY_PAGE = ["instagram_basic", "instagram_content_publish", "instagram_manage_comments", "instagram_manage_insights", "pages_show_list", "pages_read_engagement", "business_management"];
const redirectUri = "https://desk.example.com/connections/return";
/** What both apps list as the addresses to come back to. */
export const instagramRedirects = [redirectUri];
const OWN_APP: App = { clientId: "3003001", clientSecret: "instagram-secret", redirectUris: instagramRedirects, scopes: OWN }, PAGE_APP: App = { clientId: "3003002", clientSecret: "instagram-page-secret", redirectUris: instagramRedirects, scopes: BY_PAGE };
const ID = "17841400000000001", HANDLE = "seapinemedspa", PAGE = "3003100";
const account: Account = { id: ID, name: "Seapine Medical Spa", handle: HANDLE, url: `https://www.instagram.com/${HANDLE}/`, host: null, more: { login: "instagram" } };
const inSixtyDays = new Date(Date.now() + SIXTY_DAYS * 1000).toISOString();

export const instagramFixture = { account, credentials: { access: "IGAA-account", refresh: null, expiresAt: inSixtyDays, refreshExpiresAt: inSixtyDays, scopes: OWN, more: {} } satisfies Credentials, app: { clientId: OWN_APP.clientId, clientSecret: OWN_APP.clientSecret }, redirectUri };
export const instagramByFacebookFixture = { account: { ...account, more: { login: "facebook", page: PAGE } } satisfies Account, credentials: { access: "EAAIG-page", refresh: "EAAIG-person", expiresAt: null, refreshExpiresAt: null, scopes: BY_PAGE, more: {} } satisfies Credentials, app: { clientId: PAGE_APP.clientId, clientSecret: PAGE_APP.clientSecret }, redirectUri };

export const instagram: StandIn = (() => {
  const state = emptyState(), own: Tokens = new Map(), byPage: Tokens = new Map(), written: { id: string; text: string; under: string }[] = [];
  own.set("IGAA-account", { account: ID, scopes: OWN, kind: "account" });
  byPage.set("EAAIG-page", { account: PAGE, scopes: BY_PAGE, kind: "account" }).set("EAAIG-person", { account: "person", scopes: BY_PAGE, kind: "person" });
  const login: Login = { app: PAGE_APP, tokens: byPage, prefix: "EAAIG", pages: [{ id: PAGE, mayPost: true, fields: { instagram_business_account: { id: ID, username: HANDLE, name: "Seapine Medical Spa" } } }, { id: "3003101", mayPost: true, fields: {} }] };

  const answering = (tokens: Tokens, basic: string, publish: string): Answering => ({
    network: "instagram", version: "v25.0", account: { id: ID, handle: HANDLE }, tokens: onBehalf(tokens), scopes: { basic, publish },
    names: { make: "media", publish: "media_publish", quota: "content_publishing_limit", list: "media", text: "caption", status: "status_code", reason: "status" },
    pictures: { types: ["image/jpeg"], bytes: 8_000_000 }, videos: { types: ["video/mp4", "video/quicktime"], bytes: 1_000_000_000 }, mostChildren: 10,
    reasons: { unreachable: "Error: Media upload has failed with error code 2207052", "wrong type": "Error: Media upload has failed with error code 2207005", "too large": "Error: Media upload has failed with error code 2207004", broken: "Error: Media upload has failed with error code 2207003" },
    refuse: (c, given, media) => media === 0 ? graphError(c, 400, 100, 2207004) : wordOf(given, "caption").length > 2200 ? graphError(c, 400, 100, 2207010) : "alt_text" in given && "video_url" in given ? graphError(c, 400, 100) : undefined,
  });
  /** A Page's token acts for the account that is linked to the Page. */
  function onBehalf(tokens: Tokens): Tokens {
    const get = (token: string) => { const holder = tokens.get(token); return holder?.kind === "account" ? { ...holder, account: ID } : holder; };
    return Object.assign(new Map(tokens), { get });
  }

  function routes(part: Hono, world: World, tokens: Tokens, [basic = "", publish = "", comments = "", insights = ""]: readonly string[]): void {
    const it = answering(tokens, basic, publish);
    containerRoutes(part, world, it, state);
    part.get("/v25.0/:account/media", async (c) => c.json({ data: [...state.posts.values()].map(({ id, at }) => ({ id, permalink: `https://www.instagram.com/p/${id}/`, comments: { data: [
      { id: `${id}-1`, text: "Do you take new patients?", timestamp: metaTime(at), username: "somebody", from: { id: "88", username: "somebody" }, replies: { data: [{ id: `${id}-2`, text: "I do hope so.", timestamp: metaTime(at), username: "another" }, { id: `${id}-3`, text: "We do.", timestamp: metaTime(at), username: HANDLE }] } },
    ] } })) }));
    part.post("/v25.0/:comment/replies", world.step("reply", metaErrors), async (c) => {
      const given = await givenOf(c), holder = await signedBy(c, it.tokens, comments), under = c.req.param("comment");
      if (holder instanceof Response) return holder;
      if (!under.endsWith("-1") || wordOf(given, "message") === "" || "fields" in given) return graphError(c, 400, 100, 33);
      const id = world.nextId();
      written.push({ id, text: wordOf(given, "message"), under });
      return c.json({ id });
    });
    part.get("/v25.0/:media/insights", world.step("metrics", metaErrors), async (c) => {
      const holder = await signedBy(c, it.tokens, insights), asked = (c.req.query("metric") ?? "").split(","), figures: Record<string, number> = { views: 90, reach: 60, likes: 12, comments: 3, saved: 4 };
      if (holder instanceof Response) return holder;
      return asked.some((name) => !(name in figures)) ? graphError(c, 400, 100) : c.json({ data: asked.map((name) => ({ name, values: [{ value: figures[name] }] })) });
    });
  }

  const issue = (scopes: readonly string[], kind: "person" | "account"): string => { const made = `IGAA${randomBytes(9).toString("hex")}`; own.set(made, { account: ID, scopes, kind }); return made; };
  return { network: "instagram", mounts: [
    { at: "/www.instagram.com", routes: (app) => authorizePage(app, "/oauth/authorize", (id) => id === OWN_APP.clientId ? OWN_APP : undefined) },
    { at: "/www.facebook.com", routes: (app) => authorizePage(app, "/v25.0/dialog/oauth", (id) => id === PAGE_APP.clientId ? PAGE_APP : undefined) },
    { at: "/api.instagram.com", routes: (app, world) => app.post("/oauth/access_token", world.step("sign-in", metaErrors), async (c) => {
      const given = await givenOf(c), scopes = given.grant_type === "authorization_code" ? redeem(given, OWN_APP) : undefined;
      return scopes ? c.json({ access_token: issue(scopes, "person"), user_id: Number(ID), permissions: scopes }) : c.json({ error_type: "OAuthException", code: 400, error_message: "A stand-in says no." }, 400);
    }) },
    { at: "/graph.instagram.com", routes: (app, world) => {
      app.get("/access_token", world.step("sign-in", metaErrors), (c) => {
        const holder = own.get(c.req.query("access_token") ?? "");
        return holder?.kind === "person" && c.req.query("grant_type") === "ig_exchange_token" && c.req.query("client_secret") === OWN_APP.clientSecret ? c.json({ access_token: issue(holder.scopes, "account"), token_type: "bearer", expires_in: SIXTY_DAYS }) : graphError(c, 400, 190);
      });
      app.get("/refresh_access_token", world.step("sign-in", metaErrors), (c) => {
        const holder = own.get(c.req.query("access_token") ?? "");
        return holder?.kind === "account" && c.req.query("grant_type") === "ig_refresh_token" ? c.json({ access_token: issue(holder.scopes, "account"), token_type: "bearer", expires_in: SIXTY_DAYS }) : graphError(c, 400, 190);
      });
      routes(app, world, own, OWN);
      app.get("/v25.0/me", async (c) => { const holder = await signedBy(c, own, OWN[0]); return holder instanceof Response ? holder : c.json({ user_id: ID, username: HANDLE, name: "Seapine Medical Spa" }); });
    } },
    { at: "/graph.facebook.com", routes: (app, world) => sharing(app, "/graph.facebook.com", isOfInstagram, (part) => {
      loginRoutes(part, world, login);
      part.get(`/v25.0/${PAGE}`, async (c) => { const access_token = await pageToken(c, login, PAGE); return access_token ? c.json({ id: PAGE, access_token }) : graphError(c, 400, 190); });
      routes(part, world, byPage, BY_PAGE);
    }) },
  ] };
})();
