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
/** More features than this add bytes and no figures. */
const KEPT = { topics: 110_000, pillars: 40_000 };

export function ship(data: Dataset, first: FirstStage, second: SecondStage, pillars: Fit[], calm: number, thresholds: number[], groupLines: string): number {
  const { network } = first;
  if (network === null) throw new Error("Only a reader with its network is shipped.");
  const inwardScale = network.inward.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const about: About = { topics: data.topics, hidden: network.hidden, inwardScale, calm, thresholds, ...second };
  const bytes = packSections(about, {
    ...shrunkLinear("linear", data, first.linear, KEPT.topics),
    ...shrunkLinear("pillar", data, pillars, KEPT.pillars),
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

function shrunkLinear(name: string, data: Dataset, fits: Fit[], most: number): Record<string, Int8Array | Uint32Array | Float32Array> {
  const weightOf = (fit: Fit, at: number): number => fit.weights[DENSE + at]! * data.rarity.get(data.features[at]!)!;
  const worth = Float32Array.from(data.features, (_, at) => fits.reduce((largest, fit) => Math.max(largest, Math.abs(weightOf(fit, at))), 0));
  const kept = [...data.features.keys()].sort((a, b) => worth[b]! - worth[a]!).slice(0, most).sort((a, b) => a - b);
  const sparse = quantised(fits.map((fit) => Float32Array.from(kept, (at) => weightOf(fit, at))));
  const dense = quantised(fits.map((fit) => fit.weights.slice(0, DENSE)));
  return {
    [`${name} features`]: Uint32Array.from(kept, (at) => data.features[at]!),
    [`${name} sparse`]: sparse.values,
    [`${name} sparse scales`]: sparse.scales,
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
