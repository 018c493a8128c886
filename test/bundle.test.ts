import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** What a page may load before the first word is checked. */
const LIMIT = 150_000;

test("engine and pack together stay under their bound gzipped for the browser, and need nothing of Node", async () => {
  const entry = 'import { check, loadPack, pillar, readRule } from "@chaperone/engine"; import json from "@chaperone/rules/pack.json"; globalThis.chaperone = { check, pillar, readRule, pack: loadPack(json) };';
  const { outputFiles } = await build({ stdin: { contents: entry, resolveDir: import.meta.dirname }, bundle: true, minify: true, format: "esm", platform: "browser", write: false, logLevel: "silent" });
  expect(gzipSync(outputFiles[0]!.contents, { level: 9 }).length).toBeLessThan(LIMIT);
});
