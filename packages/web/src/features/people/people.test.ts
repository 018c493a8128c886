import { expect, test } from "vitest";
import { signInSays } from "./auth.ts";
import { browserName } from "./browser-name.ts";

test("a session is called by its browser and its computer", () => {
  expect(browserName("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0")).toBe("Edge on Windows");
  expect(browserName("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1")).toBe("Safari on iPhone");
  expect(browserName("curl/8.5.0")).toBe("Another program");
  expect(browserName(null)).toBe("Another program");
});

test("too many tries say how long to wait", () => {
  expect(signInSays(429, "", "42")).toContain("in 42 seconds");
  expect(signInSays(429, "", "600")).toContain("in 10 minutes");
  expect(signInSays(429, "", null)).toContain("in a minute");
});

test("a wrong password and an unknown address get the same sentence", () => {
  expect(signInSays(401, "INVALID_EMAIL_OR_PASSWORD", null)).toBe("The address and the password do not belong together.");
});

test("a code that this page does not know is still an answer, and a failure of the desk is called one", () => {
  expect(signInSays(400, "SOMETHING_NEW", null)).toBe("The desk did not accept this. Try again.");
  expect(signInSays(500, "", null)).toContain("on our side");
});
