import { expect, it } from "vitest";
import type { Case } from "./corpus.ts";
import { chooseThresholds, raise, score } from "./scoring.ts";

const blank = { surface: "post", channel: "facebook", text: "Open today", inReplyTo: null, practice: { state: "VA", specialty: "dentistry" }, pillar: null, isGrown: false } as const;
const cases: Case[] = [
  { ...blank, id: "one", expect: ["minors"], also: [] },
  { ...blank, id: "two", expect: [], also: ["minors"] },
  { ...blank, id: "three", expect: [], also: [] },
];

it("counts a topic that reviewers may differ on neither way", () => {
  expect(score(cases, [new Set(["minors"]), new Set(["minors"]), new Set()])).toMatchObject({ f1: 1, clean: 1 });
});

it("counts a fine text that was disturbed", () => {
  expect(score(cases, [new Set(["minors"]), new Set(), new Set(["minors"])])).toMatchObject({ precision: 0.5, recall: 1, clean: 0.5 });
});

it("sets a threshold between what is wanted and what is not", () => {
  const scores = [Float32Array.of(0.9, 0.8, 0.2)];
  const nothing = cases.map(() => new Set<string>());
  const thresholds = chooseThresholds(cases, ["minors"], scores, nothing, 1);
  expect(score(cases, raise(["minors"], scores, thresholds, nothing))).toMatchObject({ f1: 1, clean: 1 });
});
