import type { Draft, Finding } from "../desk.ts";
import { isIn } from "../evaluation/split.ts";
import type { Part } from "../evaluation/split.ts";
import { objectOf } from "../input/json-lines.ts";
import { badLine } from "../input/document.ts";
import type { Line } from "../input/lines.ts";
import { readEntry } from "../input/record.ts";
import type { Defaults, Entry } from "../input/record.ts";
import type { Judge } from "../judge.ts";
import type { CaseAnswer, CaseResult } from "./case.ts";

export interface CaseSettings {
  file: string;
  isFast: boolean;
  defaults: Defaults;
  /** Cases of the other part are passed over like blank lines, before they cost anything. */
  part?: Part;
}

/** Answers a batch of lines, one answer a line. */
export async function judgeLines(lines: Line[], judge: Judge, settings: CaseSettings): Promise<CaseAnswer[]> {
  const answers: CaseAnswer[] = [];
  for (const line of lines) answers.push(await judgeLine(line, judge, settings));
  return answers;
}

async function judgeLine(line: Line, judge: Judge, { file, defaults, part = "all" }: CaseSettings): Promise<CaseAnswer> {
  if ("problem" in line) return { line: line.number, problem: badLine(file, line.number, line.problem).problem };
  if (line.text.trim() === "") return null;
  const entry = objectOf(file, line.number, line.text, (fields) => readEntry(fields, defaults));
  if ("problem" in entry) return { line: line.number, problem: entry.problem };
  if (entry.id !== undefined && !isIn(part, entry.id)) return null;
  try {
    return await judgeEntry(entry, judge);
  } catch {
    return { line: line.number, problem: `${file}, line ${line.number}: the check did not finish, so this case counts as not checked. This is a fault of ours; please report it.` };
  }
}

async function judgeEntry({ id, draft, context }: Entry, judge: Judge): Promise<CaseResult> {
  const { verdict, findings } = await judge.check(draft, context);
  return { id: id ?? null, verdict, findings: findings.map(brief), pillar: hasPillar(draft) ? await judge.pillar(draft) : null };
}

function brief({ rule, topic, severity, start, end, message }: Finding): CaseResult["findings"][number] {
  return { rule, topic, severity, start, end, message };
}

const hasPillar = ({ surface }: Draft): boolean => surface === "post" || surface === "caption";
