import type { CaseResult } from "../cases/case.ts";
import type { Labels } from "./labels.ts";

export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

export interface Measure extends Counts {
  precision: number;
  recall: number;
  f1: number;
}

export interface Score {
  cases: number;
  topics: Record<string, Measure>;
  micro: Measure;
  macroF1: number;
  clean: Share;
  caught: Share;
  pillars: Share;
}

export interface Share {
  of: number;
  are: number;
  share: number;
}

export interface Difference {
  missed: string[];
  wrong: string[];
}

/** The topics on which a case is held; notes hold nothing and do not count. */
export function heldTopics({ findings }: CaseResult): Set<string> {
  return new Set(findings.filter(({ severity }) => severity !== "note").map(({ topic }) => topic));
}

export function differenceOf(labels: Labels, result: CaseResult): Difference {
  const held = heldTopics(result);
  return {
    missed: labels.expect.filter((topic) => !held.has(topic)),
    wrong: [...held].filter((topic) => !labels.expect.includes(topic) && !labels.also.includes(topic)),
  };
}

/** Adds up cases one by one, so that a million of them need no memory. The definitions stand in eval/README.md. */
export class Scorer {
  private cases = 0;
  private readonly topics = new Map<string, Counts>();
  private readonly clean = { of: 0, are: 0 };
  private readonly caught = { of: 0, are: 0 };
  private readonly pillars = { of: 0, are: 0 };

  add(labels: Labels, result: CaseResult): void {
    const { missed, wrong } = differenceOf(labels, result);
    // A topic in both lists counts for neither side.
    const counts = (topic: string): boolean => !labels.also.includes(topic);
    for (const topic of labels.expect.filter(counts)) this.of(topic)[missed.includes(topic) ? "missed" : "right"] += 1;
    for (const topic of wrong) this.of(topic).wrong += 1;
    this.cases += 1;
    if (labels.expect.length === 0) tick(this.clean, wrong.length === 0);
    else tick(this.caught, missed.length < labels.expect.length);
    if (labels.pillar !== null) tick(this.pillars, result.pillar === labels.pillar);
  }

  score(): Score {
    const names = [...this.topics.keys()].sort();
    const topics = Object.fromEntries(names.map((name) => [name, measure(this.topics.get(name)!)]));
    const judged = Object.values(topics).filter(({ right, missed }) => right + missed > 0);
    return {
      cases: this.cases,
      topics,
      micro: measure(sum(Object.values(topics))),
      macroF1: judged.length === 0 ? 0 : judged.reduce((total, { f1 }) => total + f1, 0) / judged.length,
      clean: share(this.clean),
      caught: share(this.caught),
      pillars: share(this.pillars),
    };
  }

  private of(topic: string): Counts {
    let counts = this.topics.get(topic);
    if (!counts) this.topics.set(topic, counts = { right: 0, wrong: 0, missed: 0 });
    return counts;
  }
}

function tick(counter: { of: number; are: number }, is: boolean): void {
  counter.of += 1;
  if (is) counter.are += 1;
}

function share({ of, are }: { of: number; are: number }): Share {
  return { of, are, share: ratio(are, of) };
}

function sum(all: Counts[]): Counts {
  return all.reduce((total, { right, wrong, missed }) => ({ right: total.right + right, wrong: total.wrong + wrong, missed: total.missed + missed }), { right: 0, wrong: 0, missed: 0 });
}

function measure({ right, wrong, missed }: Counts): Measure {
  const precision = ratio(right, right + wrong);
  const recall = ratio(right, right + missed);
  return { right, wrong, missed, precision, recall, f1: ratio(2 * right, 2 * right + wrong + missed) };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
