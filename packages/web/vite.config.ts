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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadFonts],
  build: { outDir: "dist", emptyOutDir: true, target: "es2023", assetsInlineLimit: 2048, manifest: true },
  server: { port: 5173, proxy: { "/api": "http://127.0.0.1:4321" } },
});
