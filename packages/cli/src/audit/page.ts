import type { Authority, Finding } from "../desk.ts";
import { byRule } from "../formats/by-rule.ts";
import { count } from "../formats/pretty.ts";
import { monthChart, topicChart } from "./charts.ts";
import { escapeHtml, link, shape } from "./html.ts";
import type { Judged, Ledger } from "./ledger.ts";
import { markedText } from "./marks.ts";
import { STYLE } from "./style.ts";

export interface PageFacts {
  practiceName?: string;
  file: string;
  pack: string;
  states: string[];
}

/** The whole report, piece by piece, so that a long one need not stand in memory. It loads nothing from anywhere. */
export function* auditPage(ledger: Ledger, facts: PageFacts): Generator<string> {
  const { counts } = ledger;
  const total = counts.stop + counts.question + counts.clear;
  const title = facts.practiceName ? `What ${facts.practiceName} has said in public` : "What has been said in public";
  yield `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>`;
  yield `<header><h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(leadSentence(ledger, total, facts))}</p></header><main>`;
  yield countCards(ledger);
  if (ledger.topics.size > 0) yield `<section class="sheet"><h2>By topic</h2>${key(false)}${topicChart(ledger.topics)}</section>`;
  if (ledger.months.size > 0) yield `<section class="sheet"><h2>By month</h2>${key(true)}${monthChart(ledger.months)}${undatedNote(ledger)}</section>`;
  yield* articles(ledger);
  yield problems(ledger);
  yield `</main><footer><p>Not legal advice. A law marked “from memory” has still to be read in its source before anyone relies on it. Removing or correcting a public text does not undo that it was public; ask counsel where a patient may be recognized.</p>`;
  yield `<p>Checked by Chaperone with the rules <span class="mono">${escapeHtml(facts.pack.slice(0, 16))}</span>. This page shows what was written, so keep it as you keep patient records.</p></footer></body></html>\n`;
}

function leadSentence({ first, last }: Ledger, total: number, { file, states }: PageFacts): string {
  const day = (date: Date): string => date.toLocaleDateString("en-US", { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });
  const span = first && last ? `, published from ${day(first)} to ${day(last)}` : "";
  const law = states.length > 0 ? `federal law, the networks’ policies and the law of ${states.join(", ")}` : "federal law and the networks’ policies; no state was named, so no state’s law";
  return `${count(total, "text")} from ${file}${span}, checked against ${law}.`;
}

function countCards({ counts, problemCount }: Ledger): string {
  const card = (mark: string, label: string, number: number): string => `<div><dt>${mark}${label}</dt><dd>${number.toLocaleString("en-US")}</dd></div>`;
  return `<dl class="counts">${card(shape("stop"), "must change", counts.stop)}${card(shape("question"), "ask for an answer", counts.question)}${card(shape("clear"), "clear", counts.clear)}${problemCount > 0 ? card("", "could not be checked", problemCount) : ""}</dl>`;
}

function key(hasClear: boolean): string {
  return `<ul class="key"><li>${shape("stop")}must change</li><li>${shape("question")}asks for an answer</li>${hasClear ? `<li>${shape("clear")}clear</li>` : ""}</ul>`;
}

function undatedNote({ undated }: Ledger): string {
  return undated > 0 ? `<p class="lead">${count(undated, "text")} without a date ${undated === 1 ? "is" : "are"} not drawn.</p>` : "";
}

function* articles(ledger: Ledger): Generator<string> {
  const worst = ledger.worstFirst();
  const all = ledger.counts.stop + ledger.counts.question;
  if (worst.length === 0) return;
  yield `<h2>${worst.length < all ? `The ${worst.length.toLocaleString("en-US")} gravest of ${all.toLocaleString("en-US")} texts to fix` : `${count(all, "text")} to fix`}, worst first</h2>`;
  for (const judged of worst) yield article(judged);
}

function article({ published, verdict, findings }: Judged): string {
  const { draft, date, file, line, id } = published;
  const groups = byRule(findings);
  const says = verdict === "stop" ? "must change" : "asks for an answer";
  const where = [date?.toISOString().slice(0, 10), draft.channel, draft.surface, id ? `id ${id}` : `${file}, ${line}`].filter(Boolean).join(" · ");
  const answered = draft.inReplyTo ? `<div class="answered">${draft.inReplyTo.author ? `${escapeHtml(draft.inReplyTo.author)}: ` : ""}${escapeHtml(draft.inReplyTo.text)}</div>` : "";
  return `<article><header><span class="pill ${verdict}">${shape(verdict)}${says}</span><span>${escapeHtml(where)}</span></header>${answered}<blockquote>${markedText(draft.text, groups)}</blockquote><ol>${groups.map((group) => findingRows(group, draft.text)).join("")}</ol></article>`;
}

function findingRows([finding, ...more]: Finding[], text: string): string {
  if (!finding) return "";
  const others = more.map(({ start, end }) => `“${text.slice(start, end)}”`);
  const row = (label: string, html: string, kind = ""): string => `<dt>${label}</dt><dd${kind ? ` class="${kind}"` : ""}>${html}</dd>`;
  return `<li><div class="what">${escapeHtml(finding.message)}${others.length > 0 ? ` <span class="more">Also ${escapeHtml(others.join(", "))}.</span>` : ""}</div><dl class="rows">${finding.instead ? row("Instead", escapeHtml(finding.instead), "instead") : ""}${finding.why ? row("Why", escapeHtml(finding.why)) : ""}${row("Law", lawRows(finding.authorities))}</dl></li>`;
}

/** The first are told in full, the others by name. */
function lawRows(authorities: Authority[]): string {
  const full = authorities.slice(0, 2).map(({ citation, url, known, asOf }) => `<div><span class="mono">${link(url, citation)}</span> · ${KNOWN[known]}${asOf ? `, as of ${escapeHtml(asOf)}` : ""}</div>`);
  const others = authorities.slice(2).map(({ citation, url }) => link(url, citation));
  return full.join("") + (others.length > 0 ? `<div class="also">also ${others.join("; ")}</div>` : "");
}

const KNOWN = { read: "source read", copy: "read in a copy", recalled: "from memory, still to be checked" };

function problems({ problems: sentences, problemCount }: Ledger): string {
  if (problemCount === 0) return "";
  const more = problemCount > sentences.length ? `<li>and ${(problemCount - sentences.length).toLocaleString("en-US")} more</li>` : "";
  return `<section class="sheet"><h2>What could not be checked</h2><ul>${sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join("")}${more}</ul></section>`;
}
