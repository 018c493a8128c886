import type { Channel, Plan } from "@chaperone/contract";
import { PILLARS } from "@chaperone/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, clock, dayOf, daysFrom, movedTo, startOf, sundayOf } from "./days.ts";
import { planOf } from "./plan.ts";
import { type Planned, plannedOf, type Source } from "./planned.ts";
import { isWithin, shareOf, windowEndingWith } from "./share.ts";

const ZONE = "America/New_York", NOW = new Date("2026-11-24T14:30:00.000Z"), TODAY = "2026-11-24", SUNDAY = "2026-11-22";
const aims = { timeZone: ZONE, cadence: 4, promotionalShare: 0.25, specialty: "plastic-surgery" };
const channel = (network: Channel["network"]): Channel => ({ id: `${network}-channel`, network, name: "Seapine", url: null, connected: false, paused: false, usual: {} });

let made = 0;
const post = (day: string, pillar: Planned["pillar"], state: Planned["state"] = "out", { title = "A post", hour = 12, channels = ["facebook-channel"] } = {}): Planned =>
  ({ id: `post-${made++}`, title, pillar, state, at: movedTo(day, `2026-01-01T${String(hour + 5).padStart(2, "0")}:00:00.000Z`, ZONE), day, channels });

/** The week of the pictures: 18 posts in four weeks, of which five sell something, two of them still to come. */
const seapine = (): Planned[] => [
  ...daysFrom("2026-11-02", 12).map((day, index) => post(day, index < 3 ? "promotional" : "educational")),
  post("2026-11-23", "educational"), post("2026-11-24", "community", "out", { hour: 9 }), post("2026-11-24", "educational", "scheduled", { title: "Sunscreen: what the numbers mean" }),
  post("2026-11-25", "appreciation", "held", { title: "Thanksgiving thank-you" }), post("2026-11-27", "promotional", "held", { title: "Black Friday skincare set", hour: 10 }),
  post("2026-11-28", "promotional", "waiting", { title: "December consult days", hour: 9 }),
];

test("five of eighteen are one too many, and there are two ways back under, each with the figure it leads to", () => {
  const { share, swaps } = planOf(seapine(), aims, [], NOW);
  expect(share).toMatchObject({ promotional: 5, posts: 18, isBroken: true, pillars: { promotional: 5, educational: 11, appreciation: 1, community: 1 } });
  const [change, move] = swaps;
  expect(change).toMatchObject({ kind: "change", title: "Change Friday", to: "appreciation", at: null, shareAfter: 4 / 18 });
  expect(change!.says).toMatch(/^“Black Friday skincare set” becomes a thank-you, for instance “.+”\.$/);
  expect(move).toMatchObject({ kind: "move", title: "Move Saturday", says: "“December consult days” goes to Monday, November 30.", to: null, at: "2026-11-30T14:00:00.000Z", shareAfter: 4 / 17 });
});

test("the week counts what is certain, and shows what would make it full", () => {
  const { week } = planOf(seapine(), aims, [], NOW);
  expect(week).toMatchObject({ from: SUNDAY, wanted: 4, have: 3 });
  expect(week.slots.map(({ day, state, says }) => [day, state, says])).toEqual([["2026-11-23", "out", "out"], ["2026-11-24", "out", "out"], ["2026-11-24", "scheduled", "12 PM"], ["2026-11-25", "held", "held"]]);
});

test("an empty week offers the days that are left, and none that are over", () => {
  const { week, gaps } = planOf([], aims, [channel("facebook")], NOW);
  expect(week.slots.map(({ day, state }) => [day, state])).toEqual([["2026-11-24", "empty"], ["2026-11-25", "empty"], ["2026-11-26", "empty"], ["2026-11-27", "empty"]]);
  expect(gaps).toEqual([]);
});

