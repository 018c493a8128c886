import fc from "fast-check";
import { expect, test } from "vitest";
import { blankMarkup, readFrontMatter } from "./markdown.ts";

test("marks are blanked and words stay where they are", () => {
  const text = "# Sunscreen\n\n> **Myth:** dark skin never _burns_.\n\n- [Ask us](https://example.com) `now`";
  const plain = blankMarkup(text);
  expect(plain.length).toBe(text.length);
  expect(plain.split(/\s+/).filter(Boolean)).toEqual(["Sunscreen", "Myth:", "dark", "skin", "never", "burns", ".", "Ask", "us", "https://example.com", "now"]);
  expect(plain.indexOf("Myth")).toBe(text.indexOf("Myth"));
});

test("comments and code are not said to anyone", () => {
  expect(blankMarkup("Hi <!-- ask Dana --> there\n```\nif (x) y\n```\nbye").split(/\s+/)).toEqual(["Hi", "there", "bye"]);
});

test("a picture says its description", () => {
  const text = "![Our new laser](laser.jpg) is here";
  expect(blankMarkup(text)).toMatch(/^ +Our new laser +is here$/);
});

test("stars and lines inside a word, a handle or a hashtag are no marks", () => {
  expect(blankMarkup("f*ck @skin_by_kay #before_after 2 * 3")).toBe("f*ck @skin_by_kay #before_after 2 * 3");
});

test("no text changes its length", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."ab *_`[]()!#>-~\n<é😊".match(/./gsu)!), maxLength: 60 }), (text) => {
    expect(blankMarkup(text).length).toBe(text.length);
  }));
});

test("front matter says where the text will stand and what it answers", () => {
  const text = "---\nsurface: reply\ninReplyTo:\n  author: Dana\n  text: The wait was long.\n---\nThank you for telling us.\n";
  const { fields, length } = readFrontMatter(text, "reply.md");
  expect(fields).toEqual({ surface: "reply", inReplyTo: { author: "Dana", text: "The wait was long." } });
  expect(text.slice(length)).toBe("Thank you for telling us.\n");
});

test("a rule in the middle of a text opens no front matter", () => {
  expect(readFrontMatter("Part one\n---\nPart two\n---\n", "post.md").length).toBe(0);
});

test("broken front matter is told with its place", () => {
  expect(() => readFrontMatter("---\nsurface: [reply\n---\nHi", "reply.md")).toThrow(/the front matter of “reply\.md” is not valid YAML/);
});

test("a heap of opening marks is no work", () => {
  for (const mark of ["[a](", "![[a", "<!-- ", "```\n", "- - ", "*a ", "[a]("]) {
    const begun = performance.now();
    blankMarkup(mark.repeat(200_000 / mark.length));
    expect(performance.now() - begun).toBeLessThan(5000);
  }
});
