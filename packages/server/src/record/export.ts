/** A record outside the desk: JSON Lines, one link a line, closed by a line that says how many there are and with which hash they end. */
import { hashOf, type Link, type Walk, Walker } from "./chain.ts";

export const MEDIA_TYPE = "application/jsonl; charset=utf-8";

export interface Closing { practice: string; entries: number; head: string; at: string }

export const lineOf = ({ seq, entry, prev, hash }: Link): string => JSON.stringify({ seq, entry, prev, hash });
/** Sealed like a link, so that another number in it shows. */
export const closingLine = (closing: Closing): string => {
  const end = JSON.stringify(closing);
  return JSON.stringify({ end, hash: hashOf(closing.head, end) });
};

export interface Verified extends Walk { practice: string | null; closedAt: string | null }

/** Verifies an export without the desk. `head` is one that somebody noted elsewhere, at any time: the record must have passed through it. */
export async function verifyExport(lines: AsyncIterable<string> | Iterable<string>, head?: string): Promise<Verified> {
  const walker = new Walker();
  let closing: Closing | null = null, number = 0, hasHead = head === undefined, broken: Walk["firstWrong"] = null;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === "") continue;
    if (closing) { broken ??= { seq: closing.entries + 1, says: `Line ${number} stands after the end of the record.` }; break; }
    const read = parse(line);
    if (!read) { broken = { seq: number, says: `Line ${number} is no entry of a record.` }; break; }
    if ("end" in read) closing = JSON.parse(read.end) as Closing;
    else walker.step(read);
    hasHead ||= read.hash === head;
    if ("end" in read && hashOf(closing!.head, read.end) !== read.hash) broken = { seq: number, says: "The closing line is not the one that was written." };
  }
  const walked = walker.end(closing ?? undefined);
  const noEnd = closing ? null : { seq: walked.entries + 1, says: `The record ends after entry ${walked.entries} without its closing line: it was cut off.` };
  const otherHead = hasHead ? null : { seq: walked.entries + 1, says: "The record does not pass through the hash that was noted: its end was taken off, or it is another record." };
  const firstWrong = walked.firstWrong ?? broken ?? noEnd ?? otherHead;
  return { ...walked, firstWrong, isIntact: firstWrong === null, practice: closing?.practice ?? null, closedAt: closing?.at ?? null };
}

function parse(line: string): Link | { end: string; hash: string } | undefined {
  try {
    const read = JSON.parse(line) as Record<string, unknown>;
    if (typeof read.end === "string" && typeof read.hash === "string" && typeof JSON.parse(read.end) === "object") return { end: read.end, hash: read.hash };
    return typeof read.seq === "number" && typeof read.entry === "string" && typeof read.prev === "string" && typeof read.hash === "string" ? read as unknown as Link : undefined;
  } catch {
    return undefined;
  }
}
