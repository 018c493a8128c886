/** The web app as it was built: hashed files forever, its one page for every address that is a page. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";
import { compress } from "hono/compress";
import type { Variables } from "./mount.ts";
import { Refusal } from "./refusal.ts";

const DIST = join(import.meta.dirname, "../../../web/dist");
const NOT_BUILT = "The pages have not been built. Run `npm run build`, then load this again.\n";

export function servePages(app: Hono<Variables>): void {
  app.use("*", compress());
  app.use("/assets/*", async (exchange, next) => {
    await next();
    if (exchange.res.ok) exchange.header("cache-control", "public, max-age=31536000, immutable");
  });
  app.use("*", serveStatic({ root: DIST, rewriteRequestPath: (path) => path === "/" ? "/no-such-file" : path }));
  app.get("*", (exchange) => {
    // An address with an ending is a file, and this one is not there.
    if (/\.\w+$/.test(exchange.req.path)) throw new Refusal("not-found");
    const index = join(DIST, "index.html");
    if (!existsSync(index)) return exchange.text(NOT_BUILT, 503);
    exchange.header("cache-control", "no-cache");
    return exchange.html(readFileSync(index, "utf8"));
  });
}
