import { check, pack as builtInPack, pillar, verdictOf } from "./desk.ts";
import type { Context, Draft, Finding, Pillar, Report } from "./desk.ts";
import { Refusal } from "./refusal.ts";

export interface Judge {
  check(draft: Draft, context: Context): Promise<Report>;
  pillar(draft: Draft): Promise<Pillar>;
}

/** The rules alone when `isFast`, otherwise the rules and the second reader. */
export async function openJudge(isFast: boolean): Promise<Judge> {
  const pack = builtInPack();
  if (isFast) return { check: async (draft, context) => check(draft, context, pack), pillar: async (draft) => pillar(draft, pack).pillar };
  const reader = await openReader();
  return {
    async check(draft, context) {
      const report = check(draft, context, pack, { isReadAgain: true });
      const asked = await reader.read(draft, context, report, pack);
      return asked.length === 0 ? report : together(report, asked);
    },
    pillar: (draft) => reader.pillar(draft),
  };
}

/** Loaded only when asked for: it brings a model, and the rules alone start in a moment. */
async function openReader(): ReturnType<typeof import("@chaperone/second-reader").openSecondReader> {
  try {
    const { openSecondReader } = await import("@chaperone/second-reader");
    return await openSecondReader();
  } catch (cause) {
    throw new Refusal("The second reader could not start, so nothing was checked; --fast checks with the rules alone.", { cause });
  }
}

/** A note that came back as a question stands once. */
function together(report: Report, asked: Finding[]): Report {
  const isRaised = (finding: Finding): boolean => asked.some((other) => other.rule === finding.rule && other.start === finding.start);
  const findings = [...report.findings.filter((finding) => !isRaised(finding)), ...asked].sort((a, b) => a.start - b.start || a.end - b.end);
  return { ...report, findings, verdict: verdictOf(findings) };
}
