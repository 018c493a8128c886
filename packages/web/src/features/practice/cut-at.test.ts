import { expect, test } from "vitest";
import { cutAt } from "./cut-at.ts";

const marked = (text: string, spans: { start: number; end: number }[]) => cutAt(text, spans).map(({ text: piece, isIn }) => isIn ? `[${piece}]` : piece).join("");

test("what was found stands out where it stands", () => {
  expect(marked("Cheaper than Gulfview, always.", [{ start: 13, end: 21 }])).toBe("Cheaper than [Gulfview], always.");
});
test("spans that overlap are shown once, and none loses a letter", () => {
  expect(marked("Cheaper than Gulfview", [{ start: 8, end: 21 }, { start: 0, end: 12 }])).toBe("[Cheaper than][ Gulfview]");
});
test("a span of the sentence before it was shortened does no harm", () => {
  expect(marked("Cheap", [{ start: 0, end: 40 }, { start: 30, end: 40 }])).toBe("[Cheap]");
});
test("nothing found is the sentence itself", () => { expect(marked("Hello", [])).toBe("Hello"); });
