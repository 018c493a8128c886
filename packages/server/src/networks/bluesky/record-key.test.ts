import { expect, test } from "vitest";
import { recordKeyOf } from "./record-key.ts";

const KEY = "0123456789abcdef0123456789abcdef", MORNING = "2026-11-24T09:00:00.000Z";

test("a key is a moment as the protocol writes it, the same for every try", () => {
  expect(recordKeyOf(KEY, MORNING)).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
  expect(recordKeyOf(KEY, MORNING)).toBe(recordKeyOf(KEY, MORNING));
});

test("keys sort as the moments do", () => {
  const keys = ["2024-01-01T00:00:00Z", "2026-11-24T09:00:00Z", "2026-11-24T09:00:01Z", "2031-05-01T00:00:00Z"].map((at) => recordKeyOf(KEY, at));
  expect(keys.toSorted()).toEqual(keys);
});

test("ten thousand posts of one minute on one account do not meet", () => {
  expect(new Set(Array.from({ length: 10_000 }, (_, number) => recordKeyOf(number.toString(16).padStart(32, "0"), MORNING))).size).toBe(10_000);
});
