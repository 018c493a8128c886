/**
 * Trains the second reader on the labelled cases and writes `model/`.
 *
 *   npx node packages/second-reader/train.ts            learn and write the weights
 *   npx node packages/second-reader/train.ts --report   measure and write the figures into README.md
 */

import { isForLearning, readCases } from "./train/corpus.ts";
import { buildDataset, collectGroups } from "./train/dataset.ts";
import { crossSaid, crossValues, learnFirst, learnSecond } from "./train/learn.ts";
import { crossPillarSense, learnPillarSense } from "./train/pillar-sense.ts";
import { show } from "./train/scoring.ts";
import { CALM, FOLDS } from "./train/settings.ts";
import { ship } from "./train/ship.ts";
import { thresholdsFor } from "./train/thresholds.ts";


if (process.argv.includes("--report")) {
  const { report } = await import("./train/report.ts");
  await report();
} else {
  await train();
}

async function train(): Promise<void> {
  const cases = readCases().filter((one) => isForLearning(one.id));
  const groupLines = collectGroups();
  const data = await buildDataset(cases, groupLines);
  const everyone = [...cases.keys()];
  console.log(`learning from ${cases.length} cases and ${data.features.length} features`);
  const said = crossSaid(data, everyone, FOLDS);
  const values = crossValues(data, said, everyone, CALM);
  const { thresholds, crossed } = thresholdsFor(cases, data.topics, values);
  console.log(`cross-validated on the corpus, alone: ${show(crossed)}`);
  console.log(`pillars, cross-validated: ${crossPillarSense(data, everyone, FOLDS).toFixed(3)}`);
  const bytes = ship(data, learnFirst(data, everyone), learnSecond(data, said, everyone), learnPillarSense(data, everyone), CALM, thresholds, groupLines);
  console.log(`model/weights.bin: ${(bytes / 1024 / 1024).toFixed(2)} MB`);
}
