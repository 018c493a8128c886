import fc from "fast-check";
import { expect, test } from "vitest";
import { placeNotches } from "./place-notches.ts";

test("notches keep the height of their words, and never lie on one another", () => {
  expect(placeNotches([{ id: "a", at: 100 }, { id: "b", at: 106 }, { id: "c", at: 300 }])).toEqual([{ id: "a", top: 90 }, { id: "b", top: 112 }, { id: "c", top: 290 }]);
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 20 }), (heights) => {
    const tops = placeNotches(heights.map((at, id) => ({ id: String(id), at }))).map(({ top }) => top);
    for (let next = 1; next < tops.length; next++) expect(tops[next]! - tops[next - 1]!).toBeGreaterThanOrEqual(22);
  }));
});
