import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** The aim is 150 kB; docs/evaluation.md says what stands in the way. This holds the line until then. */
const LIMIT = 320_000;

test("engine and pack together stay under their bound gzipped for the browser, and need nothing of Node", async () => {
  const entry = 'import { check, loadPack, pillar, readRule } from "@chaperone/engine"; import json from "@chaperone/rules/pack.json"; globalThis.chaperone = { check, pillar, readRule, pack: loadPack(json) };';
  const { outputFiles } = await build({ stdin: { contents: entry, resolveDir: import.meta.dirname }, bundle: true, minify: true, format: "esm", platform: "browser", write: false, logLevel: "silent" });
  expect(gzipSync(outputFiles[0]!.contents, { level: 9 }).length).toBeLessThan(LIMIT);
});
