import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { ioOfStrings } from "./io-of-strings.ts";
import type { StringIo } from "./io-of-strings.ts";
import { run } from "./run.ts";

const BOLD = "Lipo with us is 100% safe.";
const FINE = "Thank you for the kind words.";

let folder: string;

beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), "chaperone-")); });

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function chaperone(args: string[], stdin: string | Uint8Array = ""): Promise<StringIo & { code: number }> {
  const io = ioOfStrings(stdin);
  const code = await run(args, io);
  return Object.assign(io, { code });
}

const check = (args: string[], stdin?: string | Uint8Array): ReturnType<typeof chaperone> => chaperone(["check", "--fast", ...args], stdin);

test("a fine text ends with 0, a finding with 1", async () => {
  expect(await check(["--surface", "reply"], FINE)).toMatchObject({ code: 0, stderr: "" });
  const found = await check(["--surface", "reply"], BOLD);
  expect(found).toMatchObject({ code: 1, stderr: "" });
  expect(found.stdout).toContain("outcome-guarantee");
});

test("each kind of file is read by its own rules", async () => {
  const paths = [
    await file("reply.md", `---\nsurface: reply\n---\n${BOLD}\n`),
    await file("reply.jsonl", `${JSON.stringify({ id: "r-1", text: BOLD, surface: "reply", inReplyTo: { author: "Marisol", text: "My lids look great." } })}\n`),
    await file("reply.csv", `channel,reply,surface\nyelp,"${BOLD}",reply\n`),
    await file("reply.json", JSON.stringify([{ text: BOLD, surface: "reply" }])),
  ];
  const { code, stdout } = await check(["--format", "jsonl", ...paths]);
  expect(code).toBe(1);
  const results = stdout.trim().split("\n").map((line) => JSON.parse(line) as { verdict: string; line: number });
  expect(results.map(({ verdict }) => verdict)).toEqual(["stop", "stop", "stop", "stop"]);
  expect(results.map(({ line }) => line)).toEqual([1, 1, 2, 1]);
});

test("a finding in Markdown stands where the words stand in the file", async () => {
  const path = await file("placed.md", `---\nsurface: reply\n---\n\nHello.\n\n**Lipo** with us is 100% safe.\n`);
  const { stdout } = await check(["--format", "jsonl", path]);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [{ place: { line: 7, column: 21 } }] });
});

test("what a text answers makes it a reply", async () => {
  const { stdout } = await check(["--in-reply-to", "My lids look great.", "--format", "jsonl"], FINE);
  expect(JSON.parse(stdout)).toMatchObject({ surface: "reply", verdict: "clear" });
});

