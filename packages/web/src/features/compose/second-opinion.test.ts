import type { DeskFinding } from "@chaperone/contract";
import { expect, test } from "vitest";
import { blank } from "./draft.ts";
import { together } from "./second-opinion.ts";

const says = (text: string) => ({ ...blank([], null).content, text });
const found = (text: string, words: string, more: Partial<DeskFinding> = {}): DeskFinding => ({
  rule: "a/b", topic: "a", severity: "stop", start: text.indexOf(words), end: text.indexOf(words) + words.length, message: "", why: "", instead: "", authorities: [], by: "rules", channels: [], picture: null, ...more,
});
const before = "We cure acne. Call us.", after = "Hello. We cure acne. Call us.";

test("without the desk the page's own findings stand", () => {
  const page = [found(before, "cure")];
  expect(together(page, says(before), null)).toEqual(page);
});

test("what the desk found lighter stays lighter while one writes on", () => {
  const opinion = { content: says(before), page: [found(before, "cure")], desk: [found(before, "cure", { severity: "note" })] };
  expect(together([found(after, "cure")], says(after), opinion)).toEqual([found(after, "cure", { severity: "note" })]);
});

test("what the desk let pass does not come back with the next letter", () => {
  expect(together([found(after, "cure")], says(after), { content: says(before), page: [found(before, "cure")], desk: [] })).toEqual([]);
});

test("what only the second reader saw moves with its words, and goes with them", () => {
  const opinion = { content: says(before), page: [], desk: [found(before, "We cure acne.", { by: "second-reader" })] };
  expect(together([], says(after), opinion)).toEqual([found(after, "We cure acne.", { by: "second-reader" })]);
  expect(together([], says("Call us."), opinion)).toEqual([]);
});

test("new words are judged by the page at once", () => {
  const more = `${before} 100% safe!`, fresh = found(more, "100% safe", { rule: "c/d" });
  expect(together([fresh], says(more), { content: says(before), page: [], desk: [] })).toEqual([fresh]);
});

test("what a picture or a content warning says is judged by its own words, and goes with them", () => {
  const shown = (alt: string) => ({ ...says("We open at nine."), pictures: [{ id: "p", name: "a.png", alt }] }), warned = (warning: string) => ({ ...says("We open at nine."), channels: ["m"], settings: { m: { warning } } });
  const inPicture = found("Anna cured", "Anna", { picture: "p" }), inWarning = found("A cure", "cure", { channels: ["m"], setting: "warning" });
  expect(together([], shown("So Anna cured"), { content: shown("Anna cured"), page: [], desk: [inPicture] })).toEqual([{ ...inPicture, start: 3, end: 7 }]);
  expect(together([], shown("A tree"), { content: shown("Anna cured"), page: [], desk: [inPicture] })).toEqual([]);
  expect(together([], warned("Not a cure"), { content: warned("A cure"), page: [], desk: [inWarning] })).toEqual([{ ...inWarning, start: 6, end: 10 }]);
});
