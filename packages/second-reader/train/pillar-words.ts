/** Learners over the cues of the engine, small enough to ship as a table. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PILLARS, eachCue, wordsOf } from "@chaperone/engine";
import type { Pack, PillarWeights } from "@chaperone/engine";
import type { Case } from "./corpus.ts";
import { ROOT } from "./corpus.ts";
import { fitLinear, rowsOf } from "./linear.ts";

export interface Example { one: Case; cues: string[] }

export interface Settings {
  cost: number;
  /** How readily a group's weight is learned. */
  group: number;
  /** How much rarer cues speak louder. */
  rarity: number;
  size: number;
}

const RARE = 2;
/** A long cue costs more bytes, so it must be worth more. */
const LENGTH = 0.7;
/** Points a unit of weight, and the most points that a letter holds. */
const SCALE = 6, MOST = 12;
const LETTER = "M".charCodeAt(0);

export function examplesOf(cases: Case[], pack: Pack): Example[] {
  return cases.map((one) => {
    const cues = new Set<string>();
    eachCue(one.text, pack, (cue) => cues.add(cue));
    return { one, cues: [...cues] };
  });
}

/** Every entry of `rules/pillars/` with the names of its groups. */
export function readGroups(): Map<string, string[]> {
  const groups = new Map<string, string[]>(), folder = join(ROOT, "rules/pillars");
  for (const file of readdirSync(folder)) for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
    const [name, entries] = line.split(": ");
    if (line.startsWith("#") || entries === undefined) continue;
    for (const entry of new Set(entries.split(", ").map((written) => wordsOf(written).join(" ")))) groups.set(entry, [...(groups.get(entry) ?? []), name!]);
  }
  return groups;
}

/** Learns twice: once over all cues to see which matter, then over those alone, so that the few carry the load. */
export function learnPillars(examples: Example[], groups: Map<string, string[]>, how: Settings): PillarWeights {
  const counts = new Map<string, number>();
  for (const { cues } of examples) for (const cue of cues) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  const all = [...counts].filter(([cue, count]) => count >= RARE && !/[,"\\]/.test(cue)).map(([cue]) => cue);
  const first = fit(examples, all, counts, groups, how);
  const worth = new Map([...first.words].map(([cue, weights]) => [cue, spread(weights) * Math.sqrt(counts.get(cue) ?? 0.3) / (cue.length + 4) ** LENGTH]));
  const kept = [...worth.keys()].sort((a, b) => worth.get(b)! - worth.get(a)!).slice(0, how.size);
  const last = fit(examples, kept.filter((cue) => counts.has(cue)), counts, groups, how);
  return written({ ...last, words: new Map(kept.flatMap((cue) => (last.words.has(cue) ? [[cue, last.words.get(cue)!]] : []))) });
}

interface Weights { words: Map<string, number[]>; bias: number[]; surface: Record<string, number[]> }

function spread(weights: number[]): number {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return Math.hypot(...weights.map((weight) => weight - mean));
}

/** One learner a pillar, in which a cue speaks with its own weight and with those of its groups. */
function fit(examples: Example[], cues: string[], counts: Map<string, number>, groups: Map<string, string[]>, how: Settings): Weights {
  const columns = new Map([...cues, ...new Set([...groups.values()].flat().map((name) => `group ${name}:`)), "surface:post", "surface:caption", "bias:"].map((name, at) => [name, at]));
  const rarity = (cue: string): number => (Math.log(examples.length / (counts.get(cue) ?? 1)) / 4) ** how.rarity;
  const rows = rowsOf(examples.map((example) => entriesOf(example, columns, groups, rarity, how.group)), columns.size);
  const everyone = examples.map((_, at) => at), fitting = { cost: how.cost, lean: 1, passes: 15, constant: 0 };
  const fits = PILLARS.map((pillar) => fitLinear(rows, examples.map(({ one }) => (one.pillar === pillar ? 1 : -1)), everyone, fitting));
  const weigh = (name: string): number[] => fits.map((one) => (columns.has(name) ? one.weights[columns.get(name)!]! : 0));
  const total = (cue: string): number[] => {
    const sums = weigh(cue).map((weight) => weight * rarity(cue));
    for (const name of groups.get(cue) ?? []) weigh(`group ${name}:`).forEach((weight, at) => (sums[at]! += weight * how.group));
    return sums;
  };
  const words = new Map([...new Set([...cues, ...groups.keys()])].map((cue) => [cue, total(cue)]));
  return { words, bias: weigh("bias:"), surface: { post: weigh("surface:post"), caption: weigh("surface:caption") } };
}

/** A long text says more cues but not more; all its entries, the constant too, shrink alike, so a plain sum decides the same. */
function entriesOf({ one, cues }: Example, columns: Map<string, number>, groups: Map<string, string[]>, rarity: (cue: string) => number, group: number): Map<number, number> {
  const shrink = 3 / Math.sqrt(cues.length + 1), entries = new Map<number, number>();
  const add = (name: string, value: number): void => {
    const column = columns.get(name);
    if (column !== undefined) entries.set(column, (entries.get(column) ?? 0) + value * shrink);
  };
  for (const cue of cues) {
    add(cue, rarity(cue));
    for (const name of groups.get(cue) ?? []) add(`group ${name}:`, group);
  }
  add(`surface:${one.surface}`, 1);
  add("bias:", 1);
  return entries;
}

function written({ words, bias, surface }: Weights): PillarWeights {
  const points = (weights: number[]): number[] => weights.map((weight) => Math.round(weight * SCALE) + 0);
  const byLetters = new Map<string, string[]>();
  for (const [cue, weights] of words) {
    const letters = points(weights).map((point) => String.fromCharCode(LETTER + Math.max(-MOST, Math.min(MOST, point)))).join("");
    if (letters !== "MMMM") byLetters.set(letters, [...(byLetters.get(letters) ?? []), cue]);
  }
  const sorted = [...byLetters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([letters, cues]) => [letters, cues.sort().join(",")]);
  return { words: Object.fromEntries(sorted), bias: points(bias), surface: Object.fromEntries(Object.entries(surface).map(([name, weights]) => [name, points(weights)])) };
}
