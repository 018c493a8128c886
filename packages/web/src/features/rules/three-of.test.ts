import { expect, test } from "vitest";
import { threeOf } from "./three-of.ts";

test("three sentences: two that are found, and one that passes", () => {
  const three = threeOf({ flag: ["Risk-free!", "No risk at all.", "100% safe."], pass: ["No procedure is risk-free.", "Ask us about the risks."] });
  expect(three.map(({ sentence, isFound }) => [sentence, isFound])).toEqual([["Risk-free!", true], ["No risk at all.", true], ["No procedure is risk-free.", false]]);
});

test("where one side has fewer, the other gives more", () => {
  expect(threeOf({ flag: ["Risk-free!"], pass: ["a", "b", "c"] }).map(({ isFound }) => isFound)).toEqual([true, false, false]);
});
