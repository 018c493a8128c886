import { expect, test } from "vitest";
import type { Refusal } from "../http/refusal.ts";
import { readHouseRule } from "./house-rule.ts";

function saidOf(yaml: string): string[] {
  try { readHouseRule("Prices", yaml); return []; } catch (error) { return (error as Refusal).problem.errors!.map(({ says }) => says); }
}

test("a word that a field does not know is told with those that it does", () => {
  expect(saidOf("title: No prices\nmatch: phrase\nseverity: halt\n")).toContain("Line 3, severity: must be stop, question, or note");
});

test("what is missing, too short, of another kind or not of a rule at all is said in words, each at its line", () => {
  const said = saidOf("title: No prices\nmatch: phrase\nphrases: 3\nseverity: stop\nsurfaces: [post]\nwhat: a\nflag: [x]\n");
  expect(said).toEqual(expect.arrayContaining([
    "Line 3, phrases: must be a list, one line a “- ”", "Line 6, what: must have at least 3 letters", "Line 1, why: is missing", "Line 7, flag: needs at least 3 lines", "Line 5, surfaces: is no field that a rule has",
  ]));
  expect(said.join(" ")).not.toMatch(/Invalid|expected|undefined/);
});
