import type { Entry } from "./record.ts";

/** A text to be checked and where it stands. */
export interface Document extends Entry {
  file: string;
  line: number;
  /** The whole file, where offsets of the draft are offsets of the file; then findings have a place of their own. */
  source?: string;
}

/** A text that could not be checked, in one sentence. */
export interface Problem {
  file: string;
  line?: number;
  problem: string;
}

export type Read = Document | Problem;

export interface Place {
  line: number;
  column: number;
}

/** Columns count UTF-16 units from 1, as SARIF's default does. */
export function placeAt(document: Document, offset: number): Place {
  if (document.source === undefined) return { line: document.line, column: 1 };
  const before = document.source.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** A line that could not be read at all, such as one that “is longer than 1 MB”. */
export function badLine(file: string, line: number, problem: string): Problem {
  return { file, line, problem: `${file}, line ${line}, ${problem}.` };
}

/** A line that was read and does not say what it must. */
export function badEntry(file: string, line: number, sentence: string): Problem {
  return { file, line, problem: `${file}, line ${line}: ${sentence.replace(/\.$/, "")}; it was not checked.` };
}
