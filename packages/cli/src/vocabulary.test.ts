import { expect, test } from "vitest";
import { states } from "./desk.ts";
import { knownState, knownSurface, STATE_CODES } from "./vocabulary.ts";

test("the states we know are those that the rules have", () => {
  expect(STATE_CODES.toSorted()).toEqual(states().map((state) => state.code).toSorted());
});

test("a state may be written small, and a wrong one is named", () => {
  expect(knownState(" va ")).toBe("VA");
  expect(() => knownState("ZZ")).toThrow("“ZZ” is not a state we know");
});

test("a wrong surface is answered with the right ones", () => {
  expect(knownSurface("Reply")).toBe("reply");
  expect(() => knownSurface("tweet")).toThrow("there are post, reply, message");
});
