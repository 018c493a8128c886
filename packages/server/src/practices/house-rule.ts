/** Reads a practice's own rule, in the format of rules/topics, and says line by line what is wrong with it. */
import { type Example, parsePhrase, PhraseError, type Problem as Wrong, readRule, type Rule } from "@chaperone/engine";
import { authorities } from "@chaperone/rules";
import { type Document, LineCounter, parseDocument } from "yaml";
import "../http/in-words.ts";
import { Refusal } from "../http/refusal.ts";
import { plainly } from "./plainly.ts";

export interface ReadRule { rule: Rule; flag: Example[]; pass: Example[] }

const TOPIC = "house";
/** A practice may have its own reasons: it cites itself where it names no law. */
const OWN_REASONS = "house";

/** What a rule goes by in findings, reasons and overrides. */
export const idOf = (name: string): string => `${TOPIC}/${name.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "") || "rule"}`;

export function readHouseRule(name: string, yaml: string): ReadRule {
  const lines = new LineCounter(), document = parseDocument(yaml, { lineCounter: lines });
  const refuse = (wrong: Wrong[]): never => { throw invalid(wrong.map(({ path, message }) => ({ at: "/yaml", says: `Line ${lineOf(document, lines, path)}${path ? `, ${path}` : ""}: ${message}` }))); };
  const [broken] = document.errors;
  if (broken) throw invalid([{ at: "/yaml", says: `Line ${broken.linePos?.[0].line ?? 1}: ${broken.message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "")}` }]);
  const read = readRule(withReasons(plain(document)));
  if ("problems" in read) return refuse(read.problems.map(placed));
  const { flag, pass, ...shape } = read.rule, wrong = [...phrasesOf(shape).flatMap(wrongPhrase), ...shape.cites.flatMap(wrongCitation)];
  return wrong.length > 0 ? refuse(wrong) : { rule: { ...shape, id: idOf(name), topic: TOPIC }, flag, pass };
}

export const invalid = (errors: { at: string; says: string }[]): Refusal => new Refusal("invalid-rule", { errors: errors.slice(0, 20) });

/** No aliases: a few lines of them unfold into gigabytes. */
function plain(document: Document): unknown {
  try { return document.toJS({ maxAliasCount: 0 }); } catch { throw invalid([{ at: "/yaml", says: "Line 1: a rule is written without anchors and aliases (& and *)." }]); }
}

const withReasons = (value: unknown): unknown => typeof value === "object" && value !== null && !Array.isArray(value) && !("cites" in value) ? { ...value, cites: [OWN_REASONS] } : value;

type Shape = Omit<Rule, "id" | "topic">;
const ROLES = ["phrases", "unless", "unless-text", "with-text", "review", "review-lacks", "near", "missing"] as const;

/** Every phrase with its place in the rule. */
function phrasesOf(shape: Shape): { path: string; phrase: string }[] {
  const within = (path: string, value: string | readonly (string | string[])[] | undefined): { path: string; phrase: string }[] =>
    typeof value === "string" ? [{ path, phrase: value }] : (value ?? []).flatMap((one, index) => within(`${path}.${index}`, one));
  return ROLES.flatMap((role) => within(role, shape[role]));
}

function wrongPhrase({ path, phrase }: { path: string; phrase: string }): Wrong[] {
  try { parsePhrase(phrase); return []; } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    return [{ path, message: error.message }];
  }
}

let known: Set<string> | undefined;
function wrongCitation(id: string, index: number): Wrong[] {
  known ??= new Set([OWN_REASONS, ...authorities().map((provision) => provision.id)]);
  return known.has(id) ? [] : [{ path: `cites.${index}`, message: `there is no provision “${id}”; leave cites out when the reason is the practice's own` }];
}

/** A field that a rule does not have is told of the whole rule, and stands at its own line. */
const placed = ({ path, message }: Wrong): Wrong => ({ path: path || (/^Unrecognized key: "([\w-]+)"$/.exec(message)?.[1] ?? ""), message: plainly(message) });

/** The line of a field, or of the nearest thing around it that stands in the text. */
function lineOf(document: Document, lines: LineCounter, path: string): number {
  for (let steps = path.split(".").filter(Boolean).map((step) => (/^\d+$/.test(step) ? Number(step) : step)); steps.length > 0; steps = steps.slice(0, -1)) {
    const node = document.getIn(steps, true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
