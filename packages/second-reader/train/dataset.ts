/** The corpus as rows of numbers. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DENSE, denseOf } from "../src/dense.ts";
import { readFeatures, rowOf } from "../src/features.ts";
import { parseGroups } from "../src/groups.ts";
import { NETWORK_HEARS } from "../src/stages.ts";
import { ROOT } from "./corpus.ts";
import type { Case } from "./corpus.ts";
import { embedAll } from "./embedding-cache.ts";
import { rowsFrom } from "./linear.ts";
import type { Entries, Label, Rows } from "./linear.ts";

export interface Dataset {
  cases: Case[];
  topics: string[];
  /** One list a topic, and last one for “something is wrong here”. */
  labels: Label[][];
  /** Dense columns first, then one a feature, scaled by its rarity. */
  linear: Rows;
  network: Rows;
  features: number[];
  networkFeatures: number[];
  rarity: Map<number, number>;
}

const SEEN_BY_LINEAR = 2;
const SEEN_BY_NETWORK = 60;

export async function buildDataset(cases: Case[], groupLines: string): Promise<Dataset> {
  const groups = parseGroups(groupLines);
  const embeddings = await embedAll(cases.flatMap((one) => [one.text, one.inReplyTo?.text ?? ""]));
  const sparse = cases.map((one) => {
    const context = { states: [one.practice.state], specialty: one.practice.specialty };
    const row = rowOf(readFeatures({ text: one.text, surface: one.surface, inReplyTo: one.inReplyTo }, context, groups).sightings);
    return { columns: Int32Array.from(row.keys()), values: Float32Array.from(row.values()) };
  });
  const dense = cases.map((one) => denseOf(embeddings(one.text), one.inReplyTo ? embeddings(one.inReplyTo.text) : null));
  const counts = new Map<number, number>();
  for (const row of sparse) for (const feature of row.columns) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rarity = new Map([...counts].map(([feature, count]) => [feature, Math.log(cases.length / count) / 4]));
  const seen = (least: number): number[] => [...counts].filter(([, count]) => count >= least).map(([feature]) => feature).sort((a, b) => a - b);
  const [features, networkFeatures] = [seen(SEEN_BY_LINEAR), seen(SEEN_BY_NETWORK)];
  return {
    cases, features, networkFeatures, rarity, ...labelsOf(cases),
    linear: merged(sparse, dense, features, rarity, { dense: 1, sparse: 1 }),
    network: merged(sparse, dense, networkFeatures, rarity, NETWORK_HEARS),
  };
}

function labelsOf(cases: Case[]): { topics: string[]; labels: Label[][] } {
  const topics = [...new Set(cases.flatMap((one) => one.expect))].sort();
  const byTopic = topics.map((topic) => cases.map((one): Label => (one.expect.includes(topic) ? 1 : one.also.includes(topic) ? 0 : -1)));
  return { topics, labels: [...byTopic, cases.map((one): Label => (one.expect.length > 0 ? 1 : -1))] };
}

function merged(sparse: Entries[], dense: Float32Array[], features: number[], rarity: Map<number, number>, loud: { dense: number; sparse: number }): Rows {
  const columns = new Map(features.map((feature, at) => [feature, DENSE + at]));
  const entries = sparse.map((row, at): Entries => {
    const known = [...row.columns.keys()].filter((index) => columns.has(row.columns[index]!));
    const deep = [...dense[at]!.keys()].filter((index) => dense[at]![index] !== 0);
    return {
      columns: Int32Array.from([...deep, ...known.map((index) => columns.get(row.columns[index]!)!)]),
      values: Float32Array.from([
        ...deep.map((index) => dense[at]![index]! * loud.dense),
        ...known.map((index) => row.values[index]! * rarity.get(row.columns[index]!)! * loud.sparse),
      ]),
    };
  });
  return rowsFrom(entries, DENSE + features.length);
}

/** Our own groups and the rules' word lists, as one text that the trained reader keeps a copy of. */
export function collectGroups(): string {
  const own = ["groups.txt", "word-lists.txt"].map((name) => readFileSync(join(import.meta.dirname, "../src", name), "utf8").trim()).join("\n");
  const folder = join(ROOT, "rules/lexicon");
  const lists = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort().map((name) => `list-${name.slice(0, -4)}: ${entriesOf(readFileSync(join(folder, name), "utf8")).join(", ")}`);
  return [own, ...lists, ""].join("\n");
}

function entriesOf(list: string): string[] {
  const lines = list.split("\n").map((line) => line.replace(/#.*/, "")).filter((line) => !line.startsWith("@"));
  const words = lines.flatMap((line) => line.split(",")).map((word) => word.replaceAll(/[~*]/g, "").replaceAll("-", " ").trim().toLowerCase());
  return [...new Set(words.filter((word) => word !== "" && !/[<>:]/.test(word)))].sort();
}
