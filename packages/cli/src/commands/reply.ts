import { safeReplies } from "../desk.ts";
import type { Answered, Context } from "../desk.ts";
import { openJudge } from "../judge.ts";
import { STDIN } from "../input/source.ts";
import { readWhole } from "../input/whole.ts";
import type { Io } from "../io.ts";
import { CLEAN } from "../io.ts";
import type { Practice } from "../practice.ts";
import { Refusal } from "../refusal.ts";

export interface ReplyOptions {
  practice: Practice;
  author: string;
  count: number;
  seed?: number;
  isJson: boolean;
}

/** More are composed than asked for, in case the check holds one back: a practice's name may be a claim by itself. */
const SPARE = 3;

/** Suggests answers to the review on standard input. Each has passed the same check as anything typed by hand. */
export async function suggestReplies(options: ReplyOptions, io: Io): Promise<number> {
  const text = (await readWhole(STDIN, io)).trim();
  if (text === "") throw new Refusal("There is no review to answer; paste it on standard input.");
  const answered: Answered = { kind: "review", author: options.author, text };
  const composed = safeReplies(answered, options.practice, options.count * SPARE, options.seed).map((reply) => reply.text);
  const clear = (await onlyClear(composed, answered, options.practice.context)).slice(0, options.count);
  if (clear.length === 0) throw new Refusal("No approved reply fits this review; write one by hand and check it, or answer offline.");
  await io.out(options.isJson ? `${JSON.stringify(clear, null, 2)}\n` : `${clear.join("\n\n")}\n`);
  return CLEAN;
}

async function onlyClear(texts: string[], answered: Answered, context: Context): Promise<string[]> {
  const judge = await openJudge(true);
  const clear: string[] = [];
  for (const text of texts) {
    const { verdict } = await judge.check({ text, surface: "reply", inReplyTo: answered }, context);
    if (verdict === "clear") clear.push(text);
  }
  return clear;
}
