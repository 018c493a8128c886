import { expect, test } from "vitest";
import { ownPath, tooOften } from "./auth.ts";

test.each([["/compose/3f?tab=x#foot"], ["/rules/states/VA"], ["/"]])("%s is ours and kept whole", (then) => {
  expect(ownPath(then)).toBe(then);
});

test.each([
  ["//elsewhere.example"], ["/\\elsewhere.example"], ["https://elsewhere.example/"], ["javascript:alert(1)"], ["/\t/elsewhere.example"], ["/..//elsewhere.example"],
  [""], [null], ["/sign-in?then=/sign-in"], ["/api/auth/sign-out"],
])("%s leads to Today", (then) => {
  expect(ownPath(then)).toBe("/");
});

test("too many tries say how long to wait", () => {
  expect(tooOften(42)).toContain("in 42 seconds");
  expect(tooOften(600)).toContain("in 10 minutes");
  expect(tooOften(Number(null))).toContain("in a minute");
});
