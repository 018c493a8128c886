import type { Finding, Pillar, Verdict } from "../desk.ts";

/** What is printed for one case. */
export interface CaseResult {
  id: string | null;
  verdict: Verdict;
  findings: Pick<Finding, "rule" | "topic" | "severity" | "start" | "end" | "message">[];
  pillar: Pillar | null;
}

/** The answer to one line: nothing for a blank one. */
export type CaseAnswer = CaseResult | { line: number; problem: string } | null;
