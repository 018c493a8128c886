/** The corpus as rows of numbers. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DENSE, denseOf } from "../src/dense.ts";
import { readFeatures, rowOf } from "../src/features.ts";
import { parseGroups } from "../src/groups.ts";
import { sentencesOf } from "../src/sentences.ts";
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
  /** By case, the rows of its single sentences; they lie after those of all cases, and there are none where it is one sentence. */
  sentences: number[][];
  /** How much each row counts in learning. */
  weights: Float32Array;
  /** Dense columns first, then one a feature, scaled by its rarity. */
  linear: Rows;
  /** Dense columns alone. */
  network: Rows;
  features: number[];
  rarity: Map<number, number>;
}

const SEEN_BY_LINEAR = 2;
/** A sentence of a text without a topic is a text without it too. Each counts little, as there are many. */
const SENTENCE = 0.1;

export async function buildDataset(cases: Case[], groupLines: string): Promise<Dataset> {
  const groups = parseGroups(groupLines);
  const sentences: number[][] = [];
  let next = cases.length;
  const parts = cases.flatMap((one, at) => {
    const own = sentencesOf(one.text);
    const found = own.length > 1 ? own.map(({ text }) => ({ ...one, text, at })) : [];
    sentences.push(found.map(() => next++));
    return found;
  });
  const texts = [...cases, ...parts];
  const embeddings = await embedAll(texts.flatMap((one) => [one.text, one.inReplyTo?.text ?? ""]));
  const sparse = texts.map((one) => {
    const context = { states: [one.practice.state], specialty: one.practice.specialty };
    const row = rowOf(readFeatures({ text: one.text, surface: one.surface, inReplyTo: one.inReplyTo }, context, groups).sightings);
    return { columns: Int32Array.from(row.keys()), values: Float32Array.from(row.values()) };
  });
  const dense = texts.map((one) => denseOf(embeddings(one.text), one.inReplyTo ? embeddings(one.inReplyTo.text) : null));
  const counts = new Map<number, number>();
  for (const row of sparse.slice(0, cases.length)) for (const feature of row.columns) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rarity = new Map([...counts].map(([feature, count]) => [feature, Math.log(cases.length / count) / 4]));
  const features = [...counts].filter(([, count]) => count >= SEEN_BY_LINEAR).map(([feature]) => feature).sort((a, b) => a - b);
  const { topics, labels } = labelsOf(cases);
  return {
    cases, features, rarity, topics, sentences,
    labels: labels.map((list) => [...list, ...parts.map(({ at }): Label => (list[at] === -1 ? -1 : 0))]),
    weights: Float32Array.from(texts, (_, at) => (at < cases.length ? 1 : SENTENCE)),
    linear: merged(sparse, dense, features, rarity),
    network: rowsFrom(dense.map((values) => entriesOf(values, NETWORK_HEARS)), DENSE),
  };
}

function labelsOf(cases: Case[]): { topics: string[]; labels: Label[][] } {
  const topics = [...new Set(cases.flatMap((one) => one.expect))].sort();
  const byTopic = topics.map((topic) => cases.map((one): Label => (one.expect.includes(topic) ? 1 : one.also.includes(topic) ? 0 : -1)));
  return { topics, labels: [...byTopic, cases.map((one): Label => (one.expect.length > 0 ? 1 : -1))] };
}

function entriesOf(values: Float32Array, loud: number): Entries {
  const columns = Int32Array.from([...values.keys()].filter((at) => values[at] !== 0));
  return { columns, values: Float32Array.from(columns, (at) => values[at]! * loud) };
}

function merged(sparse: Entries[], dense: Float32Array[], features: number[], rarity: Map<number, number>): Rows {
  const places = new Map(features.map((feature, at) => [feature, DENSE + at]));
  const entries = sparse.map((row, at): Entries => {
    const known = [...row.columns.keys()].filter((index) => places.has(row.columns[index]!)), deep = entriesOf(dense[at]!, 1);
    return {
      columns: Int32Array.from([...deep.columns, ...known.map((index) => places.get(row.columns[index]!)!)]),
      values: Float32Array.from([...deep.values, ...known.map((index) => row.values[index]! * rarity.get(row.columns[index]!)!)]),
    };
  });
  return rowsFrom(entries, DENSE + features.length);
}

/** Our own groups and the rules' word lists, as one text that the trained reader keeps a copy of. */
export function collectGroups(): string {
  const own = ["groups.txt", "word-lists.txt"].map((name) => readFileSync(join(import.meta.dirname, "../src", name), "utf8").trim()).join("\n");
  const folder = join(ROOT, "rules/lexicon");
  const lists = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort().map((name) => `list-${name.slice(0, -4)}: ${wordsIn(readFileSync(join(folder, name), "utf8")).join(", ")}`);
  return [own, ...lists, ""].join("\n");
}

function wordsIn(list: string): string[] {
  const lines = list.split("\n").map((line) => line.replace(/#.*/, "")).filter((line) => !line.startsWith("@"));
  const words = lines.flatMap((line) => line.split(",")).map((word) => word.replaceAll(/[~*]/g, "").replaceAll("-", " ").trim().toLowerCase());
  return [...new Set(words.filter((word) => word !== "" && !/[<>:]/.test(word)))].sort();
}
