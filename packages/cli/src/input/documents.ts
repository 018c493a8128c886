import { extname } from "node:path";
import type { Io } from "../io.ts";
import { Refusal, sentenceOf } from "../refusal.ts";
import type { Document, Read } from "./document.ts";
import { isObject, parseJson } from "./json.ts";
import { readObjects } from "./json-lines.ts";
import { CAP_BYTES, readLines } from "./lines.ts";
import { blankMarkup, readFrontMatter } from "./markdown.ts";
import { contextOf, placeOf, readEntry } from "./record.ts";
import type { Defaults } from "./record.ts";
import { nameOf, openSource } from "./source.ts";
import { readTable } from "./table.ts";
import { readWhole } from "./whole.ts";
import { parseYaml } from "./yaml.ts";

export const KINDS = ["text", "markdown", "jsonl", "json", "yaml", "csv"] as const;
export type Kind = (typeof KINDS)[number];

const BY_EXTENSION: Record<string, Kind> = {
  ".md": "markdown", ".markdown": "markdown",
  ".jsonl": "jsonl", ".ndjson": "jsonl",
  ".json": "json",
  ".yaml": "yaml", ".yml": "yaml",
  ".csv": "csv",
};

/** A JSON document is read as a whole, so it has a cap of its own. */
export const JSON_CAP_BYTES = 256_000_000;

export interface Reading {
  defaults: Defaults;
  column?: string;
  /** Overrules what the name of the file says. */
  as?: Kind;
}

/** All texts of a file. What cannot be read comes as a problem in its place; nothing that the person can mend is thrown. */
export async function* readDocuments(path: string, reading: Reading, io: Io): AsyncGenerator<Read> {
  try {
    yield* READERS[reading.as ?? kindOf(path)](path, reading, io);
  } catch (error) {
    yield { file: nameOf(path), problem: sentenceOf(error) };
  }
}

export function kindOf(path: string): Kind {
  return BY_EXTENSION[extname(path).toLowerCase()] ?? "text";
}

const READERS: Record<Kind, (path: string, reading: Reading, io: Io) => AsyncIterable<Read>> = {
  text: readText,
  markdown: readMarkdown,
  json: (path, reading, io) => readAtOnce(path, JSON_CAP_BYTES, parseJson, reading, io),
  yaml: (path, reading, io) => readAtOnce(path, CAP_BYTES, parseYaml, reading, io),
  jsonl: (path, reading, io) => readObjects(nameOf(path), readLines(openSource(path, io)), entryOf(path, reading)),
  csv: (path, reading, io) => readTable(nameOf(path), readLines(openSource(path, io)), reading.column, entryOf(path, reading)),
};

function entryOf(path: string, { defaults }: Reading): (fields: Record<string, unknown>, line: number) => Document {
  return (fields, line) => ({ file: nameOf(path), line, ...readEntry(fields, defaults) });
}

async function* readText(path: string, { defaults }: Reading, io: Io): AsyncGenerator<Read> {
  const text = await readWhole(path, io);
  yield { file: nameOf(path), line: 1, source: text, draft: { ...defaults.draft, text }, context: defaults.context };
}

async function* readMarkdown(path: string, { defaults }: Reading, io: Io): AsyncGenerator<Read> {
  const source = await readWhole(path, io);
  const { fields, length } = readFrontMatter(source, nameOf(path));
  const front = source.slice(0, length).replace(/[^\n]/g, " ");
  yield {
    file: nameOf(path), line: 1, source,
    draft: { text: front + blankMarkup(source.slice(length)), ...placeOf(fields, defaults) },
    context: contextOf(fields, defaults.context),
  };
}

/** One draft, or a list of them. A practice file that came along with “*” is passed over. */
async function* readAtOnce(path: string, cap: number, parse: (text: string, what: string) => unknown, reading: Reading, io: Io): AsyncGenerator<Read> {
  const file = nameOf(path);
  const written = parse(await readWhole(path, io, cap), `“${file}”`);
  if (isPractice(written)) {
    io.err(`“${file}” describes a practice and holds no text; it goes with --practice.\n`);
    return;
  }
  const make = entryOf(path, reading);
  for (const [index, entry] of (Array.isArray(written) ? written as unknown[] : [written]).entries()) {
    try {
      if (!isObject(entry)) throw new Refusal("it is not a JSON object");
      yield make(entry, 1);
    } catch (error) {
      yield { file, problem: `${file}, entry ${index + 1}: ${sentenceOf(error).replace(/\.$/, "")}; it was not checked.` };
    }
  }
}

function isPractice(written: unknown): boolean {
  return isObject(written) && written["text"] === undefined && (written["states"] !== undefined || written["state"] !== undefined);
}
