/** From where upward a question is raised. */

import type { Case } from "./corpus.ts";
import { chooseThresholds, raise, score } from "./scoring.ts";
import type { Figures } from "./scoring.ts";
import { CLEAN } from "./settings.ts";

/**
 * Thresholds rest on the corpus alone: the cases in `eval/grown` were written to be hard, one topic at a time, and
 * are good for learning but say little about how often a topic comes up.
 */
export function thresholdsFor(cases: Case[], topics: string[], values: Float32Array[]): { thresholds: number[]; crossed: Figures } {
  const rows = [...cases.keys()].filter((at) => !cases[at]!.isGrown);
  const own = rows.map((at) => cases[at]!);
  const theirs = values.map((list) => Float32Array.from(rows, (at) => list[at]!));
  const nothing = own.map(() => new Set<string>());
  const thresholds = drawn(chooseThresholds(own, topics, theirs, nothing, CLEAN));
  return { thresholds, crossed: score(own, raise(topics, theirs, thresholds, nothing)) };
}

/** Each rests on a few hundred cases and is partly their luck, so it is drawn most of the way to the one in the middle: 0.006 more on cases that had no say in it. */
const DRAWN = 0.75;

export function drawn(thresholds: number[]): number[] {
  const finite = thresholds.filter(Number.isFinite).sort((a, b) => a - b), middle = finite[finite.length >> 1]!;
  return thresholds.map((one) => (Number.isFinite(one) ? one + (middle - one) * DRAWN : one));
}
