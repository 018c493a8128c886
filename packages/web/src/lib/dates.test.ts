import { expect, test } from "vitest";
import { date, dayAndTime, dayOf, lasting, longDay, nearDay, time, zoneName } from "./dates.ts";

const EASTERN = "America/New_York";
const now = new Date("2026-11-24T14:41:00Z");

test("a time is read on the practice's clock, whatever the reader's is", () => {
  expect(time("2026-11-25T14:00:00Z", EASTERN)).toBe("9:00 AM");
  expect(time("2026-11-25T14:00:00Z", "America/Phoenix")).toBe("7:00 AM");
  expect(dayAndTime("2026-11-25T14:00:00Z", EASTERN)).toBe("Wed, Nov 25, 9:00 AM");
});

test("late in the evening the practice's day is still today, though it is tomorrow in Greenwich", () => {
  expect(dayOf("2026-11-25T03:30:00Z", EASTERN)).toBe("2026-11-24");
  expect(nearDay("2026-11-25T03:30:00Z", EASTERN, now)).toBe("Today");
});

test("days nearby have names, far ones have dates, and another year says which", () => {
  expect(["2026-11-23T15:00:00Z", "2026-11-25T15:00:00Z", "2026-11-27T15:00:00Z", "2026-12-08T15:00:00Z", "2025-03-03T15:00:00Z"].map((moment) => nearDay(moment, EASTERN, now)))
    .toEqual(["Yesterday", "Tomorrow", "Friday", "Dec 8", "Mar 3, 2025"]);
});

test("the night the clocks change is one day long", () => {
  expect(nearDay("2026-11-02T15:00:00Z", EASTERN, new Date("2026-11-01T04:30:00Z"))).toBe("Tomorrow");
  expect(time("2026-11-01T05:30:00Z", EASTERN)).toBe("1:30 AM");
  expect(time("2026-11-01T06:30:00Z", EASTERN)).toBe("1:30 AM");
});

test("dates are American", () => {
  expect(date("2026-11-12T15:00:00Z", EASTERN)).toBe("Nov 12, 2026");
  expect(longDay(now, EASTERN)).toBe("Tuesday, November 24");
  expect(zoneName(EASTERN, now)).toBe("Eastern Time");
});

test("a wait is rounded down, so that it never exaggerates", () => {
  expect(lasting("2026-11-23T19:10:00Z", now)).toBe("19 hours");
  expect(lasting("2026-11-24T14:40:01Z", now)).toBe("0 minutes");
  expect(lasting("2026-11-24T14:40:00Z", now)).toBe("1 minute");
  expect(lasting("2026-11-22T10:00:00Z", now)).toBe("2 days");
});
