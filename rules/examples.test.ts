import { describe, expect, test } from "vitest";
import type { Context, Draft, Example, Rule } from "@chaperone/engine";
import { check } from "@chaperone/engine";
import { pack, ruleFiles } from "./index.ts";

/** An example without a surface stands on the first that its rule looks at. */
function draftOf(example: Example, rule: Rule): { draft: Draft; context: Context } {
  const given = typeof example === "string" ? { text: example } : example;
  const first = rule.on?.[0];
  const surface = given.on ?? (first && first !== "public" ? first : given.re === undefined ? "post" : "reply");
  const inReplyTo = given.re === undefined ? null : { kind: "review" as const, author: given.by ?? "Robin K.", text: given.re };
  const context: Context = { states: [given.state ?? rule.in?.[0] ?? "VA"] };
  const specialty = given.specialty ?? rule.for?.[0];
  if (specialty) context.specialty = specialty;
  if (given.providers) context.providers = given.providers.map(({ name, degree, licence, boards, specialties }) => ({ name, ...(degree ? { degree } : {}), ...(licence ? { licence } : {}), ...(boards ? { boards } : {}), ...(specialties ? { specialties } : {}) }));
  if (given.staff) context.staff = given.staff;
  if (given.phones) context.phones = given.phones;
  return { draft: { text: given.text, surface, inReplyTo }, context };
}

const textOf = (example: Example): string => (typeof example === "string" ? example : example.text);

describe.each(ruleFiles().map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  test.each(rule.flag.map((example) => [textOf(example), example] as const))("asks about “%s”", (_text, example) => {
    const { draft, context } = draftOf(example, rule);
    const { findings } = check(draft, context, pack());
    expect(findings.filter((finding) => finding.topic === rule.topic).map((finding) => finding.rule), "no finding on the rule's topic").not.toEqual([]);
  });
  test.each(rule.pass.map((example) => [textOf(example), example] as const))("lets “%s” pass", (_text, example) => {
    const { draft, context } = draftOf(example, rule);
    const { findings } = check(draft, context, pack());
    expect(findings.filter((finding) => finding.rule === rule.id).map((finding) => draft.text.slice(finding.start, finding.end))).toEqual([]);
  });
});
