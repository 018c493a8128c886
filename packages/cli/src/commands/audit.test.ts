import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { ioOfStrings } from "../io-of-strings.ts";
import { run } from "../run.ts";

let folder: string;

beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), "chaperone-audit-")); });

async function audit(name: string, content: string, ...args: string[]): Promise<{ code: number; page: string; stderr: string; stdout: string }> {
  const path = join(folder, name);
  const report = join(folder, `${name}.html`);
  await writeFile(path, content);
  const io = ioOfStrings();
  const code = await run(["audit", "--fast", "--out", report, ...args, path], io);
  return { code, page: await readFile(report, "utf8").catch(() => ""), stderr: io.stderr, stdout: io.stdout };
}

const rows = "date,channel,surface,text\n2026-01-05,facebook,post,\"Our <new> lipo is 100% safe.\"\n03/14/2026,facebook,post,Flu shots are in.\n,facebook,post,We are hiring.\n";

test("a table becomes one page with counts, charts and marked words", async () => {
  const { code, page, stdout } = await audit("posts.csv", rows);
  expect(code).toBe(1);
  expect(stdout).toContain("3 texts checked: 1 must change, 0 ask for an answer, 2 clear.");
  expect(page).toContain("<mark class=\"stop\">");
  expect(page).toContain("&lt;new&gt; lipo");
  expect(page).toContain("January 5, 2026 to March 14, 2026");
  expect(page).toContain("1 text without a date is not drawn.");
  expect(page.match(/<svg class="chart"/g)).toHaveLength(2);
});

test("the page loads nothing from anywhere", async () => {
  const { page } = await audit("alone.csv", rows);
  expect(page).not.toMatch(/<(script|link|img|iframe|object|embed)\b|\bsrc=|@import|url\(/i);
  expect(page).toContain("default-src 'none'");
});

test("an Instagram export is read as the captions that people saw", async () => {
  const { code, page } = await audit("posts_1.json", JSON.stringify([{ media: [{ uri: "a.jpg", creation_timestamp: 1700000000, title: "Lipo with us is 100% safe \u00f0\u009f\u0098\u008a" }] }]));
  expect(code).toBe(1);
  expect(page).toMatch(/Lipo with us is <mark class="stop">100% safe<\/mark><sup>1<\/sup> 😊/);
  expect(page).toContain("2023-11-14 · instagram · caption");
});

test("bad rows are listed and the good ones are still checked", async () => {
  const { code, page, stderr } = await audit("some.jsonl", "{\"text\":\"Flu shots are in.\"}\nnot JSON\n");
  expect(code).toBe(2);
  expect(stderr).toMatch(/line 2: this line is not valid JSON/);
  expect(page).toContain("What could not be checked");
});

test.each([
  ["other.json", "{\"hello\": 1}", /neither a list of texts nor a post export/],
  ["broken.json", "[{\"timestamp\": 1,\n \"data\": [", /broken\.json” is not valid JSON/],
  ["empty.csv", "text\n", /holds no text that was published/],
  ["notes.txt", "hello", /is not of a kind that an audit reads/],
])("%s gets one clear sentence and exit code 2", async (name, content, sentence) => {
  const { code, stderr } = await audit(name, content);
  expect(code).toBe(2);
  expect(stderr).toMatch(sentence);
});

test("only as many texts are shown as were asked for", async () => {
  const many = Array.from({ length: 30 }, (_, at) => JSON.stringify({ text: `Lipo with us is 100% safe, ${at}`, surface: "post" })).join("\n");
  const { page } = await audit("many.jsonl", many, "--limit", "4");
  expect(page.match(/<article>/g)).toHaveLength(4);
  expect(page).toContain("The 4 gravest of 30 texts to fix");
});
