import type { Finding } from "../desk.ts";
import { escapeHtml } from "./html.ts";

/** The text as HTML with the words of each finding marked and numbered, one number a rule. Findings may overlap. */
export function markedText(text: string, groups: Finding[][]): string {
  const findings = groups.flat();
  const edges = [...new Set([0, text.length, ...findings.flatMap(({ start, end }) => [start, end])])].filter((edge) => edge >= 0 && edge <= text.length).sort((a, b) => a - b);
  let html = "";
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1] ?? text.length;
    const covering = findings.filter(({ start, end }) => start <= from && end >= to && from < to);
    const words = escapeHtml(text.slice(from, to));
    html += covering.length === 0 ? words : `<mark class="${gravest(covering)}">${words}</mark>`;
    const ended = groups.flatMap((group, at) => (from < to && group.some(({ end }) => end === to) ? [at + 1] : []));
    if (ended.length > 0) html += `<sup>${ended.join(",")}</sup>`;
  }
  return html;
}

function gravest(findings: Finding[]): Finding["severity"] {
  if (findings.some(({ severity }) => severity === "stop")) return "stop";
  return findings.some(({ severity }) => severity === "question") ? "question" : "note";
}
