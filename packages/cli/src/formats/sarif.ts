import { pathToFileURL } from "node:url";
import { isAbsolute, sep } from "node:path";
import { pack } from "../desk.ts";
import type { Finding, Rule, Severity } from "../desk.ts";
import { placeAt } from "../input/document.ts";
import type { Checked, Format } from "./outcome.ts";

const LEVELS: Record<Severity, string> = { stop: "error", question: "warning", note: "note" };

/** SARIF 2.1.0. The rules that found something are described, so that a viewer needs no other source. */
export function sarifFormat(version: string): Format {
  const results: unknown[] = [];
  const problems: unknown[] = [];
  const found = new Map<string, Finding>();
  return {
    each: (outcome) => {
      if ("problem" in outcome) problems.push(notification(outcome.problem));
      else for (const finding of outcome.findings) {
        found.set(finding.rule, finding);
        results.push(result(outcome, finding));
      }
      return "";
    },
    end: () => {
      const known = new Map(pack().rules.map((one) => [one.id, one]));
      const rules = [...found.values()].map((finding) => rule(finding, known.get(finding.rule)));
      return `${JSON.stringify(log(version, rules, results, problems), null, 2)}\n`;
    },
  };
}

function log(version: string, rules: unknown[], results: unknown[], problems: unknown[]): unknown {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "chaperone", version, semanticVersion: version, rules } },
      columnKind: "utf16CodeUnits",
      results,
      invocations: [{ executionSuccessful: problems.length === 0, toolExecutionNotifications: problems }],
    }],
  };
}

function rule(finding: Finding, known: Rule | undefined): unknown {
  return {
    id: finding.rule,
    shortDescription: { text: known?.title ?? finding.topic },
    fullDescription: { text: finding.why || finding.topic },
    help: { text: finding.instead || finding.why || finding.topic },
    properties: { tags: [finding.topic], authorities: finding.authorities },
  };
}

function result({ document }: Checked, finding: Finding): unknown {
  const start = placeAt(document, finding.start);
  const end = placeAt(document, finding.end);
  const isPlaced = document.source !== undefined;
  const region = isPlaced
    ? { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
    : { startLine: document.line };
  return {
    ruleId: finding.rule,
    level: LEVELS[finding.severity],
    message: { text: [finding.message, finding.instead && `Instead: ${finding.instead}`].filter(Boolean).join(" ") },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(document.file) }, region } }],
    properties: { by: finding.by },
  };
}

function notification(text: string): unknown {
  return { level: "error", message: { text } };
}

function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(sep).map(encodeURIComponent).join("/");
}
