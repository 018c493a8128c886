import { Refusal, sentenceOf } from "../refusal.ts";
import { readRows } from "./csv.ts";
import { badEntry, badLine } from "./document.ts";
import type { Problem } from "./document.ts";
import type { Line } from "./lines.ts";

/** Names under which exports usually keep the text, the likeliest first. */
const TEXT_COLUMNS = ["text", "post", "post text", "message", "caption", "content", "body", "reply", "description", "copy"];

/** Other names that spreadsheets use for a field of ours. */
const FIELDS: Record<string, string[]> = {
  id: ["id", "post id"],
  surface: ["surface"],
  channel: ["channel", "network", "platform"],
  state: ["state"],
  specialty: ["specialty"],
  inReplyTo: ["inreplyto", "in reply to", "in_reply_to", "in-reply-to", "review"],
  author: ["author", "reviewer", "reviewer name"],
  date: ["date", "published", "publish time", "created", "created at", "created_at", "created_time", "timestamp", "time"],
};

/** Rows as objects with our field names. The first row names the columns. */
export async function* readTable<T>(file: string, batches: AsyncIterable<Line[]>, column: string | undefined, make: (fields: Record<string, unknown>, line: number) => T): AsyncGenerator<T | Problem> {
  let columns: Map<string, number> | undefined;
  for await (const row of readRows(batches)) {
    if ("problem" in row) yield badLine(file, row.number, row.problem);
    else if (!columns) columns = columnsOf(row.cells, column, file);
    else yield rowOf(file, row, columns, make);
  }
}

function rowOf<T>(file: string, row: { number: number; cells: string[] }, columns: Map<string, number>, make: (fields: Record<string, unknown>, line: number) => T): T | Problem {
  const fields: Record<string, unknown> = {};
  for (const [field, at] of columns) {
    const cell = row.cells[at] ?? "";
    if (cell !== "" || field === "text") fields[field] = cell;
  }
  try {
    return make(fields, row.number);
  } catch (error) {
    return badEntry(file, row.number, sentenceOf(error));
  }
}

function columnsOf(header: string[], column: string | undefined, file: string): Map<string, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  const wanted = column === undefined ? TEXT_COLUMNS : [column.trim().toLowerCase()];
  const textAt = wanted.map((name) => names.indexOf(name)).find((at) => at !== -1);
  if (textAt === undefined) throw new Refusal(noColumn(file, header, column));
  const columns = new Map([["text", textAt]]);
  for (const [field, others] of Object.entries(FIELDS)) {
    const at = names.findIndex((name, index) => index !== textAt && others.includes(name));
    if (at !== -1) columns.set(field, at);
  }
  return columns;
}

function noColumn(file: string, header: string[], column: string | undefined): string {
  const some = header.slice(0, 12).map((name) => `“${name.trim().slice(0, 40)}”`).join(", ");
  const missing = column === undefined ? "has no column that is plainly the text; name it with --column" : `has no column “${column}”`;
  return `“${file}” ${missing}. Its columns are ${some}.`;
}
