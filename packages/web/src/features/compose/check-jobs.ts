/** What is asked of the check and what it answers; and how the texts of one post become one verdict. */
import type { Answered, Context, Draft, Pillar, Report, Rule, Surface, Verdict } from "@chaperone/engine";
import type { DeskFinding } from "@chaperone/contract";

/** One text that goes out. `channel` is null for the shared one. */
export interface Part { channel: string | null; text: string }

export interface Question { parts: Part[]; surface: Surface; inReplyTo: Answered | null; context: Context; house: Rule[] }
export interface Job extends Question { id: number }

export interface Checked { verdict: Verdict; findings: DeskFinding[]; pillar: { pillar: Pillar; reason: string }; pack: string; topics: Record<string, string>; took: number }
export type Answer = ({ id: number } & Checked) | { id: number; failed: true };

const WEIGHT: Record<Verdict, number> = { clear: 0, question: 1, stop: 2 };

/** The worst verdict of all texts is the post's. A finding names the channel whose own text it is in. */
export function judge({ parts, surface, inReplyTo }: Question, check: (draft: Draft) => Report): { verdict: Verdict; findings: DeskFinding[] } {
  let verdict: Verdict = "clear";
  const findings = parts.flatMap(({ channel, text }) => {
    const report = check({ text, surface, inReplyTo, ...(channel === null ? {} : { channel }) });
    if (WEIGHT[report.verdict] > WEIGHT[verdict]) verdict = report.verdict;
    return report.findings.map((finding) => ({ ...finding, channels: channel === null ? [] : [channel], picture: null }));
  });
  return { verdict, findings };
}
