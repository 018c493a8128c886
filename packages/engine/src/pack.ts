/** All rules made ready to judge: one automaton, the lists, the authorities. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Automaton } from "./automaton/build.ts";
import { Builder } from "./automaton/build.ts";
import { Runner } from "./automaton/run.ts";
import { Symbols } from "./automaton/symbols.ts";
import { emptyTagged } from "./automaton/tag.ts";
import type { Read } from "./matchers/found.ts";
import { PhraseError, parsePhrase } from "./phrase/parse.ts";
import type { PackJson, Topic } from "./pack-json.ts";
import { Reading } from "./text/reading.ts";
import type { Rule } from "./rule.ts";
import { listsOf } from "./rule.ts";
import type { Role, Use } from "./use.ts";
import { CUES } from "./use.ts";

export interface Pack {
  hash: string;
  json: PackJson;
  rules: Rule[];
  topics: Map<string, Topic>;
  symbols: Symbols;
  automaton: Automaton;
  runner: Runner;
  uses: Use[];
  /** Of each phrase, whether its rule can match by it: what excuses, or stands in the review, begins nothing. */
  isLeading: boolean[];
  /** Of each phrase, whether it is looked for in the draft, and in what the draft answers. */
  inDraft: Uint8Array;
  inAnswered: Uint8Array;
  /** Rules that may match without a phrase of their own. */
  wordless: number[];
  /** Two scratch readings: the draft and what it answers. */
  draft: Read;
  answered: Read;
}

const ROLES = ["phrases", "unless", "unless-text", "with-text", "review", "review-lacks"] as const;
const MOST_HOUSE_RULES = 200;

/** Compiles a pack, with a practice's own rules beside the built-in ones. Throws a PhraseError that names the rule when a phrase is wrong. */
export function loadPack(json: PackJson, house: Rule[] = []): Pack {
  if (house.length > MOST_HOUSE_RULES) throw new PhraseError(`A practice may have ${MOST_HOUSE_RULES} rules of its own; these are ${house.length}.`);
  const rules = [...json.rules, ...house];
  const symbols = readLexicon(json.lexicon), builder = new Builder(symbols), uses: Use[] = [];
  const add = (phrase: string, use: Use, where: string): void => {
    try {
      builder.add(parsePhrase(phrase), uses.length);
      uses.push(use);
    } catch (error) {
      throw error instanceof PhraseError ? new PhraseError(`${where}: ${error.message}`, { cause: error }) : error;
    }
  };
  for (const cue of CUES) for (const phrase of json.frames[cue] ?? []) add(phrase, { rule: -1, role: cue, part: 0 }, `frames.${cue}`);
  rules.forEach((rule, index) => {
    for (const role of ROLES) for (const phrase of rule[role] ?? []) add(phrase, { rule: index, role, part: 0 }, `${rule.id}.${role}`);
    rule.near?.forEach((list, part) => list.forEach((phrase) => add(phrase, { rule: index, role: "near", part }, `${rule.id}.near`)));
    if (rule.missing) listsOf(rule.missing).forEach((list, part) => list.forEach((phrase) => add(phrase, { rule: index, role: "missing", part }, `${rule.id}.missing`)));
  });
  const automaton = builder.finish();
  return {
    hash: bytesToHex(sha256(utf8ToBytes(JSON.stringify([json, house])))), json, rules, topics: new Map(json.topics.map((topic) => [topic.id, topic])),
    symbols, automaton, runner: new Runner(automaton), uses, isLeading: uses.map(({ rule, role, part }) => rule >= 0 && (role === "phrases" || (role === "near" && part === 0))), inDraft: Uint8Array.from(uses, ({ role }) => (isOfReview(role) ? 0 : 1)), inAnswered: Uint8Array.from(uses, ({ role }) => (isOfReview(role) ? 1 : 0)), wordless: rules.flatMap((rule, index) => ((rule.match === "reply" || rule.match === "identifier") && !rule.phrases ? [index] : [])), draft: { reading: new Reading(), tagged: emptyTagged() }, answered: { reading: new Reading(), tagged: emptyTagged() },
  };
}

const isOfReview = (role: Role): boolean => role === "review" || role === "review-lacks";

function readLexicon(lexicon: PackJson["lexicon"]): Symbols {
  const symbols = new Symbols();
  let line = 0;
  const numbered = new Map(Object.entries(lexicon).map(([list, lines]) => [list, lines.map((text) => ({ text, line: line++ }))]));
  const fill = (into: string, from: string, seen: Set<string>): void => {
    if (seen.has(from)) return;
    seen.add(from);
    for (const { text, line: number } of numbered.get(from) ?? []) {
      if (text.startsWith("@")) fill(into, text.slice(1).trim(), seen);
      else for (const entry of text.split(",")) if (entry.trim()) symbols.entry(into, entry.trim(), number);
    }
  };
  for (const list of numbered.keys()) { symbols.list(list); fill(list, list, new Set()); }
  return symbols;
}
