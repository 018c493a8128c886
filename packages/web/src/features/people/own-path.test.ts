import { expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

test.each([["/compose/3f?tab=x#foot"], ["/rules/states/VA"], ["/"]])("%s is ours and kept whole", (then) => {
  expect(ownPath(then)).toBe(then);
});

test.each([
  ["//elsewhere.example"], ["/\\elsewhere.example"], ["https://elsewhere.example/"], ["javascript:alert(1)"], ["/\t/elsewhere.example"], ["/..//elsewhere.example"],
  [""], [null], [undefined], ["/sign-in?then=/sign-in"], ["/api/auth/sign-out"],
])("%s leads to Today", (then) => {
  expect(ownPath(then)).toBe("/");
});
