/** The interface for people who write programs: the document as a page, and each problem in words. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { openApi, PROBLEMS, type ProblemCode } from "@chaperone/contract";
import type { Hono } from "hono";
import { html } from "hono/html";
import manifest from "../../package.json" with { type: "json" };
import type { Variables } from "../http/mount.ts";
import { Refusal } from "../http/refusal.ts";

const SWAGGER = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json")), HERE = import.meta.dirname, CSS = "text/css; charset=utf-8", JS = "text/javascript; charset=utf-8";
const FILES: Record<string, { path: string; type: string }> = {
  "swagger-ui.css": { path: join(SWAGGER, "swagger-ui.css"), type: CSS },
  "swagger-ui-bundle.js": { path: join(SWAGGER, "swagger-ui-bundle.js"), type: JS },
  "page.css": { path: join(HERE, "page.css"), type: CSS },
  "page.js": { path: join(HERE, "page.js"), type: JS },
};

type Html = ReturnType<typeof html>;

export function serveApiPages(app: Hono<Variables>): void {
  let document: string | undefined;
  app.get("/api/openapi.json", (exchange) => exchange.body(document ??= JSON.stringify(openApi(manifest.version)), 200, { "content-type": "application/json" }));
  app.get("/api/docs", (exchange) => exchange.html(page("The interface", html`<div id="document"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/page.js"></script>`)));
  app.get("/api/docs/:file", (exchange) => {
    const name = exchange.req.param("file");
    if (!Object.hasOwn(FILES, name)) throw new Refusal("not-found");
    return exchange.body(readFileSync(FILES[name]!.path, "utf8"), 200, { "content-type": FILES[name]!.type, "cache-control": "no-cache" });
  });
  app.get("/api/problems", (exchange) => exchange.html(page("What can go wrong", html`<main><h1>What can go wrong</h1>${Object.keys(PROBLEMS).map((code) => described(code as ProblemCode))}</main>`)));
  app.get("/api/problems/:code", (exchange) => {
    const code = exchange.req.param("code");
    if (!Object.hasOwn(PROBLEMS, code)) throw new Refusal("not-found");
    return exchange.html(page(code, html`<main>${described(code as ProblemCode)}<p><a href="/api/problems">All of them</a></p></main>`));
  });
}

function described(code: ProblemCode): Html {
  const { status, title, next } = PROBLEMS[code];
  return html`<section id="${code}"><h2><code>${code}</code> <small>${status}</small></h2><p>${title}</p><p>${next}</p></section>`;
}

function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${title} · Chaperone</title>
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"><link rel="stylesheet" href="/api/docs/page.css">
</head>
<body>
<header><a href="/">Chaperone</a><nav><a href="/api/docs">The interface</a><a href="/api/problems">Problems</a><a href="/api/openapi.json">OpenAPI 3.1</a></nav></header>
${body}
</body>
</html>`;
}
