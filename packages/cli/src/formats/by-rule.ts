import type { Finding } from "../desk.ts";

/** What one rule found belongs together; the gravest rule comes first. */
export function byRule(findings: Finding[]): Finding[][] {
  const order = { stop: 0, question: 1, note: 2 };
  return [...Map.groupBy(findings, (finding) => finding.rule).values()].sort(([a], [b]) => order[a!.severity] - order[b!.severity]);
}
