/** A stand-in for Threads. */
import { randomBytes } from "node:crypto";
import { count } from "@chaperone/contract";
import type { Account, Credentials } from "../../src/networks/session.ts";
import { type App, authorizePage, redeem, SIXTY_DAYS } from "./facebook-login.ts";
import { givenOf, graphError, metaErrors, metaTime, signedBy, type Tokens, wordOf } from "./meta.ts";
import { type Answering, containerRoutes, emptyState } from "./meta-containers.ts";
import type { StandIn } from "./stand-in.ts";

const SCOPES = ["threads_basic", "threads_content_publish", "threads_read_replies", "threads_manage_replies", "threads_manage_insights", "threads_delete"];
const APP: App = { clientId: "4004001", clientSecret: "threads-secret", redirectUris: ["https://desk.example.com/connections/return"], scopes: SCOPES };
const ID = "5005005", HANDLE = "seapinemedspa";
const inSixtyDays = new Date(Date.now() + SIXTY_DAYS * 1000).toISOString();

export const threadsFixture = {
  account: { id: ID, name: "Seapine Medical Spa", handle: HANDLE, url: `https://www.threads.net/@${HANDLE}`, host: null, more: {} } satisfies Account,
  credentials: { access: "THAA-account", refresh: null, expiresAt: inSixtyDays, refreshExpiresAt: inSixtyDays, scopes: SCOPES, more: {} } satisfies Credentials,
  app: { clientId: APP.clientId, clientSecret: APP.clientSecret }, redirectUri: APP.redirectUris[0]!,
};
/** Signed in before the permission to take posts down was asked for. */
export const threadsWithoutDelete = { ...threadsFixture, credentials: { ...threadsFixture.credentials, access: "THAA-no-delete" } };

export const threads: StandIn = (() => {
  const state = emptyState(), tokens: Tokens = new Map();
  tokens.set("THAA-account", { account: ID, scopes: SCOPES, kind: "account" }).set("THAA-no-delete", { account: ID, scopes: SCOPES.filter((scope) => scope !== "threads_delete"), kind: "account" });
  const issue = (scopes: readonly string[], kind: "person" | "account"): string => { const made = `THAA${randomBytes(9).toString("hex")}`; tokens.set(made, { account: ID, scopes, kind }); return made; };
  const answering: Answering = {
    network: "threads", version: "v1.0", account: { id: ID, handle: HANDLE }, tokens, scopes: { basic: "threads_basic", publish: "threads_content_publish" },
    names: { make: "threads", publish: "threads_publish", quota: "threads_publishing_limit", list: "threads", text: "text", status: "status", reason: "error_message" },
    pictures: { types: ["image/jpeg", "image/png"], bytes: 8_000_000 }, videos: { types: ["video/mp4", "video/quicktime"], bytes: 1_000_000_000 }, mostChildren: 20,
    reasons: { unreachable: "FAILED_DOWNLOADING_MEDIA", "wrong type": "INVALID_MEDIA_TYPE", "too large": "INVALID_MEDIA_SIZE", broken: "FAILED_DOWNLOADING_MEDIA" },
    refuse(c, given, media) {
      const type = wordOf(given, "media_type"), text = wordOf(given, "text"), isUnknown = !["TEXT", "IMAGE", "VIDEO", "CAROUSEL"].includes(type);
      return isUnknown || count("threads", text).over > 0 || (type === "TEXT") !== (media === 0) || (type === "TEXT" && text === "") ? graphError(c, 400, 100) : undefined;
    },
  };
  return { network: "threads", mounts: [
    { at: "/www.threads.net", routes: (app) => authorizePage(app, "/oauth/authorize", (id) => id === APP.clientId ? APP : undefined) },
    { at: "/graph.threads.net", routes: (app, world) => {
      app.post("/oauth/access_token", world.step("sign-in", metaErrors), async (c) => {
        const given = await givenOf(c), scopes = given.grant_type === "authorization_code" ? redeem(given, APP) : undefined;
        return scopes ? c.json({ access_token: issue(scopes, "person"), user_id: Number(ID) }) : graphError(c, 400, 100, 36009);
      });
      app.get("/access_token", world.step("sign-in", metaErrors), (c) => {
        const holder = tokens.get(c.req.query("access_token") ?? "");
        return holder?.kind === "person" && c.req.query("grant_type") === "th_exchange_token" && c.req.query("client_secret") === APP.clientSecret ? c.json({ access_token: issue(holder.scopes, "account"), token_type: "bearer", expires_in: SIXTY_DAYS }) : graphError(c, 400, 190);
      });
      app.get("/refresh_access_token", world.step("sign-in", metaErrors), (c) => {
        const holder = tokens.get(c.req.query("access_token") ?? "");
        return holder?.kind === "account" && c.req.query("grant_type") === "th_refresh_token" ? c.json({ access_token: issue(holder.scopes, "account"), token_type: "bearer", expires_in: SIXTY_DAYS }) : graphError(c, 400, 190);
      });
      containerRoutes(app, world, answering, state);
      app.get("/v1.0/:account/threads", (c) => c.json({ data: [...state.posts.values()].filter(({ replyTo }) => replyTo === "").map(({ id }) => ({ id, has_replies: true })) }));
      app.get("/v1.0/:media/conversation", async (c) => {
        const holder = await signedBy(c, tokens, "threads_read_replies"), post = state.posts.get(c.req.param("media"));
        if (holder instanceof Response || !post) return holder instanceof Response ? holder : graphError(c, 400, 100, 33);
        const own = [...state.posts.values()].filter(({ replyTo }) => replyTo === `${post.id}-1`).map(({ id, text, at }) => ({ id, text, username: HANDLE, timestamp: metaTime(at), is_reply_owned_by_me: true }));
        return c.json({ data: [{ id: `${post.id}-1`, text: "Do you take new patients?", username: "somebody", timestamp: metaTime(post.at), permalink: `https://www.threads.net/@somebody/post/${post.id}-1`, is_reply_owned_by_me: false }, ...own] });
      });
      app.get("/v1.0/:media/insights", world.step("metrics", metaErrors), async (c) => {
        const holder = await signedBy(c, tokens, "threads_manage_insights"), asked = (c.req.query("metric") ?? "").split(","), figures: Record<string, number> = { views: 200, likes: 20, replies: 2, reposts: 3, quotes: 1 };
        if (holder instanceof Response) return holder;
        return asked.some((name) => !(name in figures)) ? graphError(c, 400, 100) : c.json({ data: asked.map((name) => ({ name, values: [{ value: figures[name] }] })) });
      });
      app.get("/v1.0/me", async (c) => { const holder = await signedBy(c, tokens, "threads_basic"); return holder instanceof Response ? holder : c.json({ id: ID, username: HANDLE, name: "Seapine Medical Spa" }); });
      app.get("/v1.0/debug_token", async (c) => {
        const holder = await signedBy(c, tokens), asked = tokens.get(c.req.query("input_token") ?? "");
        return holder instanceof Response ? holder : c.json({ data: asked ? { is_valid: true, scopes: asked.scopes } : { is_valid: false } });
      });
      app.delete("/v1.0/:media", world.step("remove", metaErrors), async (c) => {
        const holder = await signedBy(c, tokens, "threads_delete"), effect = state.posts.get(c.req.param("media"))?.effect;
        if (holder instanceof Response) return holder;
        if (!effect || effect.isRemoved) return graphError(c, 400, 100, 33);
        effect.isRemoved = true;
        return c.json({ success: true, deleted_id: effect.id });
      });
    } },
  ] };
})();
