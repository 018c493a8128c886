import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../http/refusal.ts";
import { packWith } from "./house-pack.ts";
import { idOf, readHouseRule } from "./house-rule.ts";
import { tryRule } from "./try-rule.ts";

const CHEAP = `title: Cheap words
match: phrase
severity: stop
phrases:
  - (cheap|cheapest)
  - bargain basement
unless: [never cheap]
what: “{match}” makes care sound like a clearance sale.
why: We agreed never to compete on price.
instead: Say what is included.
flag:
  - Our cheapest week yet!
  - Cheap consults all month.
  - Bargain basement prices on facials.
pass:
  - Never cheap, always fair.
  - A fair price for careful work.
  - Free parking behind the building.
`;
const VIRGINIA = { states: ["VA"] };

const errorsOf = (yaml: string): string[] => {
  try { readHouseRule("cheap words", yaml); return []; } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.problem.code).toBe("invalid-rule");
    return error.problem.errors!.map(({ says }) => says);
  }
};

test("a rule of the practice's own needs no law behind it", () => {
  const { rule, flag, pass } = readHouseRule("Cheap words", CHEAP);
  expect(rule).toMatchObject({ id: "house/cheap-words", topic: "house", severity: "stop", cites: ["house"] });
  expect([flag.length, pass.length]).toEqual([3, 3]);
});

test("trying a rule shows where it would stop a sentence, and whether its own examples hold", () => {
  const tried = tryRule({ yaml: CHEAP, sentence: "This is the cheapest peel in town." }, VIRGINIA);
  expect(tried).toMatchObject({ flags: true, spans: [{ start: 12, end: 20 }] });
  expect(tried.examples.map(({ kind, holds }) => `${kind} ${holds}`)).toEqual(["flag true", "flag true", "flag true", "pass true", "pass true", "pass true"]);
  expect(tryRule({ yaml: CHEAP, sentence: "Our rooms are bright." }, VIRGINIA)).toMatchObject({ flags: false, spans: [] });
});

test("an example that does not hold is told, and does not forbid the trial", () => {
  const { examples } = tryRule({ yaml: CHEAP.replace("A fair price for careful work.", "Dirt cheap and proud of it."), sentence: "Hello." }, VIRGINIA);
  expect(examples.filter(({ holds }) => !holds)).toEqual([{ sentence: "Dirt cheap and proud of it.", kind: "pass", holds: false }]);
});

test("only the rule on trial speaks, however much else is wrong with the sentence", () => {
  expect(tryRule({ yaml: CHEAP, sentence: "Lipo with us is 100% safe, guaranteed!" }, VIRGINIA).flags).toBe(false);
});

test.each([
  ["a word that YAML cannot hold", CHEAP.replace("title: Cheap words", "title: [Cheap words"), /^Line \d+: /],
  ["a severity that does not exist", CHEAP.replace("severity: stop", "severity: forbid"), /^Line 3, severity: must be .*question/],
  ["a field that does not exist", CHEAP.replace("unless:", "except:"), /^Line 7, except: is no field/],
  ["too few examples", CHEAP.replace("  - Free parking behind the building.\n", ""), /^Line \d+, pass: /],
  ["a phrase with an open bracket", CHEAP.replace("bargain basement", "\"(bargain basement\""), /^Line 6, phrases\.1: .*a \) is missing/],
  ["a law that does not exist", `${CHEAP}cites: [hipaa-0]\n`, /^Line \d+, cites\.0: there is no provision “hipaa-0”/],
  ["an alias, of which a few make gigabytes", `${CHEAP.replace("phrases:", "phrases: &all")}review: *all\n`, /without anchors and aliases/],
  ["a list instead of a rule", "- one\n- two\n", /^Line 1: /],
  ["nothing", "# only a comment\n", /^Line 1: /],
])("%s is refused with its line", (_, yaml, says) => {
  expect(errorsOf(yaml)[0]).toMatch(says);
});

test("a word list that does not exist is refused when the rule meets the lists", () => {
  expect(() => tryRule({ yaml: CHEAP.replace("bargain basement", "bargain <basement>"), sentence: "Hello." }, VIRGINIA)).toThrow(Refusal);
});

test("rules stand beside ours, compiled once for the same set", () => {
  const { rule } = readHouseRule("Cheap words", CHEAP), rules = packWith([rule]);
  expect(packWith([{ ...rule }])).toBe(rules);
  expect(rules.rules.at(-1)!.id).toBe("house/cheap-words");
  expect(packWith([]).rules.some(({ topic }) => topic === "house")).toBe(false);
});

test.each([["Cheap words", "house/cheap-words"], ["  Néver “cheap”!! ", "house/néver-cheap"], ["安い", "house/安い"], ["!!!", "house/rule"]])("the rule “%s” goes by %s", (name, id) => expect(idOf(name)).toBe(id));

test("no text is read as a rule by accident, and none ends in anything but a rule or a refusal", () => {
  const lines = CHEAP.split("\n"), damaged = fc.tuple(fc.nat(lines.length - 1), fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom("phrases: [[]]", "? : -", "<<: *x", "!!js/function x", "near: [[a], [b]]", "match: near"))).map(([at, line]) => lines.with(at, line).join("\n"));
  fc.assert(fc.property(fc.oneof(damaged, fc.string({ maxLength: 200 })), (yaml) => { errorsOf(yaml); }), { numRuns: 300 });
});