test("gaps are said in words: next week, days in a row, thanks, and channels that fall silent", () => {
  const says = (posts: Planned[], channels: Channel[] = []): string[] => planOf(posts, aims, channels, NOW).gaps.map((gap) => `${gap.about}: ${gap.says}`);
  expect(says([post("2026-11-23", "educational")])).toEqual(["Next week: Nothing is planned yet.", "Appreciation: Nobody was thanked in two weeks, and no thanks are planned."]);
  expect(says([post("2026-11-23", "appreciation"), post("2026-12-01", "educational", "scheduled")])).toEqual(["Wednesday: No post until Tuesday, December 1."]);
  expect(says([post("2026-11-23", "appreciation"), ...daysFrom("2026-11-25", 9).map((day) => post(day, "educational", "scheduled")), post("2026-12-03", "community", "scheduled", { channels: ["linkedin-channel"] }), post("2026-11-20", "community", "out", { channels: ["linkedin-channel"] })], [channel("facebook"), channel("linkedin"), channel("x")]))
    .toEqual(["LinkedIn: Nothing after today until December 3."]);
});

test("what has gone out cannot be swapped, so the plan says how many other posts it takes", () => {
  const { swaps, gaps } = planOf([post("2026-11-23", "promotional"), post("2026-11-24", "promotional", "out", { hour: 9 }), post("2026-11-10", "appreciation")], aims, [], NOW);
  expect(swaps).toEqual([]);
  expect(gaps[0]).toEqual({ about: "Promotional", says: "What sells is out. 5 other posts bring it back under." });
});

const source: Source = { id: "a", title: "Winter skin", surface: "post", pillar: "educational", state: "scheduled", plannedFor: "2026-11-30T13:30:00.000Z", publishedAt: null, channels: [] };
test.each<[string, Partial<Source>, Planned["state"] | null]>([
  ["a scheduled post", {}, "scheduled"], ["one that went out", { state: "published", publishedAt: "2026-11-20T13:30:00.000Z" }, "out"], ["one that waits", { state: "waiting" }, "waiting"], ["a draft with a time", { state: "draft" }, "waiting"],
  ["a held one", { state: "held" }, "held"], ["an idea", { state: "idea" }, null], ["a draft without a time", { state: "draft", plannedFor: null }, null], ["a held one whose time is over", { state: "held", plannedFor: "2026-11-23T13:30:00.000Z" }, null],
  ["one to be marked as out", { plannedFor: "2026-11-24T13:30:00.000Z" }, "scheduled"], ["a reply", { surface: "reply" }, null], ["an ad", { surface: "ad" }, null], ["a giveaway", { surface: "giveaway" }, "scheduled"],
])("%s counts as %3$s", (_, more, state) => {
  expect(plannedOf({ ...source, ...more }, NOW, ZONE)?.state ?? null).toBe(state);
});

const aPost = fc.record({ day: fc.integer({ min: -25, max: 30 }).map((days) => addDays(TODAY, days)), pillar: fc.constantFrom(...PILLARS), state: fc.constantFrom("scheduled" as const, "held" as const, "waiting" as const), hour: fc.integer({ min: 7, max: 18 }) })
  .map(({ day, pillar, state, hour }) => post(day, pillar, day < TODAY ? "out" : state, { hour }));
const posts = fc.array(aPost, { maxLength: 45 });
const window = windowEndingWith(SUNDAY);
const shareAfter = (all: Planned[], { post: id, kind, to, at }: Plan["swaps"][number], bound: number): Plan["share"] =>
  shareOf(all.map((one) => (one.id !== id ? one : kind === "change" ? { ...one, pillar: to! } : { ...one, at: at!, day: dayOf(at!, ZONE) })), window, bound);

test("whatever is planned, shares lie between none and all, and the pillars add up", () => {
  fc.assert(fc.property(posts, fc.double({ min: 0, max: 1, noNaN: true }), (all, bound) => {
    const { share } = planOf(all, { ...aims, promotionalShare: bound }, [], NOW);
    expect(share.share).toBeGreaterThanOrEqual(0);
    expect(share.share).toBeLessThanOrEqual(1);
    expect(Object.values(share.pillars).reduce((sum, count) => sum + count, 0)).toBe(share.posts);
    expect(share.isBroken).toBe(!isWithin(share.promotional, share.posts, bound));
  }));
});

