/** The HTTP app put together: what every answer carries, the table of routes, sign-in, and the pages. */
import { randomUUID } from "node:crypto";
import { problem } from "@chaperone/contract";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { NONCE, secureHeaders } from "hono/secure-headers";
import { sql } from "kysely";
import { serveApiPages } from "./api-page/serve.ts";
import type { Desk } from "./desk.ts";
import { handlers } from "./handlers.ts";
import { mount, type Variables } from "./http/mount.ts";
import { serveMedia } from "./media/serve.ts";
import { openDoor } from "./operator/door.ts";
import { answerProblem, problemOf } from "./http/problem-answer.ts";
import { Refusal } from "./http/refusal.ts";
import { whyElsewhere } from "./http/same-origin.ts";
import { servePages } from "./http/pages.ts";

/** Style sheets that the page's own code adds carry the nonce; no script and no style stands in a page itself. */
const POLICY = {
  defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'", NONCE], imgSrc: ["'self'", "data:", "blob:"], fontSrc: ["'self'", "data:"], connectSrc: ["'self'"], workerSrc: ["'self'"], manifestSrc: ["'self'"],
  baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
};
/** Nothing that sign-in is told is longer. */
const MOST_BYTES = 64 * 1024;

export function makeApp(desk: Desk): Hono<Variables> {
  const app = new Hono<Variables>(), isSecure = desk.config.publicUrl?.startsWith("https:") ?? false;
  app.use(async (exchange, next) => {
    const begun = performance.now(), requestId = randomUUID();
    exchange.set("requestId", requestId);
    exchange.header("x-request-id", requestId);
    await next();
    // The route's name and never its address: addresses hold ids, and searches hold words.
    desk.log.info({ requestId, method: exchange.req.method, route: exchange.get("route") ?? "page", status: exchange.res.status, ms: Math.round(performance.now() - begun) });
  });
  app.use(secureHeaders({ contentSecurityPolicy: POLICY, referrerPolicy: "no-referrer", xFrameOptions: "DENY", strictTransportSecurity: isSecure ? "max-age=31536000" : false }));
  app.use(compress());
  app.use("/api/*", async (exchange, next) => {
    exchange.header("cache-control", "no-store");
    const detail = whyElsewhere(exchange.req.raw, desk.config.publicUrl);
    if (detail) throw new Refusal("not-allowed", { detail });
    await next();
  });

  app.get("/api/health", (exchange) => exchange.json({ alive: true }));
  app.get("/api/ready", async (exchange) => {
    const isReady = await sql`select 1`.execute(desk.database.db).then(() => true, () => false);
    return isReady ? exchange.json({ ready: true }) : answerProblem(exchange, problem("not-ready"));
  });
  serveApiPages(app);
  app.all("/api/auth/*", bodyLimit({ maxSize: MOST_BYTES, onError: () => { throw new Refusal("too-large"); } }), (exchange) => {
    exchange.set("route", "auth");
    return desk.signIn.handle(exchange.req.raw, desk.signIn.addressOf(exchange));
  });
  openDoor(app, desk);
  mount(app, desk, handlers);
  app.all("/api/*", () => { throw new Refusal("not-found"); });
  serveMedia(app, desk);
  servePages(app);
  app.onError((error, exchange) => answerProblem(exchange, problemOf(error, exchange, desk.log)));
  return app;
}
