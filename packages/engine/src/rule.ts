/** The shape of a rule file. One place says it; packs, house rules and the docs follow. */
import * as z from "zod/mini";
import { FRAMES, SEVERITIES, SURFACES } from "./vocabulary.ts";

export const MATCHERS = ["phrase", "near", "missing", "reply", "identifier", "count"] as const;
export const IDENTIFIERS = ["phone", "email", "record-number", "birth-date", "name", "handle", "date", "url"] as const;

const phrase = z.string().check(z.minLength(1), z.maxLength(600));
const phrases = z.array(phrase).check(z.maxLength(400));
const severity = z.enum(SEVERITIES);
const surfaces = z.array(z.enum([...SURFACES, "public"]));
const words = z.string().check(z.minLength(3), z.maxLength(700));

const person = z.strictObject({ name: z.string(), degree: z.optional(z.string()), licence: z.optional(z.string()), boards: z.optional(z.array(z.string())), specialties: z.optional(z.array(z.string())) });

const example = z.union([
  z.string(),
  z.strictObject({
    text: z.string(), on: z.optional(z.enum(SURFACES)), re: z.optional(z.string()), by: z.optional(z.string()), state: z.optional(z.string()), specialty: z.optional(z.string()),
    providers: z.optional(z.array(person)), staff: z.optional(z.array(z.string())), phones: z.optional(z.array(z.string())),
  }),
]);

const overlay = z.strictObject({ severity: z.optional(severity), why: z.optional(words), instead: z.optional(words), cites: z.optional(z.array(z.string())), on: z.optional(surfaces) });

export const ruleShape = z.strictObject({
  title: words,
  match: z.enum(MATCHERS),
  severity,
  unsure: z.optional(z.boolean()),
  on: z.optional(surfaces),
  in: z.optional(z.array(z.string())),
  for: z.optional(z.array(z.string())),
  "not-for": z.optional(z.array(z.string())),
  phrases: z.optional(phrases),
  near: z.optional(z.array(phrases)),
  within: z.optional(z.union([z.enum(["sentence", "text"]), z.int().check(z.minimum(1), z.maximum(40))])),
  missing: z.optional(z.union([phrases, z.array(phrases)])),
  echoes: z.optional(z.array(z.string())),
  adds: z.optional(z.array(z.string())),
  identifiers: z.optional(z.array(z.enum(IDENTIFIERS))),
  "at-least": z.optional(z.int().check(z.minimum(1))),
  unless: z.optional(phrases),
  "unless-text": z.optional(phrases),
  "with-text": z.optional(phrases),
  review: z.optional(phrases),
  "review-lacks": z.optional(phrases),
  providers: z.optional(z.enum(["unknown", "known", "lack-board", "lack-degree"])),
  frames: z.optional(z.array(z.enum(FRAMES))),
  what: words,
  why: words,
  instead: words,
  cites: z.array(z.string()).check(z.minLength(1)),
  states: z.optional(z.record(z.string(), overlay)),
  flag: z.array(example).check(z.minLength(3)),
  pass: z.array(example).check(z.minLength(3)),
});

export type RuleShape = z.infer<typeof ruleShape>;
export type Example = z.infer<typeof example>;
export type Overlay = z.infer<typeof overlay>;

/** A rule as the engine judges by it: its shape, where it stands, and no examples. */
export type Rule = Omit<RuleShape, "flag" | "pass"> & { id: string; topic: string };

/** What must not be missing, as lists of which each needs one phrase. */
export const listsOf = (missing: NonNullable<RuleShape["missing"]>): string[][] => (typeof missing[0] === "string" ? [missing as string[]] : (missing as string[][]));

export interface Problem { path: string; message: string }

/** Reads a rule from outside. Either the rule, or every reason why it is none. */
export function readRule(value: unknown): { rule: RuleShape } | { problems: Problem[] } {
  const read = ruleShape.safeParse(value);
  if (!read.success) return { problems: read.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })) };
  const missing = needs(read.data);
  return missing.length > 0 ? { problems: missing } : { rule: read.data };
}

function needs(rule: RuleShape): Problem[] {
  const problems: Problem[] = [];
  const need = (path: keyof RuleShape, is: boolean): void => { if (!is) problems.push({ path, message: `match: ${rule.match} needs ${path}` }); };
  if (rule.match === "phrase" || rule.match === "missing" || rule.match === "count") need("phrases", (rule.phrases?.length ?? 0) > 0);
  if (rule.match === "near") need("near", (rule.near?.length ?? 0) > 1 && rule.near!.every((list) => list.length > 0));
  if (rule.match === "missing") need("missing", (rule.missing?.length ?? 0) > 0);
  if (rule.match === "reply") need("echoes", (rule.echoes?.length ?? 0) + (rule.adds?.length ?? 0) > 0);
  if (rule.match === "identifier") need("identifiers", (rule.identifiers?.length ?? 0) > 0);
  if (rule.match === "count") need("at-least", rule["at-least"] !== undefined);
  return problems;
}
