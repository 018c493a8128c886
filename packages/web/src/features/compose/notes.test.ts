import type { DeskFinding } from "@chaperone/contract";
import { expect, test } from "vitest";
import { isInText, notesOf, placeOf } from "./notes.ts";

const finding = (rule: string, more: Partial<DeskFinding> = {}): DeskFinding => ({ rule, topic: "a", severity: "question", start: 0, end: 2, message: "", why: "", instead: "", authorities: [], by: "rules", channels: [], picture: null, ...more });
const shared = finding("a/shared"), own = finding("a/own", { channels: ["x"] }), shown = finding("a/shown", { picture: "p" }), warned = finding("a/warned", { channels: ["m"], setting: "warning" });
const rulesOf = (channel: string | null, hasOwnText = false) => notesOf([shared, own, shown, warned], channel, hasOwnText, []).map((note) => note.finding.rule);

test("every channel's view shows what all say, pictures show everywhere, and a content warning there and with its channel", () => {
  expect(rulesOf(null)).toEqual(["a/shared", "a/shown", "a/warned"]);
  expect(rulesOf("m")).toEqual(["a/shared", "a/shown", "a/warned"]);
  expect(rulesOf("y")).toEqual(["a/shared", "a/shown"]);
  expect(rulesOf("x", true)).toEqual(["a/own", "a/shown"]);
});
test("only what is in the text is underlined and fixed there; the others say where they are", () => {
  expect([shared, own, shown, warned].map(isInText)).toEqual([true, true, false, false]);
  expect([shared, shown, warned].map(placeOf)).toEqual([null, "In what a picture shows", "In the content warning"]);
});
