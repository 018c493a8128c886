import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { behind, FIRST_CHECK_BOUND, FIRST_PAGE_BOUND, type Weights, weightsIn } from "./weigh.ts";

let dist: string, weights: Weights;

beforeAll(async () => {
  // Vitest says "test" here, and React would bring what it tells developers.
  process.env["NODE_ENV"] = "production";
  dist = mkdtempSync(join(tmpdir(), "chaperone-web-"));
  await build({ root: join(import.meta.dirname, ".."), configFile: join(import.meta.dirname, "../vite.config.ts"), logLevel: "error", build: { outDir: dist } });
  weights = weightsIn(dist);
}, 120_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

test("every page's first JavaScript is known, and Today's stays under its bound", () => {
  expect(weights.pages.length).toBeGreaterThan(10);
  expect(weights.weigh(weights.filesOf(behind("today")))).toBeLessThan(FIRST_PAGE_BOUND);
});

test("Compose, opened directly, needs less than its bound until the first keystroke is checked, engine and pack counted", () => {
  expect(weights.checker).toHaveLength(1);
  expect(weights.weigh([...weights.filesOf(behind("compose")), ...weights.checker])).toBeLessThan(FIRST_CHECK_BOUND);
});

test("the heavy parts come after the first letter: the editor, X's way of counting, the dates", () => {
  const first = weights.filesOf(behind("compose"));
  expect(first.filter((file) => /editor-|\/count-|date-field|Dialog|select/.test(file))).toEqual([]);
  expect(weights.weigh(weights.filesOfAll(["src/pages/compose.tsx"]))).toBeGreaterThan(weights.weigh(first));
});
