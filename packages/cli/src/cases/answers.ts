import { readLines } from "../input/lines.ts";
import type { Line } from "../input/lines.ts";
import { openSource } from "../input/source.ts";
import type { Io } from "../io.ts";
import { openJudge } from "../judge.ts";
import type { CaseAnswer } from "./case.ts";
import { Crew } from "./crew.ts";
import { judgeLines } from "./judge-lines.ts";
import type { CaseSettings } from "./judge-lines.ts";

export interface Answered {
  lines: Line[];
  answers: CaseAnswer[];
}

/** Every line of a file of cases with its answer, in order, holding only a few batches in memory. */
export async function* answerCases(path: string, settings: CaseSettings, jobs: number, io: Io): AsyncGenerator<Answered> {
  const batches = readLines(openSource(path, io));
  if (jobs > 1) yield* answerWithCrew(batches, settings, jobs);
  else yield* answerHere(batches, settings);
}

async function* answerHere(batches: AsyncIterable<Line[]>, settings: CaseSettings): AsyncGenerator<Answered> {
  const judge = await openJudge(settings.isFast);
  for await (const lines of batches) yield { lines, answers: await judgeLines(lines, judge, settings) };
}

async function* answerWithCrew(batches: AsyncIterable<Line[]>, settings: CaseSettings, jobs: number): AsyncGenerator<Answered> {
  const crew = new Crew(jobs, settings);
  try {
    yield* crew.answer(batches);
  } finally {
    await crew.close();
  }
}
