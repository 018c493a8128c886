/** Ways of speaking in which the words are there but the statement is not made. */
import type { Frame } from "./vocabulary.ts";
import type { Hit } from "./automaton/run.ts";
import type { Cue, Use } from "./pack.ts";
import { CLAUSE_END, QUOTED } from "./text/reading.ts";
import type { Reading } from "./text/reading.ts";

/** How far a “not” reaches to the words after it, in its clause. */
const NEGATION_REACH = 6;
/** A myth is announced in the sentence itself or in one of the sentences right before it. */
const MYTH_REACH = 1;

export type Cues = Record<Cue, Hit[]>;

export function cuesOf(hits: readonly Hit[], uses: readonly Use[]): Cues {
  const cues: Cues = { negator: [], "not-negator": [], myth: [], if: [], people: [], you: [] };
  for (const hit of hits) {
    const use = uses[hit.accept]!;
    if (use.rule < 0) cues[use.role as Cue].push(hit);
  }
  const spared = cues["not-negator"];
  if (spared.length > 0) cues.negator = cues.negator.filter((hit) => !spared.some((other) => other.first <= hit.first && hit.last <= other.last));
  return cues;
}

const judges: Record<Frame, (reading: Reading, cues: Cues, first: number, last: number) => boolean> = {
  negated: (reading, cues, first) => cues.negator.some((hit) => hit.last < first && first - hit.last <= NEGATION_REACH && isOneClause(reading, hit.last, first)),
  question: (reading, _cues, first) => reading.sentences[reading.sentence[first]!]!.isQuestion,
  quoted: (reading, _cues, first, last) => (reading.flags[first]! & QUOTED) !== 0 && (reading.flags[last]! & QUOTED) !== 0,
  myth: (reading, cues, first) => cues.myth.some((hit) => {
    const distance = reading.sentence[first]! - reading.sentence[hit.first]!;
    return distance >= 0 && distance <= MYTH_REACH;
  }),
  conditional: (reading, cues, first) => cues.if.some((hit) => hit.last < first && reading.sentence[hit.first] === reading.sentence[first]),
  general: (reading, cues, first) => {
    const within = (hit: Hit): boolean => reading.sentence[hit.first] === reading.sentence[first];
    return cues.people.some(within) && !cues.you.some(within);
  },
};

export function isFramed(frames: readonly Frame[], reading: Reading, cues: Cues, first: number, last: number): boolean {
  return frames.some((frame) => judges[frame](reading, cues, first, last));
}

function isOneClause(reading: Reading, from: number, to: number): boolean {
  if (reading.sentence[from] !== reading.sentence[to]) return false;
  for (let at = from; at < to; at++) if (reading.flags[at]! & CLAUSE_END) return false;
  return true;
}
