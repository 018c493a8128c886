import type { Authority, Finding } from "../desk.ts";
import type { Checked, Format, Tally } from "./outcome.ts";
import { byRule } from "./by-rule.ts";
import { placeAt } from "../input/document.ts";
import type { Document } from "../input/document.ts";
import { paintFor, SHAPES } from "./paint.ts";
import type { Paint } from "./paint.ts";
import { harmless, widthOf, wrap } from "./width.ts";

const KNOWN = { read: "source read", copy: "read in a copy", recalled: "from memory, still to be checked" };

/** The first are the ones that matter most; a claim may break the law of ten states. */
const MOST_LAWS = 2;

/** For people: each finding under the words it is about. */
export function prettyFormat(isColor: boolean, columns: number): Format {
  const paint = paintFor(isColor);
  const width = Math.min(Math.max(columns, 50), 100);
  return {
    each: (outcome) => ("problem" in outcome ? "" : prettyText(outcome, paint, width)),
    end: (tally) => prettyEnd(tally, paint),
  };
}

function prettyText(checked: Checked, paint: Paint, width: number): string {
  if (checked.findings.length === 0) return "";
  const { document, verdict } = checked;
  const { shape, style } = SHAPES[verdict];
  const where = document.source === undefined ? `${document.file}:${document.line}` : document.file;
  const head = `${paint(style, shape)} ${paint("bold", harmless(where))}  ${paint(style, verdict)}${paint("dim", `  as a ${document.draft.surface}`)}`;
  return `${head}\n\n${byRule(checked.findings).map((group) => prettyGroup(group, checked, paint, width)).join("\n")}\n`;
}

/** Every place that one rule marked, then its reasons once. */
function prettyGroup(group: Finding[], { document }: Checked, paint: Paint, width: number): string {
  const excerpts = group.map((finding) => excerpt(document.draft.text, finding, paint, width)).join("");
  return excerpts + prettyReasons(group[0]!, document, paint, width);
}

function prettyReasons(finding: Finding, document: Document, paint: Paint, width: number): string {
  const { shape, style } = SHAPES[finding.severity];
  const place = document.source === undefined ? "" : `${placeText(placeAt(document, finding.start))}  `;
  const row = (label: string, text: string): string => `      ${paint("dim", label.padEnd(8))} ${wrap(text, width - 15, " ".repeat(15))}\n`;
  return [
    `    ${paint(style, `${shape} ${finding.severity}`)}  ${paint("dim", `${place}${finding.rule}`)}\n`,
    `      ${paint("bold", wrap(harmless(finding.message), width - 6, "      "))}\n`,
    finding.why ? row("Why", finding.why) : "",
    finding.instead ? row("Instead", finding.instead) : "",
    ...finding.authorities.slice(0, MOST_LAWS).map((authority) => row("Law", authorityText(authority))),
    finding.authorities.length > MOST_LAWS ? row("", `and ${finding.authorities.length - MOST_LAWS} more: chaperone rules show ${finding.rule}`) : "",
  ].join("");
}

function placeText({ line, column }: { line: number; column: number }): string {
  return `${line}:${column}`;
}

export function authorityText({ citation, known, asOf, url }: Authority): string {
  return `${citation} (${KNOWN[known]}${asOf ? `, as of ${asOf}` : ""})${url ? ` ${url}` : ""}`;
}

/** The line of the text on which the finding begins, cut to fit, with the words underlined. */
function excerpt(text: string, { start, end, severity }: Finding, paint: Paint, width: number): string {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineBreak = text.indexOf("\n", start);
  const lineEnd = lineBreak === -1 ? text.length : lineBreak;
  const spanEnd = Math.max(Math.min(end, lineEnd), start + (start < lineEnd ? 1 : 0));
  const room = Math.max(width - 6, 20);
  const from = lineEnd - lineStart <= room ? lineStart : Math.max(lineStart, start - Math.floor(room / 3));
  const to = Math.min(lineEnd, from + room);
  const before = harmless((from > lineStart ? "…" : "") + text.slice(from, start).replace(/^\s+/, ""));
  const words = harmless(text.slice(start, Math.min(spanEnd, to)));
  const after = harmless(text.slice(Math.min(spanEnd, to), to)) + (to < lineEnd ? "…" : "");
  const { line, style } = SHAPES[severity];
  const mark = paint(style, line.repeat(Math.max(widthOf(words), 1)));
  return `    ${before}${paint(style, words)}${after.trimEnd()}\n    ${" ".repeat(widthOf(before))}${mark}\n`;
}

function prettyEnd(tally: Tally, paint: Paint): string {
  const { shape, style } = SHAPES[tally.stop + tally.problems > 0 ? "stop" : tally.question > 0 ? "question" : "clear"];
  const parts = [
    `${count(tally.checked, "text")} checked`,
    tally.stop > 0 ? `${tally.stop} must change` : "",
    tally.question > 0 ? `${tally.question} ${tally.question === 1 ? "asks" : "ask"} for an answer` : "",
    `${tally.clear} clear`,
    tally.problems > 0 ? `${tally.problems} could not be checked` : "",
  ];
  return `${paint(style, shape)} ${parts.filter(Boolean).join(", ")}. ${paint("dim", "A check is not legal advice.")}\n`;
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
}
