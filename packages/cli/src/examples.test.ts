import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ioOfStrings } from "./io-of-strings.ts";
import { run } from "./run.ts";

const folder = fileURLToPath(new URL("../../../examples/", import.meta.url));

async function verdicts(...args: string[]): Promise<string[]> {
  const io = ioOfStrings();
  const files = readdirSync(folder).sort().map((name) => folder + name);
  await run(["check", "--format", "jsonl", "--practice", `${folder}practice.yaml`, ...args, ...files], io);
  expect(io.stderr).toMatch(/practice\.yaml” describes a practice/);
  return io.stdout.trim().split("\n").map((line) => {
    const { file, line: number, verdict } = JSON.parse(line) as { file: string; line: number; verdict: string };
    return `${file.slice(folder.length, folder.length + 2)}:${number} ${verdict === "clear" ? "clear" : "held"}`;
  });
}

const EXPECTED = ["01:1 held", "02:1 clear", "03:1 held", "04:1 clear", "05:1 held", "06:1 clear", "06:2 clear", "06:3 held", "06:4 held", "06:5 clear", "07:2 clear", "07:3 held", "07:4 clear"];

test("the examples show what passes and what is held", async () => {
  expect(await verdicts("--fast")).toEqual(EXPECTED);
});

test("the second reader lets the fine examples pass too", async () => {
  expect(await verdicts()).toEqual(EXPECTED);
}, 60_000);
