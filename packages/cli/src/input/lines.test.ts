import { expect, test } from "vitest";
import { CAP_BYTES, readLines } from "./lines.ts";
import type { Line } from "./lines.ts";

async function linesOf(...chunks: (string | Uint8Array)[]): Promise<Line[]> {
  const bytes = (async function* () {
    for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  })();
  const lines: Line[] = [];
  for await (const batch of readLines(bytes)) lines.push(...batch);
  return lines;
}

test("lines are numbered from one, and the last needs no line break", async () => {
  expect(await linesOf("Flu shots are in.\r\n\nSee you Monday.")).toEqual([
    { number: 1, text: "Flu shots are in." }, { number: 2, text: "" }, { number: 3, text: "See you Monday." },
  ]);
});

test("a letter that is cut between two chunks stays whole", async () => {
  const smile = Buffer.from("😊\n");
  expect(await linesOf(smile.subarray(0, 2), smile.subarray(2))).toEqual([{ number: 1, text: "😊" }]);
});

test("a byte order mark is not part of the text", async () => {
  expect(await linesOf("\uFEFF{}\n")).toEqual([{ number: 1, text: "{}" }]);
});

test("a line that is not UTF-8 is told, and the lines around it are read", async () => {
  const lines = await linesOf("before\n", Uint8Array.of(0xff, 0xfe, 0x41, 10), "after\n");
  expect(lines).toEqual([{ number: 1, text: "before" }, { number: 2, problem: "is not valid UTF-8 and was not checked" }, { number: 3, text: "after" }]);
});

test("a line over the cap is told without being kept, and the next is read", async () => {
  const piece = "a".repeat(CAP_BYTES / 4);
  const lines = await linesOf(piece, piece, piece, piece, "a\nafter\n", `${"b".repeat(CAP_BYTES)}\n`);
  expect(lines.map((line) => ("problem" in line ? line.problem : line.text.length))).toEqual(["is longer than 1 MB and was not checked", 5, CAP_BYTES]);
});

test("a last line over the cap is told too", async () => {
  expect(await linesOf("a".repeat(CAP_BYTES + 1))).toEqual([{ number: 1, problem: "is longer than 1 MB and was not checked" }]);
});
