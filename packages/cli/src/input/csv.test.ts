import fc from "fast-check";
import { expect, test } from "vitest";
import { readRows } from "./csv.ts";
import type { Row } from "./csv.ts";
import { readLines } from "./lines.ts";

async function rowsOf(text: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of readRows(readLines((async function* () { yield Buffer.from(text); })()))) rows.push(row);
  return rows;
}

test("a quoted cell may hold commas, quotes and line breaks", async () => {
  expect(await rowsOf("text,channel\n\"Myth: \"\"no pain, no gain\"\"\nFact: ask us\",facebook\nOpen today,x\n")).toEqual([
    { number: 1, cells: ["text", "channel"] },
    { number: 2, cells: ["Myth: \"no pain, no gain\"\nFact: ask us", "facebook"] },
    { number: 4, cells: ["Open today", "x"] },
  ]);
});

test("a quotation mark inside a bare cell is only a letter", async () => {
  expect(await rowsOf("A 5\" needle,x\nnext,y\n")).toEqual([{ number: 1, cells: ["A 5\" needle", "x"] }, { number: 2, cells: ["next", "y"] }]);
});

test("empty cells count, also the last", async () => {
  expect(await rowsOf(",a,\n")).toEqual([{ number: 1, cells: ["", "a", ""] }]);
});

test("a quotation mark that is never closed costs its own line only", async () => {
  expect(await rowsOf("\"two,b\nthree,c\nfour,d\n")).toMatchObject([{ number: 1, problem: expect.stringContaining("never closed") }, { number: 2, cells: ["three", "c"] }, { number: 3, cells: ["four", "d"] }]);
});

test("a file full of open quotation marks ends soon", async () => {
  const rows = await rowsOf("a\"b,\"c\n".repeat(20_000));
  expect(rows.length).toBe(20_000);
});

test("whatever is written by the book is read back", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", "\"", ",", "\n", " ", "😊") });
  const quote = (text: string): string => `"${text.replaceAll("\"", "\"\"")}"`;
  await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), async (rows) => {
    const read = await rowsOf(rows.map((cells) => `${cells.map(quote).join(",")}\n`).join(""));
    expect(read.map((row) => ("cells" in row ? row.cells : row.problem))).toEqual(rows);
  }));
});
