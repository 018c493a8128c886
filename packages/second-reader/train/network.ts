/** A small network with one hidden layer that learns all topics at once, so that rare ones profit from common ones. */

import { Adam } from "./adam.ts";
import { dice, shuffle } from "./linear.ts";
import type { Label, Rows } from "./linear.ts";

export interface Network {
  hidden: number;
  /** Column by column, `hidden` weights each. */
  inward: Float32Array;
  inwardBias: Float32Array;
  /** Topic by topic, `hidden` weights each. */
  outward: Float32Array;
  outwardBias: Float32Array;
}

export interface Schooling {
  hidden: number;
  epochs: number;
  rate: number;
  dropout: number;
  /** The share of its inputs that it does not hear, drawn anew for each batch. */
  deafness: number;
  decay: number;
  seed: number;
  weights: Float32Array;
}

const BATCH = 16;

export function trainNetwork(rows: Rows, labels: Label[][], chosen: number[], how: Schooling): Network {
  const random = dice(how.seed);
  const net = freshNetwork(rows.width, labels.length, how.hidden, random);
  const steps: Steps = { inward: new Adam(net.inward), inwardBias: new Adam(net.inwardBias), outward: new Adam(net.outward), outwardBias: new Adam(net.outwardBias) };
  const order = [...chosen];
  const hears = new Float32Array(rows.width);
  for (let epoch = 0; epoch < how.epochs; epoch++) {
    const rate = how.rate * (1 - epoch / how.epochs) + how.rate * 0.02;
    shuffle(order, random);
    for (let from = 0; from < order.length; from += BATCH) {
      for (let column = 0; column < hears.length; column++) hears[column] = random() < how.deafness ? 0 : 1 / (1 - how.deafness);
      for (const row of order.slice(from, from + BATCH)) learnFrom(rows, row, labels, net, steps, dropMask(how, random), hears, how.weights[row]!);
      steps.inward.step(rate, how.decay);
      steps.inwardBias.step(rate, 0);
      steps.outward.step(rate, how.decay);
      steps.outwardBias.step(rate, 0);
    }
  }
  return net;
}

type Steps = Record<"inward" | "inwardBias" | "outward" | "outwardBias", Adam>;

function freshNetwork(width: number, topics: number, hidden: number, random: () => number): Network {
  return {
    hidden,
    inward: Float32Array.from({ length: width * hidden }, () => (random() - 0.5) * 0.2),
    inwardBias: new Float32Array(hidden),
    outward: Float32Array.from({ length: topics * hidden }, () => (random() - 0.5) * 0.4),
    outwardBias: new Float32Array(topics).fill(-3),
  };
}

/** Units that sit a case out, so that none is relied upon alone. */
function dropMask(how: Schooling, random: () => number): Float32Array {
  return Float32Array.from({ length: how.hidden }, () => (random() < how.dropout ? 0 : 1 / (1 - how.dropout)));
}

/** Forward, then the errors back; the slopes add up until the batch is through. */
function learnFrom(rows: Rows, row: number, labels: Label[][], net: Network, steps: Steps, mask: Float32Array, hears: Float32Array, weight: number): void {
  const { hidden } = net;
  const active = new Float32Array(hidden);
  const blame = new Float32Array(hidden);
  forward(rows, row, net, active, hears);
  for (let unit = 0; unit < hidden; unit++) active[unit]! *= mask[unit]!;
  labels.forEach((list, topic) => {
    const label = list[row]!;
    if (label === 0) return;
    const error = (1 / (1 + Math.exp(-output(net, topic, active))) - (label > 0 ? 1 : 0)) * weight / BATCH;
    steps.outwardBias.slopes[topic]! += error;
    for (let unit = 0, base = topic * hidden; unit < hidden; unit++) {
      steps.outward.slopes[base + unit]! += error * active[unit]!;
      blame[unit]! += error * net.outward[base + unit]!;
    }
  });
  for (let unit = 0; unit < hidden; unit++) {
    blame[unit] = active[unit]! > 0 ? blame[unit]! * mask[unit]! : 0;
    steps.inwardBias.slopes[unit]! += blame[unit]!;
  }
  const { slopes } = steps.inward;
  for (let at = rows.starts[row]!, end = rows.starts[row + 1]!; at < end; at++) {
    const base = rows.columns[at]! * hidden;
    const value = rows.values[at]! * hears[rows.columns[at]!]!;
    if (value === 0) continue;
    for (let unit = 0; unit < hidden; unit++) slopes[base + unit]! += blame[unit]! * value;
  }
}

export function networkScores(rows: Rows, row: number, net: Network): Float32Array {
  const active = new Float32Array(net.hidden);
  forward(rows, row, net, active);
  return Float32Array.from(net.outwardBias, (_, topic) => output(net, topic, active));
}

function forward(rows: Rows, row: number, net: Network, active: Float32Array, hears?: Float32Array): void {
  active.set(net.inwardBias);
  const { hidden, inward } = net;
  for (let at = rows.starts[row]!, end = rows.starts[row + 1]!; at < end; at++) {
    const base = rows.columns[at]! * hidden;
    const value = rows.values[at]! * (hears?.[rows.columns[at]!] ?? 1);
    if (value === 0) continue;
    for (let unit = 0; unit < hidden; unit++) active[unit]! += inward[base + unit]! * value;
  }
  for (let unit = 0; unit < hidden; unit++) if (active[unit]! < 0) active[unit] = 0;
}

function output(net: Network, topic: number, active: Float32Array): number {
  let sum = net.outwardBias[topic]!;
  const base = topic * net.hidden;
  for (let unit = 0; unit < net.hidden; unit++) sum += net.outward[base + unit]! * active[unit]!;
  return sum;
}
