/** Takes words out so that what stays still reads: a tag, a bracket or a clause where it can stand alone, otherwise the sentence. */
import type { Span } from "./sentences.ts";
import { sentenceAround } from "./sentences.ts";

export interface Change extends Span { insert: string }

/** Fewer words than this left over say nothing by themselves. */
const FEWEST_LEFT = 5;
const OPENS = /[,;:–—]\s*$/u, CLOSES = /^\s*[,;–—]/u, ENDS = /^\s*[.!?]*$/u;

export function takeOut(text: string, span: Span): Change {
  return tag(text, span) ?? bracket(text, span) ?? clause(text, span) ?? sentence(text, span);
}

/** Whether all of the sentence goes, which the button says before it is pressed. */
export function takesSentence(text: string, span: Span): boolean {
  const { start, end } = takeOut(text, span), around = sentenceAround(text, span);
  return start <= around.start && end >= around.end;
}

function tag(text: string, { start, end }: Span): Change | null {
  const from = text[start] === "#" ? start : text[start - 1] === "#" ? start - 1 : -1;
  if (from < 0) return null;
  const to = Math.max(end, from + (/^#[\p{L}\p{M}\p{N}_]+/u.exec(text.slice(from))?.[0].length ?? 0));
  return /\s/.test(text.slice(from, to)) ? null : closeGap(text, from, to);
}

function bracket(text: string, { start, end }: Span): Change | null {
  const before = text.slice(0, start).trimEnd(), after = text.slice(end).trimStart();
  return before.endsWith("(") && after.startsWith(")") ? closeGap(text, before.length - 1, text.length - after.length + 1) : null;
}

function clause(text: string, span: Span): Change | null {
  const around = sentenceAround(text, span), before = text.slice(around.start, span.start), after = text.slice(span.end, around.end);
  if (wordsIn(before) + wordsIn(after) < FEWEST_LEFT) return null;
  const opens = OPENS.exec(before);
  if (opens && ENDS.test(after)) return { start: around.start + opens.index, end: span.end, insert: "" };
  const closes = CLOSES.exec(after);
  if (opens && closes) return { start: around.start + opens.index, end: span.end, insert: "" };
  if (before.trim() !== "" || !closes) return null;
  const rest = span.end + closes[0].length + (/^\s*/.exec(text.slice(span.end + closes[0].length))?.[0].length ?? 0);
  return { start: around.start, end: rest + 1, insert: (text[rest] ?? "").toUpperCase() };
}

function sentence(text: string, span: Span): Change {
  const { start, end } = sentenceAround(text, span);
  return closeGap(text, start, end);
}

/** One space or one empty line remains where two would meet. */
function closeGap(text: string, start: number, end: number): Change {
  const before = /\s*$/.exec(text.slice(0, start))![0], after = /^\s*/.exec(text.slice(end))![0];
  const isFirst = start - before.length === 0, isLast = end + after.length === text.length;
  if (isFirst || isLast) return { start: start - before.length, end: end + after.length, insert: "" };
  const insert = [before, after].toSorted((a, b) => breaksIn(b) - breaksIn(a) || b.length - a.length)[0]!;
  return { start: start - before.length, end: end + after.length, insert: insert || (/^[\p{L}\p{N}]/u.test(text.slice(end)) ? " " : "") };
}

const breaksIn = (space: string): number => space.split("\n").length;
const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}’']+/gu)?.length ?? 0;

export const changed = (text: string, { start, end, insert }: Change): string => text.slice(0, start) + insert + text.slice(end);