test("a swap leads to the figure it names, brings the share back where one swap can, and never touches what went out", () => {
  fc.assert(fc.property(posts, fc.constantFrom(0.1, 0.2, 0.25, 0.5), (all, bound) => {
    const { share, swaps } = planOf(all, { ...aims, promotionalShare: bound }, [], NOW);
    if (!share.isBroken) return void expect(swaps).toEqual([]);
    const canRestore = isWithin(share.promotional - 1, share.posts, bound);
    for (const swap of swaps) {
      const after = shareAfter(all, swap, bound), swapped = all.find(({ id }) => id === swap.post)!;
      expect(after.share).toBeCloseTo(swap.shareAfter, 12);
      if (canRestore) expect(after.isBroken).toBe(false);
      expect(swapped.state).not.toBe("out");
      expect(new Date(swapped.at).getTime()).toBeGreaterThan(NOW.getTime());
      if (swap.kind === "move") {
        const target = dayOf(swap.at!, ZONE), moved = all.map((one) => (one.id === swap.post ? { ...one, at: swap.at!, day: target } : one));
        expect(all.filter(({ day }) => day === target)).toEqual([]);
        expect(shareOf(moved, windowEndingWith(sundayOf(target)), bound).isBroken).toBe(false);
        expect(clock(swap.at!, ZONE)).toBe(clock(swapped.at, ZONE));
      }
    }
  }), { numRuns: 300 });
});

test("a week has as many slots as posts are wanted, no post stands twice, and certain posts come before uncertain ones", () => {
  fc.assert(fc.property(posts, fc.integer({ min: 1, max: 20 }), (all, cadence) => {
    const { week } = planOf(all, { ...aims, cadence }, [], NOW), shown = week.slots.flatMap(({ post: id }) => id ?? []);
    expect(week.slots).toHaveLength(cadence);
    expect(new Set(shown).size).toBe(shown.length);
    for (const { day } of week.slots) expect(sundayOf(day)).toBe(week.from);
    const isCertain = week.slots.filter(({ state }) => state === "out" || state === "scheduled").length;
    expect(isCertain).toBe(Math.min(week.have, cadence));
  }));
});

const zones = fc.constantFrom("America/New_York", "America/Phoenix", "America/Los_Angeles", "Pacific/Honolulu", "America/Puerto_Rico", "America/St_Johns", "Pacific/Apia", "Africa/Cairo", "America/Santiago");
const moments = fc.date({ min: new Date("2011-06-01"), max: new Date("2040-01-01"), noInvalidDate: true }).map((date) => date.toISOString());

test("every week has seven days that follow each other without a gap, whatever the clocks do", () => {
  fc.assert(fc.property(zones, moments, (zone, at) => {
    const today = dayOf(at, zone), sunday = sundayOf(today), days = daysFrom(sunday, 7);
    expect(days).toContain(today);
    expect(new Set(days).size).toBe(7);
    expect(new Date(`${sunday}T12:00:00Z`).getUTCDay()).toBe(0);
    const hours = (Date.parse(startOf(addDays(sunday, 7), zone)) - Date.parse(startOf(sunday, zone))) / 3_600_000;
    if (zone !== "Pacific/Apia") expect([167, 167.5, 168, 168.5, 169]).toContain(hours);
    expect(startOf(today, zone) <= at && at < startOf(addDays(today, 1), zone)).toBe(true);
  }));
});

test("on the Sunday when the clocks go back a week is an hour longer, and a post keeps its time by the clock", () => {
  expect((Date.parse(startOf("2026-11-02", ZONE)) - Date.parse(startOf("2026-10-26", ZONE))) / 3_600_000).toBe(169);
  expect(movedTo("2026-11-02", "2026-10-30T13:00:00.000Z", ZONE)).toBe("2026-11-02T14:00:00.000Z");
  expect([clock("2026-10-30T13:00:00.000Z", ZONE), clock("2026-11-02T14:15:00.000Z", ZONE)]).toEqual(["9 AM", "9:15 AM"]);
});
