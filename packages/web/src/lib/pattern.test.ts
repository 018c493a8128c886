import { expect, test } from "vitest";
import { patternOf } from "./pattern.ts";

const partsOf = (path: string, address: string): Record<string, string | undefined> | null => { const found = patternOf(path).exec(address); return found && { ...found.groups }; };

test("an address is its path, with or without a last slash", () => {
  expect(["/calendar", "/calendar/", "/calendars", "/calendar/x"].map((address) => patternOf("/calendar").test(address))).toEqual([true, true, false, false]);
  expect(["/", "/calendar"].map((address) => patternOf("/").test(address))).toEqual([true, false]);
});

test("parts of an address have names, and the last may be missing", () => {
  expect(partsOf("/rules/:topic/:rule", "/rules/giveaways/free-treatment")).toEqual({ topic: "giveaways", rule: "free-treatment" });
  expect([partsOf("/compose/:post?", "/compose"), partsOf("/compose/:post?", "/compose/7")]).toEqual([{ post: undefined }, { post: "7" }]);
});

test("what a page divides by itself begins alike", () => {
  expect(["/settings", "/settings/members", "/settings/a/b", "/settingsx"].map((address) => patternOf("/settings/*").test(address))).toEqual([true, true, true, false]);
});
