/** The whole check on one screen: read, match, except, explain, sort. Pure and synchronous; the same answer every time. */
import type { Context, Draft, Finding, Report, Verdict } from "./vocabulary.ts";
import { applies } from "./applies.ts";
import type { Hit } from "./automaton/run.ts";
import { tag } from "./automaton/tag.ts";
import { tagDates } from "./dates.ts";
import { explain, settle } from "./explain.ts";
import type { Cues } from "./frames.ts";
import { cuesOf, isFramed } from "./frames.ts";
import type { Found, Match, Read } from "./matchers/found.ts";
import { matchers } from "./matchers/index.ts";
import type { Pack } from "./pack.ts";
import type { People } from "./people.ts";
import { peopleOf, tagPeople } from "./people.ts";
import type { Rule } from "./rule.ts";
import { readWords } from "./text/words.ts";
import type { Role } from "./use.ts";

/** One rule marks at most so many places of one text. */
const MOST_OF_ONE_RULE = 5;
const NO_HITS: readonly Hit[] = [];

export interface CheckOptions {
  /** Somebody reads the draft again after the rules, so that rules whose words are often innocent only note. Alone, they speak up. */
  isReadAgain?: boolean;
}

/** Judges a draft by a pack. Never throws for any text; offsets are UTF-16 into `draft.text` as typed. */
export function check(draft: Draft, context: Context, pack: Pack, { isReadAgain = false }: CheckOptions = {}): Report {
  const people = peopleOf(context, draft.inReplyTo);
  const read = readText(draft.text, pack.draft, pack, people, pack.inDraft);
  const answered = draft.inReplyTo ? readText(draft.inReplyTo.text, pack.answered, pack, people, pack.inAnswered) : null;
  const cues = cuesOf(read.reading, read.hits, pack.uses);
  const findings: Finding[] = [];
  for (const [index, hits] of hitsByRule(read.hits, pack)) {
    const rule = pack.rules[index]!;
    if (!applies(rule, draft, context)) continue;
    const found = foundFor(rule, index, hits, read, answered, context, pack);
    for (const match of matchesOf(found, cues, pack)) findings.push(explain(rule, match, draft, read, context, pack, isReadAgain));
  }
  const settled = settle(findings);
  return { verdict: verdictOf(settled), findings: settled, pack: pack.hash };
}

export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some((finding) => finding.severity === "stop")) return "stop";
  return findings.some((finding) => finding.severity === "question") ? "question" : "clear";
}

interface ReadText extends Read { hits: Hit[] }

function readText(text: string, into: Read, pack: Pack, people: People, isWanted: Uint8Array): ReadText {
  const reading = readWords(text, into.reading, pack.symbols), tagged = tag(reading, pack.symbols, into.tagged);
  tagDates(reading, tagged, pack.symbols.shape("date"));
  tagPeople(reading, tagged, pack.symbols, people);
  return { reading, tagged, hits: pack.runner.run(reading, tagged, isWanted) };
}

/** Rules to judge, with their hits: those that a phrase can make match, and those that look for list words by themselves. */
function hitsByRule(hits: readonly Hit[], pack: Pack): Map<number, Hit[]> {
  const byRule = new Map<number, Hit[]>();
  for (const index of pack.wordless) byRule.set(index, []);
  for (const hit of hits) if (pack.isLeading[hit.accept]) byRule.set(pack.uses[hit.accept]!.rule, []);
  for (const hit of hits) byRule.get(pack.uses[hit.accept]!.rule)?.push(hit);
  return byRule;
}

function foundFor(rule: Rule, index: number, hits: readonly Hit[], draft: Read, answered: ReadText | null, context: Context, pack: Pack): Found {
  return {
    rule, draft, answered, context, symbols: pack.symbols,
    hits: (role: Role, part = 0) => {
      const from = role === "review" || role === "review-lacks" ? answered?.hits ?? NO_HITS : hits;
      return from.filter((hit) => { const use = pack.uses[hit.accept]!; return use.rule === index && use.role === role && use.part === part; });
    },
  };
}

function matchesOf(found: Found, cues: Cues, pack: Pack): Match[] {
  const { rule, draft: { reading } } = found;
  const matches = matchers[rule.match](found);
  if (matches.length === 0 || isExcused(found)) return [];
  const frames = rule.frames ?? pack.topics.get(rule.topic)?.frames ?? [];
  const excused = new Set(rule.unless ? found.hits("unless").map((hit) => reading.sentence[hit.first]) : []);
  const standing = matches.filter(({ first, last }) =>
    !excused.has(reading.sentence[first]) && !isFramed(frames, reading, cues, first, last));
  return merge(standing).slice(0, MOST_OF_ONE_RULE);
}

function isExcused(found: Found): boolean {
  const { rule } = found;
  if (rule["unless-text"] && found.hits("unless-text").length > 0) return true;
  if (rule["with-text"] && found.hits("with-text").length === 0) return true;
  if (rule.review && found.hits("review").length === 0) return true;
  return rule["review-lacks"] !== undefined && found.hits("review-lacks").length > 0;
}

/** Overlapping matches of one rule are one. */
function merge(matches: readonly Match[]): Match[] {
  const merged: Match[] = [];
  for (const match of matches.toSorted((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before && match.first <= before.last) before.last = Math.max(before.last, match.last);
    else merged.push({ ...match });
  }
  return merged;
}
