/** The two first-stage learners as they are shipped: weights as shares of the largest, and how large that is. */

import { shareOf } from "./container.ts";

/** A score a topic, and last a score for “something is wrong here at all”. */
export type Scores = Float32Array;

export interface LinearStage {
  /** In rising order: hundreds of thousands, so they are searched and not mapped. */
  features: Uint32Array;
  /** By feature, one weight an output, as it lies in the file. */
  sparse: Int8Array;
  sparseScales: Float32Array;
  dense: Float32Array;
  denseScales: Float32Array;
  bias: Float32Array;
}

/** It hears the sentence model alone: what it adds to the linear stage is another ear, not a second opinion on the same words. */
export interface NetworkStage {
  hidden: number;
  inward: Float32Array;
  inwardScale: number;
  inwardBias: Float32Array;
  outward: Float32Array;
  outwardBias: Float32Array;
}

/** How much louder than the linear stage the network hears the sentence model. */
export const NETWORK_HEARS = 3;

export function linearScores(stage: LinearStage, row: ReadonlyMap<number, number>, dense: Float32Array): Scores {
  const outputs = stage.bias.length;
  const sparse = new Float32Array(outputs);
  for (const [feature, value] of row) {
    const base = placeOf(stage.features, feature) * outputs;
    if (base >= 0) for (let at = 0; at < outputs; at++) sparse[at]! += shareOf(stage.sparse[base + at]!) * value;
  }
  const deep = new Float32Array(outputs);
  dense.forEach((value, at) => addWeights(deep, stage.dense, at, value));
  return stage.bias.map((bias, topic) => bias + sparse[topic]! * stage.sparseScales[topic]! + deep[topic]! * stage.denseScales[topic]!);
}

export function networkScores(stage: NetworkStage, dense: Float32Array): Scores {
  const { hidden } = stage;
  const sums = new Float32Array(hidden);
  dense.forEach((value, at) => addWeights(sums, stage.inward, at, value * NETWORK_HEARS));
  const active = sums.map((sum, unit) => Math.max(0, sum * stage.inwardScale + stage.inwardBias[unit]!));
  return stage.outwardBias.map((bias, topic) => active.reduce((sum, value, unit) => sum + value * stage.outward[topic * hidden + unit]!, bias));
}

/** Of each feature alone, what it adds to a topic in the linear stage: this is how the telling sentence is found. */
export function linearShare(stage: LinearStage, feature: number, topic: number): number {
  const place = placeOf(stage.features, feature);
  return place < 0 ? 0 : shareOf(stage.sparse[place * stage.bias.length + topic]!) * stage.sparseScales[topic]!;
}

/** Where a feature stands among those in rising order; -1 where it does not. */
function placeOf(features: Uint32Array, feature: number): number {
  let from = 0, to = features.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1, found = features[middle]!;
    if (found === feature) return middle;
    if (found < feature) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

function addWeights(sums: Float32Array, weights: Float32Array, place: number, value: number): void {
  if (value === 0) return;
  const base = place * sums.length;
  for (let at = 0; at < sums.length; at++) sums[at]! += weights[base + at]! * value;
}
