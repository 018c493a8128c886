import { expect, test } from "vitest";
import { dateIn, monthOf } from "./date.ts";

test.each([
  ["2026-03-14", "2026-03"], ["2026-03-14T23:30:00Z", "2026-03"], ["3/14/2026 9:05 AM", "2026-03"], ["03/14/2026", "2026-03"],
  ["1773500000", "2026-03"], [1773500000, "2026-03"], [1773500000000, "2026-03"],
])("%s is a day in %s", (written, month) => {
  expect(monthOf(dateIn({ date: written })!)).toBe(month);
});

test("what is no date is left out", () => {
  for (const date of ["soon", "", null, 17, "0001-01-01"]) expect(dateIn({ date })).toBeUndefined();
});
