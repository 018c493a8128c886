import { expect, test } from "vitest";
import { holidayOn } from "./holidays.ts";

test("holidays that move are found in their year", () => {
  expect(["2026-11-26", "2027-11-25", "2026-05-25", "2027-05-31", "2026-05-10", "2026-09-07", "2026-01-19"].map(holidayOn))
    .toEqual(["Thanksgiving", "Thanksgiving", "Memorial Day", "Memorial Day", "Mother’s Day", "Labor Day", "Martin Luther King Day"]);
});

test("most days are just days", () => {
  expect(["2026-11-24", "2026-11-19", "2026-05-18", "2026-12-24"].map(holidayOn)).toEqual([undefined, undefined, undefined, undefined]);
});
