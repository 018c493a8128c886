/** What is asked of the check and what it answers; and how the texts of one post become one verdict. */
import type { Answered, Context, Draft, Pillar, Report, Rule, Surface, Verdict } from "@chaperone/engine";
import { asDraft, type DeskFinding, foundIn, type OutgoingText } from "@chaperone/contract";

export interface Question { parts: OutgoingText[]; surface: Surface; inReplyTo: Answered | null; context: Context; house: Rule[] }
export interface Job extends Question { id: number }

/** The pillar that the words speak for, and why. */
export interface Proposed { pillar: Pillar; reason: string }

export interface Checked { verdict: Verdict; findings: DeskFinding[]; pillar: Proposed; pack: string; topics: Record<string, string>; took: number }
export type Answer = ({ id: number } & Checked) | { id: number; failed: true };

const WEIGHT: Record<Verdict, number> = { clear: 0, question: 1, stop: 2 };

/** The worst verdict of all texts is the post's. A finding names the channel, the picture or the setting whose text it is in. */
export function judge({ parts, inReplyTo }: Question, check: (draft: Draft) => Report): { verdict: Verdict; findings: DeskFinding[] } {
  let verdict: Verdict = "clear";
  const findings = parts.flatMap((part) => {
    const report = check(asDraft(part, inReplyTo));
    if (WEIGHT[report.verdict] > WEIGHT[verdict]) verdict = report.verdict;
    return report.findings.map((finding) => foundIn(part, finding));
  });
  return { verdict, findings };
}
