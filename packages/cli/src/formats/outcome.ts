import type { Finding, Verdict } from "../desk.ts";
import type { Document, Problem } from "../input/document.ts";

/** A text that was checked. */
export interface Checked {
  document: Document;
  verdict: Verdict;
  findings: Finding[];
  pack: string;
}

export type Outcome = Checked | Problem;

export interface Tally {
  checked: number;
  stop: number;
  question: number;
  clear: number;
  problems: number;
}

/** How outcomes become output. Problems also go to stderr, whatever the format. */
export interface Format {
  begin?(): string;
  each(outcome: Outcome): string;
  end?(tally: Tally): string;
}
