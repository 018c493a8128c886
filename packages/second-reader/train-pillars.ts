/**
 * Learns which cues speak for which pillar and writes `rules/pillars.json`.
 *
 * A text scores, for each pillar, the bias plus its surface plus every distinct cue that the table holds. The highest sum is the
 * pillar. Run: `npx node packages/second-reader/train-pillars.ts` (`--report` measures on held-back cases and writes nothing)
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { loadPack, pillar, PILLARS } from "@chaperone/engine";
import type { PackJson, PillarWeights } from "@chaperone/engine";
import { foldOf, isForLearning, readCases, ROOT } from "./train/corpus.ts";
import type { Case } from "./train/corpus.ts";
import { examplesOf, learnPillars, readGroups } from "./train/pillar-words.ts";

const HOW = { cost: 0.1, group: 0.5, rarity: 1, size: 1900 };
const packJson = JSON.parse(readFileSync(join(ROOT, "rules/pack.json"), "utf8")) as PackJson;
const pack = loadPack(packJson), groups = readGroups();
const cases = readCases().filter((one) => one.pillar !== null);
const learning = examplesOf(cases.filter((one) => isForLearning(one.id)), pack);
const held = cases.filter((one) => !isForLearning(one.id));

let right = 0, of = 0;
for (let fold = 0; fold < 5; fold++) {
  const weights = learnPillars(learning.filter(({ one }) => foldOf(one.id, 5) !== fold), groups, HOW);
  const test = learning.filter(({ one }) => foldOf(one.id, 5) === fold).map(({ one }) => one);
  of += test.length;
  right += test.length * accuracy(test, weights);
}
console.log(`cross-validated accuracy on ${learning.length} cases: ${(right / of).toFixed(3)}`);

const weights = learnPillars(learning, groups, HOW);
report("held-back cases", held.filter((one) => !one.isGrown), weights);
report("held-back cases with the grown ones", held, weights);
const json = `${JSON.stringify(weights).replaceAll('","', '",\n"')}\n`;
console.log(`${Object.values(weights.words).join(",").split(",").length} cues, ${(json.length / 1024).toFixed(1)} kB, ${(gzipSync(json).length / 1024).toFixed(1)} kB compressed`);
if (!process.argv.includes("--report")) writeFileSync(join(ROOT, "rules/pillars.json"), json);

function accuracy(test: Case[], weights: PillarWeights): number {
  const found = guesses(test, weights);
  return test.filter((one, at) => found[at] === one.pillar).length / test.length;
}

function guesses(test: Case[], weights: PillarWeights): string[] {
  const tried = { ...pack, json: { ...packJson, pillars: weights } };
  return test.map((one) => pillar(one, tried).pillar);
}

function report(title: string, test: Case[], weights: PillarWeights): void {
  const found = guesses(test, weights);
  console.log(`accuracy on ${test.length} ${title}: ${accuracy(test, weights).toFixed(3)}`);
  for (const is of PILLARS) console.log(`  ${is}: ${PILLARS.map((guess) => `${guess} ${test.filter((one, at) => one.pillar === is && found[at] === guess).length}`).join(", ")}`);
}
