/** The corpus as rows of numbers. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DIMENSIONS } from "../src/embeddings.ts";
import { readFeatures, rowOf } from "../src/features.ts";
import { parseGroups } from "../src/groups.ts";
import { ROOT } from "./corpus.ts";
import type { Case } from "./corpus.ts";
import { embedAll } from "./embedding-cache.ts";
import type { Embeddings } from "./embedding-cache.ts";
import { rowsOf } from "./linear.ts";
import type { Label, Rows } from "./linear.ts";
import { sentencesOf } from "../src/sentences.ts";

export interface Dataset {
  cases: Case[];
  topics: string[];
  labels: Label[][];
  rows: Rows;
  /** The hash of each sparse column. */
  features: number[];
  rarity: Float32Array;
}

/** Our own groups and the rules' word lists, as one text that the trained reader keeps a copy of. */
export function groupSource(): string {
  const own = readFileSync(join(import.meta.dirname, "../src/groups.txt"), "utf8");
  const folder = join(ROOT, "rules/lexicon");
  const lists = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort().map((name) => {
    const entries = readFileSync(join(folder, name), "utf8").split("\n").map((line) => line.replace(/#.*/, "")).filter((line) => !line.startsWith("@"));
    const words = entries.flatMap((line) => line.split(",")).map((word) => word.trim().replaceAll(/[~*]/g, "").replaceAll("-", " ").toLowerCase());
    return `list-${name.slice(0, -4)}: ${words.filter((word) => word !== "" && !word.includes("<")).join(", ")}`;
  });
  return [own.trim(), ...lists].join("\n");
}

export const E = { text: 1, answered: 0.7, product: 0.7, peak: 0.7 };

export async function buildDataset(cases: Case[], loud = 1): Promise<Dataset> {
  const groups = parseGroups(groupSource());
  const embeddings = await embedAll(cases.flatMap((one) => [one.text, one.inReplyTo?.text ?? "", ...sentencesOf(one.text).map((s) => s.text)]));
  const sparse = cases.map((one) => {
    const context = { states: [one.practice.state], specialty: one.practice.specialty };
    return rowOf(readFeatures({ text: one.text, surface: one.surface, inReplyTo: one.inReplyTo }, context, groups).sightings);
  });
  const counts = new Map<number, number>();
  for (const row of sparse) for (const feature of row.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const features = [...counts].filter(([, count]) => count >= 2).map(([feature]) => feature);
  const columns = new Map(features.map((feature, at) => [feature, at]));
  const rarity = Float32Array.from(features, (feature) => Math.log(cases.length / counts.get(feature)!) / 4);
  const entries = sparse.map((row, at) => {
    const entry = new Map<number, number>();
    for (const [feature, value] of row) {
      const column = columns.get(feature);
      if (column !== undefined) entry.set(column, value * rarity[column]!);
    }
    if (loud > 0) denseOf(cases[at]!, embeddings).forEach((value, index) => entry.set(features.length + index, value * loud));
    return entry;
  });
  const topics = [...new Set(cases.flatMap((one) => one.expect))].sort();
  const labels = topics.map((topic) => cases.map((one): Label => (one.expect.includes(topic) ? 1 : one.also.includes(topic) ? 0 : -1)));
  return { cases, topics, labels, rows: rowsOf(entries, features.length + 4 * DIMENSIONS), features, rarity };
}

function denseOf(one: Case, embeddings: Embeddings): Float32Array {
  const dense = new Float32Array(4 * DIMENSIONS);
  const text = embeddings(one.text);
  const answered = one.inReplyTo ? embeddings(one.inReplyTo.text) : null;
  const parts = sentencesOf(one.text).map((sentence) => embeddings(sentence.text));
  for (let at = 0; at < DIMENSIONS; at++) {
    dense[at] = text[at]! * E.text;
    if (answered) {
      dense[DIMENSIONS + at] = answered[at]! * E.answered;
      dense[2 * DIMENSIONS + at] = text[at]! * answered[at]! * 16 * E.product;
    }
    dense[3 * DIMENSIONS + at] = (parts.length > 0 ? Math.max(...parts.map((part) => part[at]!)) : 0) * E.peak;
  }
  return dense;
}
