import { expect, it } from "vitest";
import { drawn } from "./thresholds.ts";

it("draws each threshold three quarters of the way to the one in the middle, and leaves alone what is never raised", () => {
  expect(drawn([0.2, 0.4, 0.8, Infinity])).toEqual([0.35, 0.4, 0.5, Infinity].map((one) => expect.closeTo(one)));
});
