/** Ways of speaking in which the words are there but the statement is not made. */
import type { Frame } from "./vocabulary.ts";
import type { Hit } from "./automaton/run.ts";
import type { Cue, Use } from "./use.ts";
import { firstEndingFrom, lastBefore } from "./automaton/hits.ts";
import { CLAUSE_END, QUOTED } from "./text/reading.ts";
import type { Reading } from "./text/reading.ts";

/** How far a “not” reaches to the words after it, in its clause. */
const NEGATION_REACH = 6;
/** A myth is announced in the sentence itself or in one of the sentences right before it. */
const MYTH_REACH = 1;
/** The words that follow a “not” that negates nothing, as in “not only”. */
const MOST_SPARED = 4;

export type Cues = Record<Exclude<Cue, "people" | "you">, Hit[]> & { people: Set<number>; you: Set<number> };

/** Cues in the order of the text; of people and “you” only the sentences matter. */
export function cuesOf(reading: Reading, hits: readonly Hit[], uses: readonly Use[]): Cues {
  const cues: Cues = { negator: [], "not-negator": [], myth: [], if: [], people: new Set(), you: new Set() };
  for (const hit of hits) {
    const use = uses[hit.accept]!;
    if (use.rule >= 0) continue;
    const role = use.role as Cue;
    if (role === "people" || role === "you") cues[role].add(reading.sentence[hit.first]!);
    else cues[role].push(hit);
  }
  const spared = cues["not-negator"];
  if (spared.length > 0) cues.negator = cues.negator.filter((hit) => !isSpared(spared, hit));
  return cues;
}

function isSpared(spared: readonly Hit[], hit: Hit): boolean {
  for (let at = firstEndingFrom(spared, hit.last); at < spared.length && spared[at]!.last <= hit.last + MOST_SPARED; at++) if (spared[at]!.first <= hit.first) return true;
  return false;
}

const judges: Record<Frame, (reading: Reading, cues: Cues, first: number, last: number) => boolean> = {
  negated: (reading, { negator }, first) => {
    const hit = lastBefore(negator, first);
    return hit !== undefined && first - hit.last <= NEGATION_REACH && isOneClause(reading, hit.last, first);
  },
  question: (reading, _cues, first) => reading.sentences[reading.sentence[first]!]!.isQuestion,
  quoted: (reading, _cues, first, last) => (reading.flags[first]! & QUOTED) !== 0 && (reading.flags[last]! & QUOTED) !== 0,
  myth: (reading, { myth }, first) => {
    const sentence = reading.sentence[first]!, from = reading.sentences[Math.max(0, sentence - MYTH_REACH)]!.first;
    const hit = myth[firstEndingFrom(myth, from)];
    return hit !== undefined && reading.sentence[hit.first]! <= sentence;
  },
  conditional: (reading, cues, first) => {
    const hit = lastBefore(cues.if, first);
    return hit !== undefined && reading.sentence[hit.first] === reading.sentence[first];
  },
  general: (reading, { people, you }, first) => people.has(reading.sentence[first]!) && !you.has(reading.sentence[first]!),
};

export function isFramed(frames: readonly Frame[], reading: Reading, cues: Cues, first: number, last: number): boolean {
  return frames.some((frame) => judges[frame](reading, cues, first, last));
}

function isOneClause(reading: Reading, from: number, to: number): boolean {
  if (reading.sentence[from] !== reading.sentence[to]) return false;
  for (let at = from; at < to; at++) if (reading.flags[at]! & CLAUSE_END) return false;
  return true;
}
