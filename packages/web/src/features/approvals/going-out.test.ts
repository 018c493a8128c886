import type { Content, DeskFinding } from "@chaperone/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { changedSince, decidedBefore, foundIn, piecesOf, saidIn } from "./going-out.ts";

const content = (more: Partial<Content>): Content => ({ surface: "post", text: "Sunscreen, twice a day.", channels: ["facebook", "x"], overrides: {}, link: null, hashtags: [], pictures: [], pillar: "educational", pillarReason: null, inReplyTo: null, reasons: [], ...more });
const finding = (more: Partial<DeskFinding>): DeskFinding => ({ rule: "safety/risk-free", topic: "safety", severity: "stop", start: 0, end: 4, message: "", why: "", instead: "", authorities: [], by: "rules", channels: [], picture: null, ...more });

test("a text is shown once, with every channel that gets just that one", () => {
  expect(saidIn(content({}))).toEqual([{ channels: ["facebook", "x"], text: "Sunscreen, twice a day.", isOwn: false }]);
  expect(saidIn(content({ overrides: { x: "Twice." }, hashtags: ["spf"] })).map(({ channels, text }) => [channels, text])).toEqual([[["facebook"], "Sunscreen, twice a day.\n\n#spf"], [["x"], "Twice.\n\n#spf"]]);
  expect(saidIn(content({ channels: [] }))).toEqual([{ channels: [], text: "Sunscreen, twice a day.", isOwn: false }]);
});

test("what was found in one channel's words is marked there and nowhere else", () => {
  const [shared, own] = saidIn(content({ overrides: { x: "Twice." } })), found = [finding({}), finding({ channels: ["x"] }), finding({ picture: "p1" })];
  expect([foundIn(shared!, found), foundIn(own!, found)]).toEqual([[found[0]], [found[1]]]);
});

test("where two underlines lie over each other, the worse one is drawn", () => {
  const stop = finding({ start: 4, end: 12 }), note = finding({ severity: "note", start: 0, end: 8 });
  expect(piecesOf("Lipo is 100% safe", [note, stop])).toEqual([{ text: "Lipo", finding: note }, { text: " is ", finding: stop }, { text: "100%", finding: stop }, { text: " safe", finding: null }]);
});

test("cut or not, the words are the words", () => fc.assert(fc.property(fc.string(), fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (text, spans) => {
  const found = spans.map(([start, length]) => finding({ start, end: start + length }));
  expect(piecesOf(text, found).map((piece) => piece.text).join("")).toBe(text);
})));

test("the words to compare with are those that were decided on last, and never these", () => {
  const person = { id: "1", name: "Ruth", email: "" }, at = (hour: number, version: string) => ({ id: version, version, person, decision: "returned" as const, note: "", at: `2026-11-24T0${hour}:00:00.000Z`, lapsedAt: null, lapsedWhy: null });
  expect(decidedBefore({ version: "c", approvals: [at(2, "b"), at(1, "a"), at(3, "c")] })?.version).toBe("b");
  expect(decidedBefore({ version: "c", approvals: [at(3, "c")] })).toBeNull();
});

test("what changed is told in every text, and beside the words", () => {
  const then = content({ overrides: { x: "Twice." }, pictures: [{ id: "p1", name: "Beach", alt: "A beach" }] });
  const now = content({ text: "Sunscreen, three times a day.", channels: ["facebook", "linkedin"], pictures: [{ id: "p1", name: "Beach", alt: "A dune" }, { id: "p2", name: "Desk", alt: "" }], pillar: "promotional" });
  const since = changedSince(then, now, (id) => id.toUpperCase());
  expect(since.words.map(({ was, is }) => [was.trim(), is.trim()])).toEqual([["twice", "three times"]]);
  expect(since.else).toEqual(["It goes to LINKEDIN as well.", "It no longer goes to X.", "The picture “Desk” is new.", "What is said of the picture “Beach” changed.", "It counts as promotional and no longer as educational."]);
  expect(changedSince(then, then, String)).toEqual({ words: [], else: [] });
});
