/** The HTTP app put together: what every answer carries, the table of routes, sign-in, and the pages. */
import { randomUUID } from "node:crypto";
import { openApi, problem, PROBLEMS, type ProblemCode } from "@chaperone/contract";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { sql } from "kysely";
import manifest from "../package.json" with { type: "json" };
import type { Desk } from "./desk.ts";
import { handlers } from "./handlers.ts";
import { mount, type Variables } from "./http/mount.ts";
import { openDoor } from "./operator/door.ts";
import { answerProblem, problemOf } from "./http/problem-answer.ts";
import { Refusal } from "./http/refusal.ts";
import { fromElsewhere } from "./http/same-origin.ts";
import { servePages } from "./http/pages.ts";

const POLICY = {
  defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", "data:", "blob:"], connectSrc: ["'self'"], workerSrc: ["'self'"],
  objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
};

export function makeApp(desk: Desk): Hono<Variables> {
  const app = new Hono<Variables>();
  app.use(async (exchange, next) => {
    const begun = performance.now(), requestId = randomUUID();
    exchange.set("requestId", requestId);
    exchange.header("x-request-id", requestId);
    await next();
    // The route's name and never its address: addresses hold ids, and searches hold words.
    desk.log.info({ requestId, method: exchange.req.method, route: exchange.get("route") ?? "page", status: exchange.res.status, ms: Math.round(performance.now() - begun) });
  });
  app.use(secureHeaders({ contentSecurityPolicy: POLICY, referrerPolicy: "no-referrer", xFrameOptions: "DENY", strictTransportSecurity: desk.config.publicUrl?.startsWith("https:") ? "max-age=31536000" : false }));
  app.use("/api/*", async (exchange, next) => {
    exchange.header("cache-control", "no-store");
    if (fromElsewhere(exchange.req.raw, desk.config.publicUrl)) throw new Refusal("not-allowed", { detail: "The request came from another site." });
    await next();
  });

  app.get("/api/health", (exchange) => exchange.json({ alive: true }));
  app.get("/api/ready", async (exchange) => {
    const isReady = await sql`select 1`.execute(desk.database.db).then(() => true, () => false);
    return isReady ? exchange.json({ ready: true }) : answerProblem(exchange, problem("not-ready"));
  });
  app.get("/api/openapi.json", (exchange) => exchange.json(openApi(manifest.version)));
  app.get("/api/problems/:code", (exchange) => {
    const code = exchange.req.param("code");
    if (!Object.hasOwn(PROBLEMS, code)) throw new Refusal("not-found");
    const { status, title, next } = PROBLEMS[code as ProblemCode];
    return exchange.text(`${code} (${status})\n\n${title}\n${next}\n`);
  });
  app.all("/api/auth/*", (exchange) => {
    exchange.set("route", "auth");
    return desk.signIn.handle(exchange.req.raw, desk.signIn.addressOf(exchange));
  });
  openDoor(app, desk);
  mount(app, desk, handlers);
  app.all("/api/*", () => { throw new Refusal("not-found"); });
  servePages(app);
  app.onError((error, exchange) => answerProblem(exchange, problemOf(error, exchange, desk.log)));
  return app;
}
