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
  const thresholds = chooseThresholds(own, topics, theirs, nothing, CLEAN);
  return { thresholds, crossed: score(own, raise(topics, theirs, thresholds, nothing)) };
}
