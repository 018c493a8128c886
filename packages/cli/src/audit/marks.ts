import type { Finding } from "../desk.ts";
import { escapeHtml } from "./html.ts";

/** The text as HTML with the words of each finding marked and numbered. Findings may overlap. */
export function markedText(text: string, findings: Finding[]): string {
  const edges = [...new Set([0, text.length, ...findings.flatMap(({ start, end }) => [start, end])])].filter((edge) => edge >= 0 && edge <= text.length).sort((a, b) => a - b);
  let html = "";
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1] ?? text.length;
    const covering = findings.filter(({ start, end }) => start <= from && end >= to && from < to);
    const words = escapeHtml(text.slice(from, to));
    html += covering.length === 0 ? words : `<mark class="${gravest(covering)}">${words}</mark>`;
    html += findings.flatMap(({ end }, at) => (end === to && from < to ? [`<sup>${at + 1}</sup>`] : [])).join("");
  }
  return html;
}

function gravest(findings: Finding[]): Finding["severity"] {
  if (findings.some(({ severity }) => severity === "stop")) return "stop";
  return findings.some(({ severity }) => severity === "question") ? "question" : "note";
}
