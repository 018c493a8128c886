import type { Finding, Severity } from "../desk.ts";
import { placeAt } from "../input/document.ts";
import type { Checked, Format } from "./outcome.ts";

const COMMANDS: Record<Severity, string> = { stop: "error", question: "warning", note: "notice" };

/** Workflow commands, which GitHub shows beside the lines of a change. */
export function githubFormat(): Format {
  return {
    each: (outcome) => {
      if ("problem" in outcome) return command("error", { file: outcome.file, line: outcome.line }, outcome.problem);
      return outcome.findings.map((finding) => annotation(outcome, finding)).join("");
    },
  };
}

function annotation({ document }: Checked, finding: Finding): string {
  const start = placeAt(document, finding.start);
  const end = placeAt(document, finding.end);
  // GitHub takes columns only where a finding begins and ends on one line.
  const isOneLine = document.source !== undefined && start.line === end.line;
  const columns = isOneLine ? { col: start.column, endColumn: end.column } : {};
  const text = [finding.message, finding.instead && `Instead: ${finding.instead}`].filter(Boolean).join("\n");
  return command(COMMANDS[finding.severity], { file: document.file, line: start.line, endLine: end.line, ...columns, title: finding.rule }, text);
}

function command(name: string, properties: Record<string, string | number | undefined>, text: string): string {
  const written = Object.entries(properties).filter(([, value]) => value !== undefined);
  return `::${name} ${written.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",")}::${escapeText(text)}\n`;
}

function escapeText(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
