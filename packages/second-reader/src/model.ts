/** The trained reader: its weights, read from one file, and what they say about a draft. */

import type { Context, Draft } from "@chaperone/engine";
import { unpackSections, unsqueeze } from "./container.ts";
import { DENSE } from "./dense.ts";
import { chance, evidenceFor, evidenceForFine } from "./evidence.ts";
import { readFeatures, rowOf } from "./features.ts";
import type { Reading } from "./features.ts";
import { parseGroups } from "./groups.ts";
import type { Groups } from "./groups.ts";
import { linearScores, networkScores } from "./stages.ts";
import type { LinearStage, NetworkStage } from "./stages.ts";

/** What the file says about itself. */
export interface About {
  topics: string[];
  hidden: number;
  inwardScale: number;
  /** How much the chance that the text is fine as it is holds a question back. */
  calm: number;
  /** A question is raised from this upward. */
  thresholds: number[];
  topicWeights: number[][];
  fineWeights: number[];
}

export interface Model {
  about: About;
  groups: Groups;
  linear: LinearStage;
  network: NetworkStage;
}

export interface Opinion {
  reading: Reading;
  row: ReadonlyMap<number, number>;
  /** By topic, how likely it is that a careful reader would want it flagged. */
  chances: number[];
  /** How likely the text is fine as it is. */
  fine: number;
}

export function loadModel(bytes: Uint8Array, groupLines: string): Model {
  const { about: raw, section } = unpackSections(bytes);
  const about = raw as About;
  const linear: LinearStage = {
    places: placesOf(section("linear features", "u32"), 0),
    sparse: unsqueeze(section("linear sparse", "i8")),
    sparseScales: section("linear sparse scales", "f32"),
    dense: unsqueeze(section("linear dense", "i8")),
    denseScales: section("linear dense scales", "f32"),
    bias: section("linear bias", "f32"),
  };
  const network: NetworkStage = {
    hidden: about.hidden,
    places: placesOf(section("network features", "u32"), DENSE),
    inward: unsqueeze(section("network inward", "i8")),
    inwardScale: about.inwardScale,
    inwardBias: section("network inward bias", "f32"),
    outward: section("network outward", "f32"),
    outwardBias: section("network outward bias", "f32"),
  };
  return { about, groups: parseGroups(groupLines), linear, network };
}

export function opinionOf(model: Model, draft: Draft, context: Context, dense: Float32Array): Opinion {
  const reading = readFeatures(draft, context, model.groups);
  const row = rowOf(reading.sightings);
  const linear = linearScores(model.linear, row, dense);
  const network = networkScores(model.network, row, dense);
  const { topics, topicWeights, fineWeights } = model.about;
  const fine = chance(evidenceForFine(linear, network), fineWeights);
  const chances = topics.map((_, topic) => chance(evidenceFor(topic, linear, network, draft.surface), topicWeights[topic]!));
  return { reading, row, chances, fine };
}

function placesOf(features: Uint32Array, from: number): Map<number, number> {
  return new Map([...features].map((feature, at) => [feature, from + at]));
}
