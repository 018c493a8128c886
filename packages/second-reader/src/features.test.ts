import type { Draft } from "@chaperone/engine";
import { expect, it } from "vitest";
import { hash, readFeatures, rowOf } from "./features.ts";
import { parseGroups } from "./groups.ts";

const groups = parseGroups("your: your, tu\nbody: nose, chin\nprocedure: nose job, botox");
const context = { states: ["VA"], specialty: "plastic-surgery" };
const reply = (text: string): Draft => ({ text, surface: "reply", inReplyTo: { kind: "review", author: "Ines", text: "My chin looks great!" } });
const seen = (draft: Draft, key: string): boolean => readFeatures(draft, context, groups).sightings.some((one) => one.feature === hash(key));

it("sees a group where it sees any word of it", () => {
  expect(seen(reply("Enjoy your new nose"), "groups <your> new <body>")).toBe(true);
  expect(seen(reply("Enjoy your new chin"), "groups <your> new <body>")).toBe(true);
});

it("sees a group that is named by several words", () => {
  expect(seen(reply("Your nose job went well"), "groups procedure")).toBe(true);
});

it("tells an echo of the review from something new", () => {
  expect(seen(reply("We love that chin"), "relation echo <body>")).toBe(true);
  expect(seen(reply("We love that nose"), "relation new <body>")).toBe(true);
});

it("knows when the reviewer is named", () => {
  expect(seen(reply("Thank you, Ines"), "relation author named")).toBe(true);
});

it("gives a block the same voice in a short text as in a long one", () => {
  const loudness = (text: string): number => [...rowOf(readFeatures({ text, surface: "post" }, context, groups).sightings.filter((one) => one.block === 0)).values()].reduce((sum, value) => sum + value * value, 0);
  expect(loudness("Open on Saturday")).toBeCloseTo(1, 5);
  expect(loudness("We are open on Saturday and the coffee is on, so come and see the new waiting room")).toBeCloseTo(1, 5);
});
