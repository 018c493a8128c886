/** Turns what was learned into the small file that is checked in. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packSections, squeeze } from "../src/container.ts";
import { DENSE } from "../src/dense.ts";
import type { About } from "../src/model.ts";
import type { Dataset } from "./dataset.ts";
import type { FirstStage, SecondStage } from "./learn.ts";
import type { Fit } from "./linear.ts";

const FOLDER = join(import.meta.dirname, "../model");

export function ship(data: Dataset, first: FirstStage, second: SecondStage, pillars: Fit[], calm: number, thresholds: number[], groupLines: string): number {
  const { network } = first;
  if (network === null) throw new Error("Only a reader with its network is shipped.");
  const inwardScale = network.inward.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const about: About = { topics: data.topics, hidden: network.hidden, inwardScale, calm, thresholds, ...second };
  const bytes = packSections(about, {
    ...shrunkLinear("linear", data, first.linear),
    ...shrunkLinear("pillar", data, pillars),
    "network inward": Int8Array.from(network.inward, (weight) => squeeze(weight, inwardScale)),
    "network inward bias": network.inwardBias,
    "network outward": network.outward,
    "network outward bias": network.outwardBias,
  });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "weights.bin"), bytes);
  writeFileSync(join(FOLDER, "groups.txt"), groupLines);
  return bytes.length;
}

/** All features but those that weigh nothing in eight bits. The light ones are many, and together they decide: without them the figures fall by 0.03. */
export function shrunkLinear(name: string, data: Pick<Dataset, "features" | "rarity">, fits: Fit[]): Record<string, Int8Array | Uint32Array | Float32Array> {
  const all = quantised(fits.map((fit) => Float32Array.from(data.features, (feature, at) => fit.weights[DENSE + at]! * data.rarity.get(feature)!)));
  const speaks = (at: number): boolean => fits.some((_, output) => all.values[at * fits.length + output] !== 0);
  const kept = [...data.features.keys()].filter(speaks);
  const dense = quantised(fits.map((fit) => fit.weights.slice(0, DENSE)));
  return {
    [`${name} features`]: Uint32Array.from(kept, (at) => data.features[at]!),
    [`${name} sparse`]: Int8Array.from(kept.flatMap((at) => [...all.values.subarray(at * fits.length, (at + 1) * fits.length)])),
    [`${name} sparse scales`]: all.scales,
    [`${name} dense`]: dense.values,
    [`${name} dense scales`]: dense.scales,
    [`${name} bias`]: Float32Array.from(fits, (fit) => fit.bias),
  };
}

/** Column by column, one small number an output. */
function quantised(outputs: Float32Array[]): { values: Int8Array; scales: Float32Array } {
  const scales = Float32Array.from(outputs, (weights) => weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9));
  const values = new Int8Array(outputs[0]!.length * outputs.length);
  outputs.forEach((weights, output) => weights.forEach((weight, at) => (values[at * outputs.length + output] = squeeze(weight, scales[output]!))));
  return { values, scales };
}
