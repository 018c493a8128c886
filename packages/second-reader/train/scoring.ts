/** The scorer of `eval/README.md`, and the thresholds that do best by it. */

import type { Case } from "./corpus.ts";

export interface Figures {
  precision: number;
  recall: number;
  f1: number;
  clean: number;
}

/** What a checker raised for each case. */
export function score(cases: Case[], raised: ReadonlySet<string>[]): Figures {
  let hits = 0;
  let misses = 0;
  let alarms = 0;
  let fine = 0;
  let clean = 0;
  cases.forEach((one, at) => {
    const wrong = [...raised[at]!].filter((topic) => !one.expect.includes(topic) && !one.also.includes(topic)).length;
    const right = one.expect.filter((topic) => raised[at]!.has(topic)).length;
    hits += right;
    misses += one.expect.length - right;
    alarms += wrong;
    if (one.expect.length === 0) {
      fine++;
      if (wrong === 0) clean++;
    }
  });
  return { precision: hits / Math.max(1, hits + alarms), recall: hits / Math.max(1, hits + misses), f1: (2 * hits) / Math.max(1, 2 * hits + misses + alarms), clean: clean / Math.max(1, fine) };
}

export function scoreTopic(cases: Case[], raised: ReadonlySet<string>[], topic: string): Omit<Figures, "clean"> & { cases: number } {
  const counted = [...cases.keys()].filter((at) => !cases[at]!.also.includes(topic));
  const wanted = counted.filter((at) => cases[at]!.expect.includes(topic)).length;
  const given = counted.filter((at) => raised[at]!.has(topic)).length;
  const hits = counted.filter((at) => raised[at]!.has(topic) && cases[at]!.expect.includes(topic)).length;
  return { cases: wanted, precision: hits / Math.max(1, given), recall: hits / Math.max(1, wanted), f1: (2 * hits) / Math.max(1, given + wanted) };
}

export function show(figures: Figures): string {
  const two = (value: number): string => value.toFixed(3);
  return `micro F1 ${two(figures.f1)}, precision ${two(figures.precision)}, recall ${two(figures.recall)}, clean ${two(figures.clean)}`;
}

/**
 * Topic by topic, the threshold at which the whole does best while fine texts stay undisturbed;
 * `base` is what the rules have raised already.
 */
export function chooseThresholds(cases: Case[], topics: string[], scores: Float32Array[], base: ReadonlySet<string>[], cleanFloor: number): number[] {
  const thresholds = topics.map(() => Infinity);
  let best: number[] = thresholds;
  let bestF1 = -1;
  for (let price = 0; price <= 3.01; price += 0.1) {
    const tried = topics.map((topic, at) => bestThreshold(cases, topic, scores[at]!, base, price));
    const figures = score(cases, raise(topics, scores, tried, base));
    if (figures.clean >= cleanFloor && figures.f1 > bestF1) {
      bestF1 = figures.f1;
      best = tried;
    }
  }
  return best;
}

export function raise(topics: string[], scores: Float32Array[], thresholds: number[], base: ReadonlySet<string>[]): Set<string>[] {
  return base.map((held, row) => new Set([...held, ...topics.filter((_, at) => scores[at]![row]! >= thresholds[at]!)]));
}

/** A hit is worth 1 − F/2, an alarm costs F/2, and one that disturbs a fine text costs its price on top. */
function bestThreshold(cases: Case[], topic: string, scores: Float32Array, base: ReadonlySet<string>[], price: number): number {
  const half = 0.36;
  const open = cases.map((_, at) => at).filter((at) => !base[at]!.has(topic) && !cases[at]!.also.includes(topic));
  open.sort((a, b) => scores[b]! - scores[a]!);
  let gain = 0;
  let most = 0;
  let threshold = Infinity;
  open.forEach((row, rank) => {
    const one = cases[row]!;
    const fine = one.expect.length === 0 && base[row]!.size === 0;
    gain += one.expect.includes(topic) ? 1 - half : -half - (fine ? price : 0);
    if (gain > most) {
      most = gain;
      const next = open[rank + 1];
      threshold = next === undefined ? scores[row]! : (scores[row]! + scores[next]!) / 2;
    }
  });
  return threshold;
}
