import { extname } from "node:path";
import type { Document, Read } from "../input/document.ts";
import { JSON_CAP_BYTES } from "../input/documents.ts";
import { isObject, parseJson } from "../input/json.ts";
import { readObjects } from "../input/json-lines.ts";
import { readLines } from "../input/lines.ts";
import { readEntry } from "../input/record.ts";
import type { Defaults } from "../input/record.ts";
import { nameOf, openSource } from "../input/source.ts";
import { readTable } from "../input/table.ts";
import { readWhole } from "../input/whole.ts";
import type { Io } from "../io.ts";
import { Refusal } from "../refusal.ts";
import { dateIn } from "./date.ts";
import { readExport } from "./exports.ts";

/** A text that the world has already seen, with its day where the file says it. */
export interface Published extends Document {
  date?: Date;
}

export interface Publishing {
  defaults: Defaults;
  column?: string;
}

/** Everything a file says was published. */
export async function* readPublished(path: string, publishing: Publishing, io: Io): AsyncGenerator<Published | Exclude<Read, Document>> {
  const file = nameOf(path);
  const make = (fields: Record<string, unknown>, line: number): Published => publishedOf(file, line, fields, publishing.defaults);
  const kind = extname(path).toLowerCase();
  if (kind === ".json") yield* readDocument(path, publishing.defaults, io);
  else if (kind === ".csv") yield* readTable(file, readLines(openSource(path, io)), publishing.column, make);
  else if (kind === ".jsonl" || kind === ".ndjson") yield* readObjects(file, readLines(openSource(path, io)), make);
  else throw new Refusal(`“${file}” is not of a kind that an audit reads: .csv, .jsonl, or the .json export of Facebook or Instagram.`);
}

function publishedOf(file: string, line: number, fields: Record<string, unknown>, defaults: Defaults): Published {
  const date = dateIn(fields);
  return { file, line, ...readEntry(fields, defaults), ...(date ? { date } : {}) };
}

async function* readDocument(path: string, defaults: Defaults, io: Io): AsyncGenerator<Published> {
  const file = nameOf(path);
  const written = parseJson(await readWhole(path, io, JSON_CAP_BYTES), `“${file}”`);
  const exported = readExport(written);
  if (exported) {
    for (const [index, { text, channel, surface, date }] of exported.entries()) {
      yield { file, line: index + 1, draft: { text, channel, surface }, context: defaults.context, ...(date ? { date } : {}) };
    }
    return;
  }
  if (!Array.isArray(written) || !written.every((entry) => isObject(entry) && typeof entry["text"] === "string")) {
    throw new Refusal(`“${file}” is neither a list of texts nor a post export of Facebook or Instagram, such as your_posts_1.json or posts_1.json.`);
  }
  for (const [index, entry] of written.entries()) yield publishedOf(file, index + 1, entry as Record<string, unknown>, defaults);
}
