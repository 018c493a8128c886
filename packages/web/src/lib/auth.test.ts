import { expect, test } from "vitest";
import { ownPath } from "./auth.ts";

test.each([["/calendar?view=week", "/calendar?view=week"], ["//evil.example", "/"], ["/\\evil.example", "/"], ["https://evil.example", "/"], ["javascript:alert(1)", "/"], [null, "/"], ["", "/"]])("after signing in, %s leads to %s", (then, to) => {
  expect(ownPath(then)).toBe(to);
});
