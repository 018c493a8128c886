/** The two first-stage learners as they are shipped: weights as shares of the largest, and how large that is. */

/** A score a topic, and last a score for “something is wrong here at all”. */
export type Scores = Float32Array;

export interface LinearStage {
  /** Where the weights of a feature lie. */
  places: ReadonlyMap<number, number>;
  sparse: Float32Array;
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
  for (const [feature, value] of row) addWeights(sparse, stage.sparse, stage.places.get(feature), value);
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
  const place = stage.places.get(feature);
  return place === undefined ? 0 : stage.sparse[place * stage.bias.length + topic]! * stage.sparseScales[topic]!;
}

function addWeights(sums: Float32Array, weights: Float32Array, place: number | undefined, value: number): void {
  if (place === undefined || value === 0) return;
  const base = place * sums.length;
  for (let at = 0; at < sums.length; at++) sums[at]! += weights[base + at]! * value;
}
