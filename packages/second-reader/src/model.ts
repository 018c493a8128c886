/** The trained reader: its weights, read from one file, and what they say about a draft. */

import { PILLARS } from "@chaperone/engine";
import type { Context, Draft, Pillar } from "@chaperone/engine";
import { unpackSections, unsqueeze } from "./container.ts";
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
  /** One score a pillar, in the engine's order. */
  pillars: LinearStage;
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
  const network: NetworkStage = {
    hidden: about.hidden,
    inward: unsqueeze(section("network inward", "i8")),
    inwardScale: about.inwardScale,
    inwardBias: section("network inward bias", "f32"),
    outward: section("network outward", "f32"),
    outwardBias: section("network outward bias", "f32"),
  };
  return { about, groups: parseGroups(groupLines), linear: linearStage("linear", section), network, pillars: linearStage("pillar", section) };
}

/** One of the linear learners, as the trainer wrote it under this name. */
export function linearStage(name: string, section: ReturnType<typeof unpackSections>["section"]): LinearStage {
  return {
    features: section(`${name} features`, "u32"),
    sparse: section(`${name} sparse`, "i8"),
    sparseScales: section(`${name} sparse scales`, "f32"),
    dense: unsqueeze(section(`${name} dense`, "i8")),
    denseScales: section(`${name} dense scales`, "f32"),
    bias: section(`${name} bias`, "f32"),
  };
}

export function opinionOf(model: Model, draft: Draft, context: Context, dense: Float32Array): Opinion {
  const reading = readFeatures(draft, context, model.groups);
  const row = rowOf(reading.sightings);
  const linear = linearScores(model.linear, row, dense);
  const network = networkScores(model.network, dense);
  const { topics, topicWeights, fineWeights } = model.about;
  const fine = chance(evidenceForFine(linear, network), fineWeights);
  const chances = topics.map((_, topic) => chance(evidenceFor(topic, linear, network, draft.surface), topicWeights[topic]!));
  return { reading, row, chances, fine };
}

/** Of whom the practice treats it knows nothing: the same words serve the same pillar everywhere. */
export function pillarOf(model: Model, draft: Draft, dense: Float32Array): Pillar {
  const scores = linearScores(model.pillars, rowOf(readFeatures(draft, { states: [] }, model.groups).sightings), dense);
  return PILLARS[scores.indexOf(Math.max(...scores))]!;
}
