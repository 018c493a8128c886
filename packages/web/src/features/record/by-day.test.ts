import { expect, test } from "vitest";
import { dayTitle } from "./by-day.ts";

const zone = "America/New_York", now = new Date("2026-11-24T15:00:00Z");

test.each([
  ["2026-11-24T14:00:00Z", "Today, November 24"],
  ["2026-11-24T03:00:00Z", "Yesterday, November 23"],
  ["2026-11-20T15:00:00Z", "Friday, November 20"],
  ["2025-03-03T15:00:00Z", "Monday, March 3, 2025"],
])("%s stands under “%s” in the practice's own zone", (at, title) => {
  expect(dayTitle(at, zone, now)).toBe(title);
});
