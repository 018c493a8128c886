import type { Finding, Verdict } from "../desk.ts";
import { monthOf } from "./date.ts";
import type { Published } from "./published.ts";

export type Counts = Record<Verdict, number>;

export interface Judged {
  published: Published;
  verdict: Verdict;
  findings: Finding[];
}

/** Adds up an audit and keeps the worst texts; the rest is only counted, so that any export fits in memory. */
export class Ledger {
  readonly counts: Counts = { stop: 0, question: 0, clear: 0 };
  readonly topics = new Map<string, Counts>();
  readonly months = new Map<string, Counts>();
  readonly problems: string[] = [];
  problemCount = 0;
  undated = 0;
  first: Date | undefined;
  last: Date | undefined;
  private worst: Judged[] = [];
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(judged: Judged): void {
    this.counts[judged.verdict] += 1;
    this.addDate(judged);
    this.addTopics(judged.findings);
    if (judged.verdict === "clear") return;
    this.worst.push(judged);
    if (this.worst.length > this.limit * 2) this.worst = this.worstFirst();
  }

  addProblem(sentence: string): void {
    this.problemCount += 1;
    if (this.problems.length < 50) this.problems.push(sentence);
  }

  worstFirst(): Judged[] {
    return this.worst.toSorted(byWeight).slice(0, this.limit);
  }

  private addDate({ published: { date }, verdict }: Judged): void {
    if (!date) {
      this.undated += 1;
      return;
    }
    counted(this.months, monthOf(date))[verdict] += 1;
    if (!this.first || date < this.first) this.first = date;
    if (!this.last || date > this.last) this.last = date;
  }

  /** A topic counts once a text, by its gravest finding. */
  private addTopics(findings: Finding[]): void {
    for (const [topic, ofTopic] of Map.groupBy(findings, (finding) => finding.topic)) {
      const has = (severity: Finding["severity"]): boolean => ofTopic.some((finding) => finding.severity === severity);
      if (has("stop")) counted(this.topics, topic).stop += 1;
      else if (has("question")) counted(this.topics, topic).question += 1;
    }
  }
}

function counted(counts: Map<string, Counts>, key: string): Counts {
  let found = counts.get(key);
  if (!found) counts.set(key, found = { stop: 0, question: 0, clear: 0 });
  return found;
}

/** Stops before questions, many before few, recent before old. */
function byWeight(a: Judged, b: Judged): number {
  return weight(b) - weight(a) || (b.published.date?.getTime() ?? 0) - (a.published.date?.getTime() ?? 0);
}

function weight({ findings }: Judged): number {
  const of = (severity: Finding["severity"]): number => findings.filter((finding) => finding.severity === severity).length;
  return of("stop") * 1000 + of("question");
}
