import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join, relative } from "node:path";
import { answerCases } from "../cases/answers.ts";
import type { CaseAnswer, CaseResult } from "../cases/case.ts";
import type { CaseSettings } from "../cases/judge-lines.ts";
import { readLabels } from "../evaluation/labels.ts";
import type { Labels } from "../evaluation/labels.ts";
import { differenceOf, Scorer } from "../evaluation/score.ts";
import type { Part } from "../evaluation/split.ts";
import { scoreTable } from "../evaluation/table.ts";
import { harmless } from "../formats/width.ts";
import { objectOf } from "../input/json-lines.ts";
import type { Line } from "../input/lines.ts";
import { nameOf } from "../input/source.ts";
import type { Io } from "../io.ts";
import { CLEAN, COULD_NOT_CHECK } from "../io.ts";
import { openProgress } from "../progress.ts";
import { Refusal } from "../refusal.ts";

export interface EvaluateOptions extends Omit<CaseSettings, "file"> {
  jobs: number;
  part: Part;
  isJson: boolean;
  showsMisses: boolean;
  topic?: string;
}

/** Scores labelled cases. A file that cannot be read ends it: half a score misleads. With `showsMisses` the cases that differ from their labels go to stdout and the table to stderr. */
export async function evaluate(files: string[], options: EvaluateOptions, io: Io): Promise<number> {
  const scorer = new Scorer();
  const progress = openProgress(io, "cases");
  let problems = 0;
  for (const file of files.length > 0 ? files : await casesOfCheckout()) {
    problems += await evaluateFile(file, options, scorer, progress.add, io);
  }
  progress.done();
  const score = scorer.score();
  const written = options.isJson ? `${JSON.stringify({ part: options.part, ...score }, null, 2)}\n` : scoreTable(score, io.isColor);
  if (options.showsMisses) io.err(written);
  else await io.out(written);
  return problems > 0 ? COULD_NOT_CHECK : CLEAN;
}

async function evaluateFile(path: string, options: EvaluateOptions, scorer: Scorer, add: (more: number) => void, io: Io): Promise<number> {
  const { isFast, defaults, jobs, part } = options;
  const file = nameOf(path);
  let problems = 0;
  for await (const { lines, answers } of answerCases(path, { file, isFast, defaults, part }, jobs, io)) {
    let misses = "";
    for (const [at, line] of lines.entries()) {
      const scored = score(line, answers[at]!, file, options, scorer);
      if (typeof scored === "string") misses += scored;
      else {
        problems += 1;
        io.err(`${harmless(scored.problem)}\n`);
      }
    }
    if (options.showsMisses) await io.out(misses);
    add(lines.length);
  }
  return problems;
}

/** Answers the case as a JSON line when it differs from its labels, otherwise nothing. */
function score(line: Line, answer: CaseAnswer, file: string, options: EvaluateOptions, scorer: Scorer): string | { problem: string } {
  if (answer === null) return "";
  if ("problem" in answer || "problem" in line) return "problem" in answer ? answer : "";
  const labelled = objectOf(file, line.number, line.text, (fields) => ({ fields, labels: readLabels(fields) }));
  if ("problem" in labelled) return labelled;
  scorer.add(labelled.labels, answer);
  return miss(labelled.fields, labelled.labels, answer, options.topic);
}

function miss(fields: Record<string, unknown>, labels: Labels, result: CaseResult, topic: string | undefined): string {
  const { missed, wrong } = differenceOf(labels, result);
  const differs = topic === undefined ? missed.length + wrong.length > 0 : missed.includes(topic) || wrong.includes(topic);
  if (!differs) return "";
  const text = String(fields["text"]);
  const findings = result.findings.map((finding) => ({ ...finding, words: text.slice(finding.start, finding.end) }));
  return `${JSON.stringify({ missed, wrong, ...fields, findings, pillarFound: result.pillar })}\n`;
}

/** The cases that come with the source; an installed copy has none. */
async function casesOfCheckout(): Promise<string[]> {
  const root = fileURLToPath(new URL("../../../../eval/", import.meta.url));
  const corpus = await readdir(join(root, "corpus")).catch(() => {
    throw new Refusal("There are no cases beside this copy of Chaperone; name a file of cases.");
  });
  const files = [join(root, "dev.jsonl"), ...corpus.filter((name) => name.endsWith(".jsonl")).sort().map((name) => join(root, "corpus", name))];
  return files.map((file) => relative(process.cwd(), file));
}
