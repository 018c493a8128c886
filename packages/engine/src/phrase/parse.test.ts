import { expect, test } from "vitest";
import { parsePhrase } from "./parse.ts";

test.each([
  ["(so glad|happy", "a ) is missing"], ["so glad)", "without its opening"], ["<procedure", "a > is missing"], ["..3", "says nothing"], ["[maybe]", "says nothing"],
  ["free ..40 botox", "at most 12"], ["!(a b) c d !", "holds no word"],
])("“%s” is refused with a reason", (phrase, reason) => {
  expect(() => parsePhrase(phrase)).toThrow(reason);
});

test("a phrase is read as it would be said", () => {
  expect(parsePhrase("you're (happy|so glad) [that] love~ <procedure> ..2 $").map((part) => part.is)).toEqual(["word", "word", "group", "group", "forms", "list", "gap", "last"]);
});
