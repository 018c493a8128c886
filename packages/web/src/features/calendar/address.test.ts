import { expect, test } from "vitest";
import { addressOf, passes, readAddress } from "./address.ts";

const TODAY = "2026-11-24", KNOWN = [{ id: "a" }, { id: "b" }];

test("an address and what it shows are the same thing", () => {
  const seen = { view: "month", on: "2026-12-01", channels: ["a", "b"], pillars: ["promotional"] } as const;
  expect(addressOf(seen, TODAY)).toBe("/calendar?view=month&on=2026-12-01&channels=a%2Cb&pillars=promotional");
  expect(readAddress(new URL(addressOf(seen, TODAY), "http://desk.example").search, TODAY, KNOWN)).toEqual(seen);
});

test("an address without words, or with wrong ones, shows this week and everything", () => {
  const everything = { view: "week", on: TODAY, channels: [], pillars: [] };
  expect(readAddress("", TODAY, KNOWN)).toEqual(everything);
  expect(readAddress("?view=year&on=2026-02-31&pillars=sales,__proto__&channels=theirs", TODAY, KNOWN)).toEqual(everything);
});

test("today is not written down, so that a kept address opens on the day it is opened", () => {
  expect(addressOf(readAddress("", TODAY, KNOWN), TODAY)).toBe("/calendar?view=week");
});

test("a post passes when one of its channels and its pillar are wanted", () => {
  const post = { channels: ["fb", "ig"], pillar: "community" } as const;
  expect([passes(post, { channels: [], pillars: [] }), passes(post, { channels: ["ig"], pillars: ["community"] }), passes(post, { channels: ["x"], pillars: [] }), passes(post, { channels: [], pillars: ["promotional"] })]).toEqual([true, true, false, false]);
});
