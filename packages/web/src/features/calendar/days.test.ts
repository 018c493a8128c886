import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../lib/dates.ts";
import { clockOf, momentAt } from "../../lib/clock.ts";
import { addDays, byDay, daysOf, isDay, nextHalfHour, onDay, spanName, spanOf, stepFrom, usualTime, VIEWS, weeksOf } from "./days.ts";

const EASTERN = "America/New_York";
const zones = fc.constantFrom(EASTERN, "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico");
const days = fc.integer({ min: 0, max: 3000 }).map((after) => addDays("2024-01-01", after));
const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));

describe("the days of a view", () => {
  test("a week goes from Sunday to Saturday, a month over whole weeks, a list over the month alone", () => {
    expect(daysOf("week", "2026-11-24")).toEqual(["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"]);
    const november = daysOf("month", "2026-11-24");
    expect([november[0], november.at(-1), weeksOf(november).length]).toEqual(["2026-11-01", "2026-12-05", 5]);
    expect(weeksOf(daysOf("month", "2026-02-10"))).toHaveLength(4);
    expect(weeksOf(daysOf("month", "2026-08-10"))).toHaveLength(6);
    expect(daysOf("list", "2028-02-29")).toHaveLength(29);
  });

  test("every view holds the day it was asked for, in one unbroken run, and months and weeks are whole weeks", () => {
    fc.assert(fc.property(days, fc.constantFrom(...VIEWS), (day, view) => {
      const shown = daysOf(view, day);
      expect(shown).toContain(day);
      expect(shown).toEqual(shown.map((_, at) => addDays(shown[0]!, at)));
      if (view !== "list") expect(shown.length % 7).toBe(0);
    }));
  });

  test("a step and a step back stay in the same week or month", () => {
    fc.assert(fc.property(days, fc.constantFrom(...VIEWS), (day, view) => {
      expect(daysOf(view, stepFrom(view, stepFrom(view, day, 1), -1))).toEqual(daysOf(view, day));
    }));
  });

  test("a span is named by its ends, and the month is said once where it is the same", () => {
    expect([daysOf("week", "2026-11-24"), daysOf("week", "2026-11-30"), ["2026-11-30"]].map(spanName)).toEqual(["November 22 to 28", "November 29 to December 5", "November 30"]);
  });

  test("an address may hold anything; only days are taken for days", () => {
    expect(["2026-11-24", "2026-02-30", "2026-1-1", "soon", "", null].map(isDay)).toEqual([true, false, false, false, false, false]);
  });
});

describe("the span that is asked of the desk", () => {
  test("the week in which the clocks go back is an hour longer, the one in which they go ahead an hour shorter", () => {
    const hours = (on: string) => { const { from, to } = spanOf(daysOf("week", on), EASTERN); return (Date.parse(to) - Date.parse(from)) / 3_600_000; };
    expect([hours("2026-11-01"), hours("2027-03-14"), hours("2026-11-24")]).toEqual([169, 167, 168]);
  });

  test("every moment in the span falls on one of its days, and those just outside do not", () => {
    fc.assert(fc.property(days, zones, fc.constantFrom(...VIEWS), fc.double({ min: 0, max: .999999, noNaN: true }), (day, zone, view, share) => {
      const shown = daysOf(view, day), { from, to } = spanOf(shown, zone), length = Date.parse(to) - Date.parse(from);
      const dayAt = (time: number) => dayOf(new Date(time), zone);
      expect(shown).toContain(dayAt(Date.parse(from) + Math.floor(share * length)));
      expect(shown).not.toContain(dayAt(Date.parse(from) - 1));
      expect(shown).not.toContain(dayAt(Date.parse(to)));
    }));
  });
});

describe("moving", () => {
  test("nine in the morning stays nine in the morning across the night the clocks change", () => {
    const before = momentAt("2026-10-31", "09:00", EASTERN), after = onDay(before, "2026-11-02", EASTERN);
    expect([before, after]).toEqual(["2026-10-31T13:00:00.000Z", "2026-11-02T14:00:00.000Z"]);
  });

  test("a time that the clocks skip becomes the hour after, and of one struck twice the first is meant", () => {
    expect(clockOf(momentAt("2027-03-14", "02:30", EASTERN), EASTERN)).toBe("03:30");
    expect(momentAt("2026-11-01", "01:30", EASTERN)).toBe("2026-11-01T05:30:00.000Z");
  });

  test("a post moved to a day is on that day, at its time unless the clocks skip it", () => {
    fc.assert(fc.property(days, days, times, zones, (from, to, time, zone) => {
      const moved = onDay(momentAt(from, time, zone), to, zone);
      expect(dayOf(moved, zone)).toBe(to);
      const skipped = clockOf(momentAt(from, time, zone), zone) !== time || clockOf(momentAt(to, time, zone), zone) !== time;
      if (!skipped) expect(clockOf(moved, zone)).toBe(time);
    }));
  });
});

test("a practice's usual time is the one at which most of its posts go out", () => {
  const at = (day: string, time: string) => momentAt(day, time, EASTERN);
  expect(usualTime([at("2026-10-30", "08:30"), at("2026-11-02", "08:30"), at("2026-11-03", "12:15")], EASTERN)).toBe("08:30");
  expect(usualTime([at("2026-11-02", "07:56"), at("2026-11-03", "08:04"), at("2026-11-04", "09:00")], EASTERN)).toBe("08:00");
  expect(usualTime([at("2026-11-02", "07:30"), at("2026-11-03", "09:30")], EASTERN)).toBe("09:30");
  expect(usualTime([at("2026-11-02", "23:59")], EASTERN)).toBe("23:30");
  expect(usualTime([], EASTERN)).toBe("10:00");
});

test("the next half hour leaves time to press the button", () => {
  expect(nextHalfHour(new Date("2026-11-24T14:41:00Z"))).toBe("2026-11-24T15:00:00.000Z");
  expect(nextHalfHour(new Date("2026-11-24T14:58:00Z"))).toBe("2026-11-24T15:30:00.000Z");
});

test("posts stand on the practice's day, earliest first, and those without a time on none", () => {
  const posts = [{ id: "late", at: "2026-11-25T03:30:00.000Z" }, { id: "early", at: "2026-11-24T14:00:00.000Z" }, { id: "none", at: null }];
  expect([...byDay(posts, ({ at }) => at, EASTERN)].map(([day, list]) => [day, list.map(({ id }) => id)])).toEqual([["2026-11-24", ["early", "late"]]]);
});
