import { expect, test } from "vitest";
import { harmless, widthOf, wrap } from "./width.ts";

test("an emoji takes two columns, a letter with its accent one", () => {
  expect(widthOf("nose")).toBe(4);
  expect(widthOf("né")).toBe(2);
  expect(widthOf("👩‍⚕️!")).toBe(3);
});

test("a text cannot steer the terminal", () => {
  expect(harmless("\u001b[2Jgone\u202e")).toBe("·[2Jgone·");
});

test("lines break at spaces", () => {
  expect(wrap("Say what usually happens", 10, "  ")).toBe("Say what\n  usually\n  happens");
});
