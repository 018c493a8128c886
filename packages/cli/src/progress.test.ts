import { expect, test } from "vitest";
import { ioOfStrings } from "./io-of-strings.ts";
import { openProgress } from "./progress.ts";

test("progress is drawn only where someone watches", () => {
  const watched = ioOfStrings("", { isWatched: true });
  const piped = ioOfStrings();
  for (const io of [watched, piped]) {
    const progress = openProgress(io, "cases");
    const until = performance.now() + 250;
    while (performance.now() < until) progress.add(1);
    progress.done();
  }
  expect(watched.stderr).toMatch(/[\d,]+ cases, [\d,]+ a second/);
  expect(piped.stderr).toBe("");
});
