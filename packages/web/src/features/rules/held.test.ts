import { expect, test } from "vitest";
import pack from "@chaperone/rules/pack.json";
import { depth, STATE_NAMES } from "../../components/state-tiles.tsx";
import { heldByState, tally } from "./held.ts";

const held = heldByState(pack as unknown as Parameters<typeof heldByState>[0]);

test("every state that has provisions has a name and a tile", () => {
  expect(Object.keys(held).filter((code) => !(code in STATE_NAMES))).toEqual([]);
});

test("no provision is counted twice, and each says how we know it", () => {
  for (const provisions of Object.values(held)) {
    expect(new Set(provisions.map(({ id }) => id)).size).toBe(provisions.length);
    expect(tally(provisions, "read") + tally(provisions, "copy") + tally(provisions, "recalled")).toBe(provisions.length);
  }
});

test("the first three of Virginia are three different things, prices first", () => {
  const topics = held["VA"]!.slice(0, 3).map(({ topic }) => topic);
  expect(new Set(topics).size).toBe(3);
  expect(topics[0]).toBe(pack.topics.find(({ id }) => id === "price-inducement")!.title);
});

test.each([[0, 1], [4, 1], [5, 2], [8, 3], [10, 3], [11, 4], [26, 4]])("%i provisions have shade %i", (count, shade) => {
  expect(depth(count)).toBe(shade);
});
