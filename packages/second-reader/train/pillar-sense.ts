/** Learns to tell the pillar of a post by all that the reader hears in it; `pillar-words.ts` does so for the table of words. */

import { PILLARS } from "@chaperone/engine";
import { foldOf } from "./corpus.ts";
import type { Dataset } from "./dataset.ts";
import { fitLinear, scoreRow } from "./linear.ts";
import type { Fit, Label } from "./linear.ts";

/** One learner a pillar, over the cases that belong to one. */
export function learnPillarSense(data: Dataset, chosen: number[]): Fit[] {
  return PILLARS.map((pillar) => {
    const labels = data.cases.map((one): Label => (one.pillar === null ? 0 : one.pillar === pillar ? 1 : -1));
    return fitLinear(data.linear, labels, chosen, { cost: 0.3, lean: 1, passes: 10, constant: 1 });
  });
}

/** How often the pillar of a case is found by learners that have not seen it. */
export function crossPillarSense(data: Dataset, chosen: number[], folds: number): number {
  const own = chosen.filter((row) => data.cases[row]!.pillar !== null);
  let right = 0;
  for (let fold = 0; fold < folds; fold++) {
    const isHere = (row: number): boolean => foldOf(data.cases[row]!.id, folds) === fold, fits = learnPillarSense(data, own.filter((row) => !isHere(row)));
    for (const row of own.filter(isHere)) {
      const scores = fits.map((fit) => scoreRow(data.linear, row, fit));
      if (PILLARS[scores.indexOf(Math.max(...scores))] === data.cases[row]!.pillar) right++;
    }
  }
  return right / own.length;
}
