/** A softmax over words and pairs of words, small enough to ship as a table. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pillar, Surface } from "@chaperone/engine";
import type { Case } from "./corpus.ts";
import { fitLinear, rowsOf } from "./linear.ts";

export const PILLAR_ORDER: readonly Pillar[] = ["promotional", "educational", "appreciation", "community"];

export interface PillarTable {
  words: Record<string, number[]>;
  bias: number[];
  surface: Record<string, number[]>;
}

const COST = 0.3;
/** A group's weight is learned in the same breath as its words' own; this says how readily. */
const GROUP_VALUE = 0.5;
const RARE = 2;

/** Lower-case, accents folded, apostrophes gone, split on whatever is no letter or digit. */
export function plainWords(text: string): string[] {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’‘`]/g, "");
  return folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** Each distinct word and pair of neighbours, once. */
export function termsOf(text: string): string[] {
  const words = plainWords(text);
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return [...new Set([...words, ...pairs])];
}

export function scores(table: PillarTable, text: string, surface: Surface): number[] {
  const sums = [...table.bias];
  const add = (weights: number[] | undefined): void => weights?.forEach((weight, at) => (sums[at]! += weight));
  add(table.surface[surface]);
  for (const term of termsOf(text)) add(Object.hasOwn(table.words, term) ? table.words[term] : undefined);
  return sums;
}

export function bestPillar(table: PillarTable, text: string, surface: Surface): Pillar {
  const sums = scores(table, text, surface);
  return PILLAR_ORDER[sums.indexOf(Math.max(...sums))]!;
}

/** Learns twice: once over all terms to see which matter, then over those alone, so that the few carry the load. */
export function learnPillars(cases: Case[], size: number): PillarTable {
  const groups = readGroups();
  const counts = new Map<string, number>();
  for (const one of cases) for (const term of termsOf(one.text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const all = [...counts].filter(([, count]) => count >= RARE).map(([term]) => term);
  const first = fit(cases, all, groups);
  const worth = (term: string): number => spread(first.words[term]!) * Math.sqrt(counts.get(term) ?? 0.3);
  const kept = Object.keys(first.words).sort((a, b) => worth(b) - worth(a)).slice(0, size);
  return rounded(keepOnly(fit(cases, kept.filter((term) => counts.has(term)), groups), kept));
}

/** Every word of `pillar-groups.txt` with the names of its groups. */
function readGroups(): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const line of readFileSync(join(import.meta.dirname, "pillar-groups.txt"), "utf8").split("\n")) {
    const [name, words] = line.split(": ");
    if (line.startsWith("#") || words === undefined) continue;
    for (const word of new Set(words.split(", "))) groups.set(word, [...(groups.get(word) ?? []), name!]);
  }
  return groups;
}

function keepOnly(table: PillarTable, terms: string[]): PillarTable {
  return { ...table, words: Object.fromEntries(terms.flatMap((term) => (table.words[term] ? [[term, table.words[term]]] : []))) };
}

function spread(weights: number[]): number {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return Math.hypot(...weights.map((weight) => weight - mean));
}

/** One learner a pillar, in which a word speaks with its own weight and with those of its groups. */
function fit(cases: Case[], terms: string[], groups: Map<string, string[]>): PillarTable {
  const names = [...terms, ...new Set([...groups.values()].flat().map((name) => `group ${name}`)), "surface post", "surface caption", "bias"];
  const columns = new Map(names.map((name, at) => [name, at]));
  const counts = new Map<string, number>();
  for (const one of cases) for (const term of termsOf(one.text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rarity = (term: string): number => Math.log(cases.length / (counts.get(term) ?? 1)) / 4;
  const rows = rowsOf(cases.map((one) => entriesOf(one, columns, groups, rarity)), names.length);
  const everyone = cases.map((_, at) => at);
  const how = { cost: COST, lean: 1, passes: 15, constant: 0 };
  const fits = PILLAR_ORDER.map((pillar) => fitLinear(rows, cases.map((one) => (one.pillar === pillar ? 1 : -1)), everyone, how));
  const weigh = (name: string): number[] => fits.map((one) => (columns.has(name) ? one.weights[columns.get(name)!]! : 0));
  const total = (term: string): number[] => {
    const sums = weigh(term).map((weight) => weight * rarity(term));
    for (const name of groups.get(term) ?? []) weigh(`group ${name}`).forEach((weight, at) => (sums[at]! += weight * GROUP_VALUE));
    return sums;
  };
  const words = Object.fromEntries([...new Set([...terms, ...groups.keys()])].map((term) => [term, total(term)]));
  return { words, bias: weigh("bias"), surface: { post: weigh("surface post"), caption: weigh("surface caption") } };
}

/** A long text says more words but not more; all its entries, the constant too, shrink alike, so a plain sum decides the same. */
function entriesOf(one: Case, columns: Map<string, number>, groups: Map<string, string[]>, rarity: (term: string) => number): Map<number, number> {
  const terms = termsOf(one.text);
  const shrink = 2 / Math.sqrt(terms.length + 1);
  const entries = new Map<number, number>();
  const add = (name: string, value: number): void => {
    const column = columns.get(name);
    if (column !== undefined) entries.set(column, (entries.get(column) ?? 0) + value * shrink);
  };
  for (const term of terms) {
    add(term, rarity(term));
    for (const name of groups.get(term) ?? []) add(`group ${name}`, GROUP_VALUE);
  }
  add(`surface ${one.surface}`, 1);
  add("bias", 1);
  return entries;
}

function rounded(table: PillarTable): PillarTable {
  const round = (weights: number[]): number[] => weights.map((weight) => Math.round(weight * 100) / 100 + 0);
  const each = (record: Record<string, number[]>): Record<string, number[]> =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, weights]) => [key, round(weights)]));
  return { words: each(table.words), bias: round(table.bias), surface: each(table.surface) };
}
