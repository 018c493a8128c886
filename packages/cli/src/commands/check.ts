import type { Io } from "../io.ts";
import { CLEAN, COULD_NOT_CHECK, FINDINGS } from "../io.ts";
import { readDocuments } from "../input/documents.ts";
import type { Reading } from "../input/documents.ts";
import type { Document, Read } from "../input/document.ts";
import { STDIN } from "../input/source.ts";
import { openJudge } from "../judge.ts";
import type { Judge } from "../judge.ts";
import type { Format, Outcome, Tally } from "../formats/outcome.ts";
import { harmless } from "../formats/width.ts";

export interface CheckOptions {
  reading: Reading;
  isFast: boolean;
  format: Format;
}

/** Checks every text of every file, in order, one at a time. */
export async function checkFiles(files: string[], options: CheckOptions, io: Io): Promise<number> {
  const { format } = options;
  const tally: Tally = { checked: 0, stop: 0, question: 0, clear: 0, problems: 0 };
  const judge = await openJudge(options.isFast);
  await io.out(format.begin?.() ?? "");
  for (const file of files.length > 0 ? files : [STDIN]) {
    for await (const read of readDocuments(file, options.reading, io)) {
      const outcome = await judged(read, judge);
      count(outcome, tally);
      if ("problem" in outcome) io.err(`${harmless(outcome.problem)}\n`);
      await io.out(format.each(outcome));
    }
  }
  await io.out(format.end?.(tally) ?? "");
  return exitCode(tally);
}

export async function judged(read: Read, judge: Judge): Promise<Outcome> {
  if ("problem" in read) return read;
  try {
    return { document: read, ...(await judge.check(read.draft, read.context)) };
  } catch {
    return unfinished(read);
  }
}

/** A check that breaks off must never look like a clean one. */
function unfinished({ file, line }: Document): Outcome {
  return { file, line, problem: `${file}, line ${line}: the check did not finish, so this text counts as not checked. This is a fault of ours; please report it.` };
}

function count(outcome: Outcome, tally: Tally): void {
  if ("problem" in outcome) {
    tally.problems += 1;
    return;
  }
  tally.checked += 1;
  tally[outcome.verdict] += 1;
}

export function exitCode({ stop, question, problems }: Tally): number {
  if (problems > 0) return COULD_NOT_CHECK;
  return stop + question > 0 ? FINDINGS : CLEAN;
}
