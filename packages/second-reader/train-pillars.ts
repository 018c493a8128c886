/**
 * Learns which words speak for which pillar and writes `rules/pillars.json`.
 *
 * A text scores, for each pillar, the bias plus its surface plus every distinct word and pair of words that the table
 * holds. The highest sum is the pillar. Run: `npx node packages/second-reader/train-pillars.ts`
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Pillar } from "@chaperone/engine";
import { foldOf, isForLearning, readCases, ROOT } from "./train/corpus.ts";
import type { Case } from "./train/corpus.ts";
import { bestPillar, learnPillars, PILLAR_ORDER } from "./train/pillar-words.ts";

const WORDS = 1400;
const cases = readCases().filter((one) => one.pillar !== null);
const learning = cases.filter((one) => isForLearning(one.id));
const held = cases.filter((one) => !isForLearning(one.id));

console.log(`cross-validated accuracy on ${learning.length} cases: ${crossValidated().toFixed(3)}`);
const table = learnPillars(learning, WORDS);
console.log(`accuracy on ${held.length} held-back cases: ${accuracy(held, (one) => bestPillar(table, one.text, one.surface)).toFixed(3)}`);
const json = JSON.stringify(table).replaceAll('],"', '],\n"');
writeFileSync(join(ROOT, "rules/pillars.json"), `${json}\n`);
console.log(`rules/pillars.json: ${Object.keys(table.words).length} words, ${(json.length / 1024).toFixed(1)} kB`);

function crossValidated(): number {
  let right = 0;
  for (let fold = 0; fold < 5; fold++) {
    const model = learnPillars(learning.filter((one) => foldOf(one.id, 5) !== fold), WORDS);
    const test = learning.filter((one) => foldOf(one.id, 5) === fold);
    right += test.length * accuracy(test, (one) => bestPillar(model, one.text, one.surface));
  }
  return right / learning.length;
}

function accuracy(test: Case[], guess: (one: Case) => Pillar): number {
  return test.filter((one) => guess(one) === one.pillar).length / test.length;
}

console.log(`order of weights: ${PILLAR_ORDER.join(", ")}`);
