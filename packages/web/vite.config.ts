import { routes } from "@chaperone/contract";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Sans and serif are on every page, so the browser asks for them before it has read the style sheet. */
const preloadFonts: Plugin = {
  name: "preload-fonts",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle }) => Object.keys(bundle ?? {})
      .filter((file) => /(?:schibsted-grotesk-latin-wght|literata-latin-opsz)-normal.*\.woff2$/.test(file))
      .map((file) => ({ tag: "link", attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${file}`, crossorigin: "" }, injectTo: "head" as const })),
  },
};

/** Reading one of their files does nothing but name things. */
const isPure = (id: string): boolean => /\/packages\/(?:contract|engine)\/src\//.test(id.replaceAll("\\", "/"));

/** The client asks a route only where it is; what may be said there is the server's to judge. Schemas are a tenth of what the first page would have to read, so it gets none. */
const noSchemas: Plugin = {
  name: "no-schemas",
  apply: "build",
  load(id) {
    if (!id.replaceAll("\\", "/").endsWith("/packages/contract/src/routes.ts")) return null;
    const groups = Object.entries(routes).map(([group, entries]) => [group, Object.fromEntries(Object.entries(entries).map(([name, { method, path }]) => [name, { method, path }]))]);
    return `export const routes = ${JSON.stringify(Object.fromEntries(groups))};`;
  },
  /** Making a schema does nothing by itself; said so, one that the page never asks is left out. */
  transform(code, id) {
    if (!isPure(id)) return null;
    const made = this.parse(code).body
      .flatMap((one) => one.type === "ExportNamedDeclaration" && one.declaration ? one.declaration : one)
      .flatMap((one) => one.type === "VariableDeclaration" ? one.declarations : [])
      .flatMap(({ init }) => init?.type === "CallExpression" ? init : []);
    const marked = made.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}/* @__PURE__ */ (() => ${rest.slice(start, end)})()${rest.slice(end)}`, code);
    return { code: marked, map: null, moduleSideEffects: false };
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadFonts, noSchemas],
  build: { outDir: "dist", emptyOutDir: true, target: "es2023", assetsInlineLimit: 2048, manifest: true },
  server: { port: 5173, proxy: { "/api": "http://127.0.0.1:4321" } },
});
