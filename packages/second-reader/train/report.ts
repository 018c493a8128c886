/** Measures the second reader, alone and after the rules, and writes the figures into its README. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check, loadPack } from "@chaperone/engine";
import type { Context, Draft, Finding, PackJson } from "@chaperone/engine";
import { openSecondReader } from "../src/index.ts";
import { dieOf, isForLearning, readCases, ROOT } from "./corpus.ts";
import type { Case } from "./corpus.ts";
import { buildDataset, collectGroups } from "./dataset.ts";
import { crossSaid, crossValues, learnFirst, learnSecond, saidOf, valuesOf } from "./learn.ts";
import { raise, score, scoreTopic, show } from "./scoring.ts";
import type { Figures } from "./scoring.ts";
import { CALM, FOLDS } from "./settings.ts";
import { thresholdsFor } from "./thresholds.ts";

const README = join(import.meta.dirname, "../README.md");
const MARK = "<!-- figures: written by train.ts --report -->";
const CURVE = "<!-- learning curve: written by train.ts --report --curve -->";

export async function report(): Promise<void> {
  const cases = readCases();
  const held = cases.filter((one) => !isForLearning(one.id) && !one.isGrown);
  const [before, figures] = readFileSync(README, "utf8").split(MARK) as [string, string];
  const measured = await heldBack(held);
  const curve = process.argv.includes("--curve") ? await learningCurve(cases, held) : (figures.split(CURVE)[1] ?? "").trim().split("\n");
  const lines = [...measured, "", CURVE, "", ...curve];
  writeFileSync(README, `${before}${MARK}\n\n${lines.join("\n")}\n`);
  console.log(lines.join("\n"));
}

async function heldBack(held: Case[]): Promise<string[]> {
  const pack = loadPack(JSON.parse(readFileSync(join(ROOT, "rules/pack.json"), "utf8")) as PackJson);
  const reader = await openSecondReader();
  const byRules: Set<string>[] = [];
  const byReader: Set<string>[] = [];
  const together: Set<string>[] = [];
  let spent = 0;
  for (const one of held) {
    const { draft, context } = asDraft(one);
    byRules.push(topicsOf(check(draft, context, pack).findings));
    const found = check(draft, context, pack, { isReadAgain: true });
    const start = process.cpuUsage();
    byReader.push(topicsOf(await reader.read(draft, context, { verdict: "clear", findings: [], pack: pack.hash }, pack)));
    spent += process.cpuUsage(start).user / 1000;
    together.push(new Set([...topicsOf(found.findings), ...topicsOf(await reader.read(draft, context, found, pack))]));
  }
  const rows = [...new Set(held.flatMap((one) => one.expect))].sort().map((topic) => {
    const [rules, alone, union] = [byRules, byReader, together].map((raised) => scoreTopic(held, raised, topic));
    return `| ${topic} | ${union!.cases} | ${three(rules!.f1)} | ${three(alone!.precision)} | ${three(alone!.recall)} | ${three(alone!.f1)} | ${three(union!.f1)} |`;
  });
  return [
    `On the ${held.length} held-back cases of the corpus, with ${pack.rules.length} rules; ${(spent / held.length).toFixed(1)} ms of processor a case for the second reader.`, "",
    "| | micro F1 | precision | recall | clean pass |", "|---|---|---|---|---|",
    line("rules alone", score(held, byRules)), line("second reader alone", score(held, byReader)), line("rules and second reader", score(held, together)),
    "",
    "| topic | cases | F1 rules | precision reader | recall reader | F1 reader | F1 both |", "|---|---|---|---|---|---|---|", ...rows,
  ];
}

/** Trains on growing shares of the cases meant for learning; each is measured on the same held-back cases. */
async function learningCurve(cases: Case[], held: Case[]): Promise<string[]> {
  const data = await buildDataset(cases, collectGroups());
  const test = [...cases.keys()].filter((at) => !isForLearning(cases[at]!.id) && !cases[at]!.isGrown);
  const rows: string[] = [];
  for (const share of [1 / 8, 1 / 4, 1 / 2, 1]) {
    const chosen = [...cases.keys()].filter((at) => isForLearning(cases[at]!.id) && dieOf(cases[at]!.id, "share:") < 256 * share);
    const nothing = (rows: number[]): Set<string>[] => rows.map(() => new Set());
    const said = crossSaid(data, chosen, FOLDS, false);
    const own = chosen.map((at) => cases[at]!);
    const values = crossValues(data, said, chosen, CALM);
    const { thresholds, crossed } = thresholdsFor(own, data.topics, values);
    const later = valuesOf(learnSecond(data, said, chosen), saidOf(data, learnFirst(data, chosen, false), test), cases, test, CALM);
    rows.push(`| ${chosen.length} | ${three(crossed.f1)} | ${three(crossed.clean)} | ${cells(score(held, raise(data.topics, later, thresholds, nothing(test))))} |`);
    console.log(rows.at(-1), show(crossed));
  }
  return [
    "Learning curve, second reader alone and without its network, which takes minutes. Cross-validated on the cases that it learned from, then on the held-back cases:", "",
    "| cases learned from | F1, crossed | clean, crossed | F1, held back | precision | recall | clean |", "|---|---|---|---|---|---|---|", ...rows,
  ];
}

function asDraft(one: Case): { draft: Draft; context: Context } {
  const draft = { text: one.text, surface: one.surface, channel: one.channel, inReplyTo: one.inReplyTo };
  return { draft, context: { states: [one.practice.state], specialty: one.practice.specialty } };
}

function topicsOf(findings: readonly Finding[]): Set<string> {
  return new Set(findings.filter((finding) => finding.severity !== "note").map((finding) => finding.topic));
}

function line(name: string, figures: Figures): string {
  return `| ${name} | ${cells(figures)} |`;
}

function cells(figures: Figures): string {
  return [figures.f1, figures.precision, figures.recall, figures.clean].map(three).join(" | ");
}

function three(value: number): string {
  return value.toFixed(3);
}
