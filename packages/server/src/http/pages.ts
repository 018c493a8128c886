/** The web app as it was built: hashed files forever, its one page for every address that is a page. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";
import { etag } from "hono/etag";
import type { Variables } from "./mount.ts";
import { Refusal } from "./refusal.ts";

const DIST = join(import.meta.dirname, "../../../web/dist");
const NOT_BUILT = "The pages have not been built. Run `npm run build`, then load this again.\n";

export function servePages(app: Hono<Variables>, dist = DIST): void {
  app.use("/assets/*", async (exchange, next) => {
    await next();
    if (exchange.res.ok) exchange.header("cache-control", "public, max-age=31536000, immutable");
  });
  // Files beside the hashed ones may change under the same name, so a browser asks each time whether they have.
  app.use("*", etag(), serveStatic({ root: dist, rewriteRequestPath: (path) => path === "/" || path === "/index.html" ? "/no-such-file" : path, onFound: (_path, exchange) => exchange.header("cache-control", "no-cache") }));
  app.get("*", (exchange) => {
    // An address with an ending is a file, and this one is not there.
    if (/\.\w+$/.test(exchange.req.path)) throw new Refusal("not-found");
    const index = join(dist, "index.html");
    if (!existsSync(index)) return exchange.text(NOT_BUILT, 503);
    exchange.header("cache-control", "no-store");
    return exchange.html(withNonce(readFileSync(index, "utf8"), exchange.get("secureHeadersNonce")!));
  });
}

/** By it the page's own code may add style sheets; the parts that do look for it here. */
const withNonce = (html: string, nonce: string): string => html.replace("<head>", `<head>\n    <meta property="csp-nonce" content="${nonce}">`);
