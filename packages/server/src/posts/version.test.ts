import { expect, test } from "vitest";
import { aContent } from "../../test-support/a-practice.ts";
import { contentOf, named } from "./version.ts";
import { titleOf } from "./view.ts";

const POST = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0001", OTHER = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0002";

test("the same words have the same name whatever the order of their keys, and another post's words never do", () => {
  const content = aContent("Sun and skin."), turned = Object.fromEntries(Object.entries(content).toReversed()) as typeof content;
  expect(named(POST, turned)).toEqual(named(POST, content));
  expect(named(OTHER, content).hash).not.toBe(named(POST, content).hash);
  expect(named(POST, { ...content, text: "Sun and skin. " }).hash).not.toBe(named(POST, content).hash);
});

test("what a version holds comes back as it was", () => {
  const content = aContent("Zoë said “it’s 100 %” 👩‍⚕️\n", { hashtags: ["spf"], reasons: [{ rule: "a/b", reason: "Because." }] });
  expect(contentOf({ content: named(POST, content).text })).toEqual(content);
});

test.each([
  ["Sun and skin", "whatever", "Sun and skin"],
  ["", "Sun\n\nand   skin", "Sun and skin"],
  ["", "Wear sunscreen on cloudy days too: clouds let most of the light through.", "Wear sunscreen on cloudy days too: clouds let most of the…"],
  ["", "x".repeat(100), `${"x".repeat(59)}…`],
  ["", "", ""],
])("a post titled “%s” is known by its title or its first words", (title, text, known) => {
  expect(titleOf({ title, draft: { text } })).toBe(known);
});
