import { CAP_BYTES } from "./lines.ts";
import type { Line } from "./lines.ts";

/** One row; `number` is the line on which it begins. */
export type Row = { number: number; cells: string[] } | { number: number; problem: string };

/** Bounds what an unclosed quotation mark makes us read twice. No post has so many lines. */
const MOST_LINES = 500;

/**
 * Reads rows out of lines. A quoted cell may span lines; where its quote is never closed only the line it began on is
 * given up, and reading goes on with the next.
 */
export async function* readRows(batches: AsyncIterable<Line[]>): AsyncGenerator<Row> {
  let open: { number: number; text: string }[] = [];
  let cells = new CellReader();
  let size = 0;

  function* feed(line: Line): Generator<Row> {
    if ("problem" in line) {
      yield* giveUp();
      yield line;
      return;
    }
    if (open.length === 0 && line.text.trim() === "") return;
    open.push(line);
    size += line.text.length;
    const row = cells.read(line.text);
    if (row) yield { number: open[0]!.number, cells: row };
    if (row) reset();
    else if (size > CAP_BYTES || open.length > MOST_LINES) yield* giveUp();
  }

  function* giveUp(): Generator<Row> {
    const [first, ...later] = open;
    if (!first) return;
    reset();
    yield { number: first.number, problem: "opens a quotation mark that is never closed and was not checked" };
    for (const line of later) yield* feed(line);
  }

  function reset(): void {
    open = [];
    size = 0;
    cells = new CellReader();
  }

  for await (const batch of batches) for (const line of batch) yield* feed(line);
  while (open.length > 0) yield* giveUp();
}

/** Cuts one record into cells, line by line, as RFC 4180 has it: quotes count only at the start of a cell and double inside. */
class CellReader {
  private cells: string[] = [];
  private cell = "";
  private isQuoted = false;

  /** The cells when the record ends with this line, otherwise undefined. */
  read(line: string): string[] | undefined {
    let at = this.isQuoted ? this.quoted(line, 0) : this.start(line, 0);
    while (at !== -1 && at < line.length) at = this.start(line, at + 1);
    if (this.isQuoted) return undefined;
    return this.cells;
  }

  /** Reads the cell that begins at `at`; answers where its comma stands, the line's length at its end, -1 while it is open. */
  private start(line: string, at: number): number {
    if (line[at] === '"') return this.quoted(line, at + 1);
    const comma = line.indexOf(",", at);
    const end = comma === -1 ? line.length : comma;
    return this.close(line.slice(at, end), end);
  }

  private quoted(line: string, from: number): number {
    this.isQuoted = true;
    let at = from;
    for (;;) {
      const quote = line.indexOf('"', at);
      if (quote === -1) {
        this.cell += `${line.slice(at)}\n`;
        return -1;
      }
      this.cell += line.slice(at, quote);
      if (line[quote + 1] !== '"') return this.afterQuote(line, quote + 1);
      this.cell += '"';
      at = quote + 2;
    }
  }

  /** What stands between a closing quote and the comma is kept, as spreadsheets do. */
  private afterQuote(line: string, at: number): number {
    this.isQuoted = false;
    const comma = line.indexOf(",", at);
    const end = comma === -1 ? line.length : comma;
    return this.close(this.cell + line.slice(at, end), end);
  }

  private close(cell: string, end: number): number {
    this.cells.push(cell);
    this.cell = "";
    return end;
  }
}
