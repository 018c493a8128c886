/** A small network with one hidden layer that learns all topics at once, so that rare ones profit from common ones. */

import { dice } from "./linear.ts";
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
  decay: number;
  seed: number;
}

const BATCH = 16;

export function trainNetwork(rows: Rows, labels: Label[][], chosen: number[], how: Schooling): Network {
  const random = dice(how.seed);
  const topics = labels.length;
  const { hidden } = how;
  const net: Network = {
    hidden,
    inward: Float32Array.from({ length: rows.width * hidden }, () => (random() - 0.5) * 0.2),
    inwardBias: new Float32Array(hidden),
    outward: Float32Array.from({ length: topics * hidden }, () => (random() - 0.5) * 0.4),
    outwardBias: new Float32Array(topics).fill(-3),
  };
  const parts = [net.inward, net.inwardBias, net.outward, net.outwardBias].map((values) => new Adam(values));
  const [inward, inwardBias, outward, outwardBias] = parts as [Adam, Adam, Adam, Adam];
  const order = [...chosen];
  const active = new Float32Array(hidden);
  const mask = new Float32Array(hidden);
  const blame = new Float32Array(hidden);
  for (let epoch = 0; epoch < how.epochs; epoch++) {
    const rate = how.rate * (1 - epoch / how.epochs) + how.rate * 0.02;
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      for (const row of batch) {
        for (let unit = 0; unit < hidden; unit++) mask[unit] = random() < how.dropout ? 0 : 1 / (1 - how.dropout);
        forward(rows, row, net, active);
        blame.fill(0);
        for (let unit = 0; unit < hidden; unit++) active[unit]! *= mask[unit]!;
        for (let topic = 0; topic < topics; topic++) {
          const label = labels[topic]![row]!;
          if (label === 0) continue;
          const error = (1 / (1 + Math.exp(-output(net, topic, active))) - (label > 0 ? 1 : 0)) / BATCH;
          outwardBias.slopes[topic]! += error;
          const base = topic * hidden;
          for (let unit = 0; unit < hidden; unit++) {
            outward.slopes[base + unit]! += error * active[unit]!;
            blame[unit]! += error * net.outward[base + unit]!;
          }
        }
        for (let unit = 0; unit < hidden; unit++) {
          blame[unit] = active[unit]! > 0 ? blame[unit]! * mask[unit]! : 0;
          inwardBias.slopes[unit]! += blame[unit]!;
        }
        const slopes = inward.slopes;
        for (let at = rows.starts[row]!, end = rows.starts[row + 1]!; at < end; at++) {
          const base = rows.columns[at]! * hidden;
          const value = rows.values[at]!;
          for (let unit = 0; unit < hidden; unit++) slopes[base + unit]! += blame[unit]! * value;
        }
      }
      inward.step(rate, how.decay);
      inwardBias.step(rate, 0);
      outward.step(rate, how.decay);
      outwardBias.step(rate, 0);
    }
  }
  return net;
}

export function networkScores(rows: Rows, row: number, net: Network): Float32Array {
  const active = new Float32Array(net.hidden);
  forward(rows, row, net, active);
  return Float32Array.from(net.outwardBias, (_, topic) => output(net, topic, active));
}

function forward(rows: Rows, row: number, net: Network, active: Float32Array): void {
  active.set(net.inwardBias);
  const { hidden, inward } = net;
  for (let at = rows.starts[row]!, end = rows.starts[row + 1]!; at < end; at++) {
    const base = rows.columns[at]! * hidden;
    const value = rows.values[at]!;
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

/** Adam with weight decay kept apart from the slopes. */
class Adam {
  readonly slopes: Float32Array;
  private readonly values: Float32Array;
  private readonly first: Float32Array;
  private readonly second: Float32Array;
  private steps = 0;

  constructor(values: Float32Array) {
    this.values = values;
    this.slopes = new Float32Array(values.length);
    this.first = new Float32Array(values.length);
    this.second = new Float32Array(values.length);
  }

  step(rate: number, decay: number): void {
    this.steps++;
    const { values, slopes, first, second } = this;
    const scale = (rate * Math.sqrt(1 - 0.999 ** this.steps)) / (1 - 0.9 ** this.steps);
    const shrink = 1 - rate * decay;
    for (let at = 0; at < values.length; at++) {
      const slope = slopes[at]!;
      const one = (first[at] = 0.9 * first[at]! + 0.1 * slope);
      const two = (second[at] = 0.999 * second[at]! + 0.001 * slope * slope);
      values[at] = values[at]! * shrink - (scale * one) / (Math.sqrt(two) + 1e-8);
      slopes[at] = 0;
    }
  }
}
