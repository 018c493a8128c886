/** Reads a sentence, and the rule's own examples, by one rule alone. */
import type { Body, Reply, Routes } from "@chaperone/contract";
import { check, type Context, type Draft, type Example, type Pack, type Rule } from "@chaperone/engine";
import { packOfOne } from "./house-pack.ts";
import { readHouseRule } from "./house-rule.ts";

export type Tried = Reply<Routes["houseRules"]["try"]>;

export function tryRule({ yaml, sentence }: Body<Routes["houseRules"]["try"]>, context: Context): Tried {
  const { rule, flag, pass } = readHouseRule("on trial", yaml), rules = packOfOne(rule);
  const found = spansIn(draftOf(sentence, rule), context, rules);
  return { flags: found.length > 0, spans: found, examples: examplesOf({ rule, flag, pass }, context, rules) };
}

/** How the rule reads the sentences that it gives of itself. */
export function examplesOf({ rule, flag, pass }: { rule: Rule; flag: Example[]; pass: Example[] }, context: Context, rules: Pack): Tried["examples"] {
  const read = (kind: "flag" | "pass") => (example: Example): Tried["examples"][number] => {
    const isFound = spansIn(draftOf(example, rule), contextIn(example, context), rules).length > 0;
    return { sentence: typeof example === "string" ? example : example.text, kind, holds: isFound === (kind === "flag") };
  };
  return [...flag.map(read("flag")), ...pass.map(read("pass"))];
}

const spansIn = (draft: Draft, context: Context, rules: Pack): Tried["spans"] => check(draft, context, rules).findings.map(({ start, end }) => ({ start, end }));

/** An example that names no surface stands on the first that its rule looks at. */
function draftOf(example: Example, rule: Rule): Draft {
  const given = typeof example === "string" ? { text: example } : example, first = rule.on?.find((surface) => surface !== "public");
  const inReplyTo = given.re === undefined ? null : { kind: "review" as const, author: given.by ?? "Robin K.", text: given.re };
  return { text: given.text, surface: given.on ?? first ?? (inReplyTo ? "reply" : "post"), inReplyTo };
}

function contextIn(example: Example, context: Context): Context {
  if (typeof example === "string") return context;
  const { state, specialty, providers, staff, phones } = example;
  const given = { ...(state ? { states: [state] } : {}), ...(specialty ? { specialty } : {}), ...(staff ? { staff } : {}), ...(phones ? { phones } : {}) };
  return { ...context, ...given, ...(providers ? { providers: providers as NonNullable<Context["providers"]> } : {}) };
}
