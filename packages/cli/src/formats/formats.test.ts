import { expect, test } from "vitest";
import type { Finding } from "../desk.ts";
import type { Document } from "../input/document.ts";
import { githubFormat } from "./github.ts";
import { jsonFormat } from "./json.ts";
import type { Checked, Tally } from "./outcome.ts";
import { prettyFormat } from "./pretty.ts";
import { sarifFormat } from "./sarif.ts";

const text = "New laser week 😊\nLipo with us is 100% safe!";
const document: Document = { file: "posts/spring: lipo,1.txt", line: 1, source: text, draft: { text, surface: "post" }, context: { states: [] } };
const start = text.indexOf("100%");
const finding: Finding = {
  rule: "outcome-guarantee/no-risk", topic: "outcome-guarantee", severity: "stop", start, end: start + 9, by: "rules",
  message: "“100% safe” promises that nothing can go wrong.", why: "Every procedure carries risk.", instead: "Say that results and risks vary.",
  authorities: [{ id: "ftc-safe", citation: "16 CFR 255", url: "https://example.gov", known: "read", asOf: "2026" }],
};
const checked: Checked = { document, verdict: "stop", findings: [finding], pack: "00" };
const tally: Tally = { checked: 1, stop: 1, question: 0, clear: 0, problems: 0 };

test("pretty underlines the words and says what, why, instead and the law", () => {
  const output = prettyFormat(false, 80).each(checked).split("\n");
  const line = output.findIndex((one) => one.includes("Lipo with us"));
  expect(output[line + 1]!.indexOf("━")).toBe(output[line]!.indexOf("100%"));
  expect(output[line + 1]!.trim()).toBe("━".repeat(9));
  expect(output.join("\n")).toContain("2:17  outcome-guarantee/no-risk");
  for (const said of ["promises that nothing", "Why      Every procedure", "Instead  Say that", "Law      16 CFR 255 (source read, as of 2026) https://example.gov"]) expect(output.join("\n")).toContain(said);
});

test("pretty keeps the underline under the words after an emoji", () => {
  const happy = { ...document, draft: { ...document.draft, text: "😊😊 100% safe" } };
  const output = prettyFormat(false, 80).each({ ...checked, document: happy, findings: [{ ...finding, start: 5, end: 14 }] }).split("\n");
  expect(output[3]).toBe(`${" ".repeat(9)}${"━".repeat(9)}`);
});

test("pretty shows a window of a very long line", () => {
  const long = `${"word ".repeat(500)}100% safe ${"word ".repeat(500)}`;
  const at = long.indexOf("100%");
  const output = prettyFormat(false, 80).each({ ...checked, document: { ...document, draft: { ...document.draft, text: long } }, findings: [{ ...finding, start: at, end: at + 9 }] });
  expect(Math.max(...output.split("\n").map((line) => line.length))).toBeLessThanOrEqual(101);
  expect(output).toContain("100% safe");
});

test("GitHub gets one command, with its signs escaped", () => {
  expect(githubFormat().each(checked)).toBe("::error file=posts/spring%3A lipo%2C1.txt,line=2,endLine=2,col=17,endColumn=26,title=outcome-guarantee/no-risk::“100%25 safe” promises that nothing can go wrong.%0AInstead: Say that results and risks vary.\n");
});

test("SARIF names the place, the level and the rule", () => {
  const format = sarifFormat("1.0.0");
  format.each(checked);
  format.each({ file: "x.jsonl", line: 3, problem: "x.jsonl, line 3: this line is not valid JSON; it was not checked." });
  const log = JSON.parse(format.end!(tally)) as { version: string; runs: { results: unknown[]; invocations: unknown[]; tool: unknown }[] };
  expect(log.version).toBe("2.1.0");
  expect(log.runs[0]!.results[0]).toMatchObject({
    ruleId: "outcome-guarantee/no-risk", level: "error",
    locations: [{ physicalLocation: { artifactLocation: { uri: "posts/spring%3A%20lipo%2C1.txt" }, region: { startLine: 2, startColumn: 17, endLine: 2, endColumn: 26 } } }],
  });
  expect(log.runs[0]!.tool).toMatchObject({ driver: { rules: [{ id: "outcome-guarantee/no-risk" }] } });
  expect(log.runs[0]!.invocations[0]).toMatchObject({ executionSuccessful: false });
});

test("JSON is one object, also when nothing was checked", () => {
  const format = jsonFormat();
  expect(JSON.parse(format.begin!() + format.end!({ ...tally, checked: 0 }))).toMatchObject({ results: [], problems: [] });
  const full = jsonFormat();
  const written = JSON.parse(full.begin!() + full.each(checked) + full.each(checked) + full.end!(tally)) as { results: unknown[] };
  expect(written.results).toMatchObject([{ verdict: "stop", findings: [{ place: { line: 2, column: 17 } }] }, {}]);
});
