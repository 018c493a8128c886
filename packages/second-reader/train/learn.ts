/** Learns both stages. The second learns from what the first says about cases that it has not seen. */

import { evidenceFor, evidenceForFine, chance } from "../src/evidence.ts";
import type { Scores } from "../src/stages.ts";
import { foldOf } from "./corpus.ts";
import type { Case } from "./corpus.ts";
import type { Dataset } from "./dataset.ts";
import { fitLinear, scoreRow } from "./linear.ts";
import type { Fit } from "./linear.ts";
import { networkScores, trainNetwork } from "./network.ts";
import type { Network } from "./network.ts";
import { fitLogistic } from "./logistic.ts";

export interface FirstStage {
  linear: Fit[];
  /** Left out where time matters more than the last point. */
  network: Network | null;
}

export interface SecondStage {
  topicWeights: number[][];
  fineWeights: number[];
}

/** What the first stage says about each case. */
export interface Said {
  linear: Scores[];
  network: Scores[];
}

const NETWORK = { hidden: 64, epochs: 8, rate: 0.002, dropout: 0.4, deafness: 0.2, decay: 0.01, seed: 3 };

export function learnFirst(data: Dataset, chosen: number[], withNetwork = true): FirstStage {
  const whole = data.labels.length - 1;
  const { weights } = data;
  const taught = [...chosen, ...chosen.flatMap((row) => data.sentences[row]!)];
  const linear = data.labels.map((labels, at) =>
    fitLinear(data.linear, labels, taught, { ...(at === whole ? { cost: 0.3, lean: 1 } : { cost: 1, lean: 2 }), passes: 8, constant: 1, weights }),
  );
  return { linear, network: withNetwork ? trainNetwork(data.network, data.labels, taught, { ...NETWORK, weights }) : null };
}

/** Every case judged by a first stage that was trained without its fold. */
export function crossSaid(data: Dataset, chosen: number[], folds: number, withNetwork = true): Said {
  const said: Said = { linear: [], network: [] };
  for (let fold = 0; fold < folds; fold++) {
    const stage = learnFirst(data, chosen.filter((row) => foldOf(data.cases[row]!.id, folds) !== fold), withNetwork);
    const rest = chosen.filter((row) => foldOf(data.cases[row]!.id, folds) === fold);
    const here = saidOf(data, stage, rest);
    for (const row of rest) {
      said.linear[row] = here.linear[row]!;
      said.network[row] = here.network[row]!;
    }
    console.log(`  fold ${fold + 1} of ${folds}`);
  }
  return said;
}

/** What a first stage says about cases that it was not trained on. */
export function saidOf(data: Dataset, stage: FirstStage, rows: number[]): Said {
  const said: Said = { linear: [], network: [] };
  for (const row of rows) {
    said.linear[row] = Float32Array.from(stage.linear, (fit) => scoreRow(data.linear, row, fit));
    said.network[row] = stage.network === null ? new Float32Array(data.labels.length) : networkScores(data.network, row, stage.network);
  }
  return said;
}

export function learnSecond(data: Dataset, said: Said, chosen: number[]): SecondStage {
  const topicWeights = data.topics.map((_, topic) => {
    const rows = chosen.filter((row) => data.labels[topic]![row] !== 0);
    const evidence = rows.map((row) => evidenceFor(topic, said.linear[row]!, said.network[row]!, data.cases[row]!.surface));
    return fitLogistic(evidence, rows.map((row) => data.labels[topic]![row] === 1));
  });
  const fine = fitLogistic(chosen.map((row) => evidenceForFine(said.linear[row]!, said.network[row]!)), chosen.map((row) => data.cases[row]!.expect.length === 0));
  return { topicWeights, fineWeights: fine };
}

/** By topic, a value for each of the chosen rows, in their order. */
export function valuesOf(stage: SecondStage, said: Said, cases: Case[], chosen: number[], calm: number): Float32Array[] {
  const fine = chosen.map((row) => chance(evidenceForFine(said.linear[row]!, said.network[row]!), stage.fineWeights));
  return stage.topicWeights.map((weights, topic) =>
    Float32Array.from(chosen, (row, at) => chance(evidenceFor(topic, said.linear[row]!, said.network[row]!, cases[row]!.surface), weights) - calm * fine[at]!),
  );
}

/** As above, but no case is judged by a second stage that has seen it. */
export function crossValues(data: Dataset, said: Said, chosen: number[], calm: number): Float32Array[] {
  const values = data.topics.map(() => new Float32Array(chosen.length));
  for (let part = 0; part < 3; part++) {
    const isHere = (row: number): boolean => foldOf(`${data.cases[row]!.id} second`, 3) === part;
    const stage = learnSecond(data, said, chosen.filter((row) => !isHere(row)));
    const places = [...chosen.keys()].filter((at) => isHere(chosen[at]!));
    valuesOf(stage, said, data.cases, places.map((at) => chosen[at]!), calm).forEach((list, topic) =>
      list.forEach((value, index) => (values[topic]![places[index]!] = value)),
    );
  }
  return values;
}
