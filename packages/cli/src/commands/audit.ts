import { open } from "node:fs/promises";
import { basename, extname } from "node:path";
import { Ledger } from "../audit/ledger.ts";
import { auditPage } from "../audit/page.ts";
import { readPublished } from "../audit/published.ts";
import type { Publishing } from "../audit/published.ts";
import { pack } from "../desk.ts";
import { count } from "../formats/pretty.ts";
import { harmless } from "../formats/width.ts";
import { nameOf, STDIN } from "../input/source.ts";
import type { Io } from "../io.ts";
import { openJudge } from "../judge.ts";
import { openProgress } from "../progress.ts";
import { Refusal } from "../refusal.ts";
import { exitCode, judged } from "./check.ts";

export interface AuditOptions extends Publishing {
  limit: number;
  isFast: boolean;
  practiceName?: string;
  /** Where the report goes; “-” is standard output. */
  out?: string;
}

/** Checks what is already public and writes the report as one page. */
export async function audit(file: string, options: AuditOptions, io: Io): Promise<number> {
  const ledger = await fillLedger(file, options, io);
  const total = ledger.counts.stop + ledger.counts.question + ledger.counts.clear;
  if (total === 0 && ledger.problemCount === 0) throw new Refusal(`“${nameOf(file)}” holds no text that was published.`);
  const facts = { file: basename(nameOf(file)), pack: pack().hash, states: options.defaults.context.states, ...(options.practiceName ? { practiceName: options.practiceName } : {}) };
  const out = options.out ?? `${basename(file, extname(file))}-audit.html`;
  await writePage(out, auditPage(ledger, facts), io);
  if (out !== STDIN) await io.out(`${count(total, "text")} checked: ${ledger.counts.stop} must change, ${ledger.counts.question} ask for an answer, ${ledger.counts.clear} clear. The report is ${out}\n`);
  return exitCode({ checked: total, ...ledger.counts, problems: ledger.problemCount });
}

async function fillLedger(file: string, options: AuditOptions, io: Io): Promise<Ledger> {
  const ledger = new Ledger(options.limit);
  const judge = await openJudge(options.isFast);
  const progress = openProgress(io, "texts");
  for await (const read of readPublished(file, options, io)) {
    const outcome = await judged(read, judge);
    progress.add(1);
    if ("problem" in outcome) {
      ledger.addProblem(outcome.problem);
      io.err(`${harmless(outcome.problem)}\n`);
    } else if (!("problem" in read)) ledger.add({ published: read, verdict: outcome.verdict, findings: outcome.findings });
  }
  progress.done();
  return ledger;
}

async function writePage(out: string, pieces: Iterable<string>, io: Io): Promise<void> {
  if (out === STDIN) {
    for (const piece of pieces) await io.out(piece);
    return;
  }
  const file = await open(out, "w").catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`The report could not be written to “${out}” (${error.code ?? error.message}).`);
  });
  try {
    for (const piece of pieces) await file.write(piece);
  } finally {
    await file.close();
  }
}