test.each<[string, string[], string | Uint8Array | undefined, RegExp]>([
  ["a file that is missing", ["nowhere.txt"], undefined, /^“nowhere\.txt” does not exist\.\n$/],
  ["a folder", ["."], undefined, /^“\.” is a folder; name the files in it instead\.\n$/],
  ["a binary file", [], Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1), /^“standard input” is not text but a binary file\.\n$/],
  ["UTF-16", [], Buffer.from("\uFEFFhello", "utf16le"), /^“standard input” is written in UTF-16; save it as UTF-8 and try again\.\n$/],
  ["bytes that are not UTF-8", [], Uint8Array.of(0x41, 0xe9, 0x41), /^“standard input” is not valid UTF-8; save it as UTF-8 and try again\.\n$/],
  ["a text beyond all measure", [], "a".repeat(1_000_001), /^“standard input” is longer than 1 MB and was not checked\.\n$/],
  ["an unknown surface", ["--surface", "tweet"], FINE, /^“tweet” is not a surface; there are post, reply, .*\.\n$/],
  ["an unknown state", ["--state", "VA,ZZ"], FINE, /^“ZZ” is not a state we know; .*\.\n$/],
  ["an unknown format", ["--format", "xml"], FINE, /^error: option '--format <format>' argument 'xml' is invalid\./],
  ["an unknown option", ["--frobnicate"], FINE, /^error: unknown option '--frobnicate'/],
  ["a practice file that is missing", ["--practice", "nowhere.yaml"], FINE, /^“nowhere\.yaml” does not exist\.\n$/],
  ["a CSV file without a text", ["--as", "csv"], "name,age\nx,1\n", /^“standard input” has no column that is plainly the text; name it with --column\. Its columns are “name”, “age”\.\n$/],
  ["a CSV file without the column", ["--as", "csv", "--column", "Post"], "name,age\nx,1\n", /has no column “Post”/],
  ["a case file that is missing", ["--cases", "nowhere.jsonl"], undefined, /^“nowhere\.jsonl” does not exist\.\n$/],
])("%s gets one clear sentence and exit code 2", async (_, args, stdin, sentence) => {
  const { code, stderr } = await check(args, stdin);
  expect(code).toBe(2);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test("valid lines around a bad one are still checked", async () => {
  const lines = [JSON.stringify({ text: BOLD, surface: "reply" }), "{\"text\": \"oops", "[1]", "{\"surface\":\"post\"}", "{\"text\":\"x\",\"surface\":\"tweet\"}", "{\"text\":\"x\",\"practice\":{\"state\":\"ZZ\"}}", "", JSON.stringify({ text: FINE, surface: "reply" })];
  const { code, stdout, stderr } = await check(["--as", "jsonl"], lines.join("\n"));
  expect(code).toBe(2);
  expect(stdout).toContain("2 texts checked, 1 must change, 1 clear, 5 could not be checked.");
  const told = stderr.trim().split("\n");
  expect(told).toHaveLength(5);
  expect(told[0]).toMatch(/^standard input, line 2: this line is not valid JSON.*; it was not checked\.$/);
  expect(told[1]).toBe("standard input, line 3: this line is not a JSON object; it was not checked.");
  expect(told[2]).toBe("standard input, line 4: there is no “text”; it was not checked.");
});

test("other files are still checked when one is missing", async () => {
  const { code, stdout } = await check([join(folder, "nowhere.txt"), await file("fine.txt", FINE)]);
  expect(code).toBe(2);
  expect(stdout).toContain("1 text checked");
});

test("a practice file sets the place, and the command line overrules it", async () => {
  const path = await file("practice.yaml", "states: [VA]\nspecialty: dermatology\nname: Juniper Skin\nphones: ['(555) 010-0100']\nproviders:\n  - {name: Dr. Priya Patel, degree: MD, boards: [American Board of Dermatology]}\nstaff: [Kay]\n");
  expect(await check(["--practice", path, "--state", "FL"], FINE)).toMatchObject({ code: 0 });
  const wrong = await file("wrong.yaml", "state: VA\nproivders: []\n");
  const { code, stderr } = await check(["--practice", wrong], FINE);
  expect(code).toBe(2);
  expect(stderr).toContain("has a field “proivders” that is not known; a practice has state, states");
});

test("cases are answered one line a case, in order, on any number of cores", async () => {
  const cases = Array.from({ length: 900 }, (_, index) => JSON.stringify({ id: `c-${index}`, surface: index % 2 ? "reply" : "post", text: index % 3 ? FINE : BOLD, inReplyTo: null, practice: { state: "VA", specialty: "dermatology" } }));
  cases[5] = "not JSON";
  const path = await file("cases.jsonl", `${cases.join("\n")}\n`);
  const one = await check(["--cases", path]);
  const two = await check(["--cases", path, "--jobs", "2"]);
  expect(one.code).toBe(2);
  expect(one.stderr).toMatch(/line 6: this line is not valid JSON/);
  expect(two.stdout).toBe(one.stdout);
  const answers = one.stdout.trim().split("\n").map((line) => JSON.parse(line) as { id: string });
  expect(answers).toHaveLength(899);
  expect(answers[3]).toMatchObject({ id: "c-3", verdict: "stop", findings: [{ topic: "outcome-guarantee", severity: "stop" }], pillar: null });
  expect(Object.keys(answers[3]!)).toEqual(["id", "verdict", "findings", "pillar"]);
});

test("eval scores a file and shows what it missed", async () => {
  const labelled = (id: string, text: string, expected: string[]): string => JSON.stringify({ id, surface: "reply", text, expect: expected, also: [], pillar: null, practice: { state: "VA" } });
  const path = await file("labelled.jsonl", [labelled("a", BOLD, ["outcome-guarantee"]), labelled("b", FINE, ["minors"]), labelled("c", FINE, [])].join("\n"));
  const { code, stdout } = await chaperone(["eval", "--fast", "--json", path]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ cases: 3, topics: { "outcome-guarantee": { f1: 1 }, minors: { f1: 0, missed: 1 } }, clean: { share: 1 }, caught: { share: 0.5 } });
  const misses = await chaperone(["eval", "--fast", "--misses", path]);
  expect(JSON.parse(misses.stdout)).toMatchObject({ id: "b", missed: ["minors"], wrong: [] });
  expect(misses.stderr).toContain("macro F1");
});

test("rules and states can be looked up", async () => {
  expect((await chaperone(["rules"])).stdout).toContain("patient-acknowledgment/thanks-for-visit");
  expect((await chaperone(["rules", "show", "patient-acknowledgment/thanks-for-visit"])).stdout).toMatch(/what[\s\S]*why[\s\S]*instead[\s\S]*flags[\s\S]*passes/);
  expect(await chaperone(["rules", "show", "patient-acknowledgment/thanks-for-visits"])).toMatchObject({ code: 2, stderr: expect.stringContaining("did you mean patient-acknowledgment/thanks-for-visit?") as string });
  expect((await chaperone(["states"])).stdout.trim().split("\n")).toHaveLength(52);
  expect((await chaperone(["states", "show", "fl"])).stdout).toContain("Florida Board of Medicine");
  expect(await chaperone(["states", "show", "ZZ"])).toMatchObject({ code: 2 });
});

test("safe replies come as many as were asked for, and each is clear", async () => {
  const { code, stdout } = await chaperone(["reply", "--count", "4", "--json"], "The staff was kind and I was not rushed. Five stars!");
  expect(code).toBe(0);
  const replies = JSON.parse(stdout) as string[];
  expect(replies).toHaveLength(4);
  for (const reply of replies) expect(await check(["--in-reply-to", "The staff was kind."], reply)).toMatchObject({ code: 0 });
  expect(await chaperone(["reply"], " \n")).toMatchObject({ code: 2, stderr: "There is no review to answer; paste it on standard input.\n" });
});

test("help and version end well", async () => {
  expect(await chaperone(["--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("audit") as string });
  expect((await chaperone(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(await chaperone(["frobnicate"])).toMatchObject({ code: 2 });
});
