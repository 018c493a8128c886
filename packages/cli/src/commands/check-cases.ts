import { answerCases } from "../cases/answers.ts";
import type { CaseAnswer } from "../cases/case.ts";
import type { CaseSettings } from "../cases/judge-lines.ts";
import { harmless } from "../formats/width.ts";
import type { Tally } from "../formats/outcome.ts";
import { nameOf } from "../input/source.ts";
import type { Io } from "../io.ts";
import { openProgress } from "../progress.ts";
import { sentenceOf } from "../refusal.ts";
import { exitCode } from "./check.ts";

export interface CasesOptions extends Omit<CaseSettings, "file"> {
  jobs: number;
}

/** One line a case, for programs that score or compare. */
export async function checkCases(path: string, options: CasesOptions, io: Io): Promise<number> {
  const { jobs, ...settings } = options;
  const tally: Tally = { checked: 0, stop: 0, question: 0, clear: 0, problems: 0 };
  const progress = openProgress(io, "cases");
  try {
    for await (const { answers } of answerCases(path, { ...settings, file: nameOf(path) }, jobs, io)) {
      await io.out(write(answers, tally, io));
      progress.add(answers.length);
    }
  } catch (error) {
    tally.problems += 1;
    io.err(`${harmless(sentenceOf(error))}\n`);
  }
  progress.done();
  return exitCode(tally);
}

function write(answers: CaseAnswer[], tally: Tally, io: Io): string {
  let lines = "";
  for (const answer of answers) {
    if (answer === null) continue;
    if ("problem" in answer) {
      tally.problems += 1;
      io.err(`${harmless(answer.problem)}\n`);
      continue;
    }
    tally.checked += 1;
    tally[answer.verdict] += 1;
    lines += `${JSON.stringify(answer)}\n`;
  }
  return lines;
}
