import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * How much JavaScript the browser must read before the first page stands: the entry, what it imports, the room, and one page.
 * Reads the built manifest; exits 1 over the bound, so that a page that drags a library in is seen. The engine and its pack are fetched apart and have their own bound.
 */
const BOUND = 175_000, FIRST = ["index.html", "src/pages/desk.tsx", "src/pages/today.tsx"];

interface Chunk { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[] }

const dist = join(import.meta.dirname, "../dist");
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as Record<string, Chunk>;
const zipped = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

function withImports(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) withImports(next, seen);
  return seen;
}

function filesOf(keys: readonly string[], kind: "js" | "css"): string[] {
  const chunks = [...new Set(keys.flatMap((key) => [...withImports(key)]))].map((key) => manifest[key]!);
  return [...new Set(chunks.flatMap((chunk) => kind === "js" ? [chunk.file] : chunk.css ?? []))];
}

const sum = (files: readonly string[]): number => files.reduce((total, file) => total + zipped(file), 0);
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const first = filesOf(FIRST, "js"), total = sum(first);
console.log(`first page: ${kB(total)} of JavaScript and ${kB(sum(filesOf(FIRST, "css")))} of style, gzipped (bound ${kB(BOUND)})`);
for (const file of first) console.log(`  ${kB(zipped(file)).padStart(9)}  ${file}`);
for (const key of Object.keys(manifest).filter((key) => key.startsWith("src/pages/"))) {
  const more = filesOf([key], "js").filter((file) => !first.includes(file));
  console.log(`${key.slice("src/pages/".length).padEnd(20)} adds ${kB(sum(more))}`);
}
if (total > BOUND) process.exitCode = 1;
