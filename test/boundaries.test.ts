import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const packages = ["rules", "bench", ...readdirSync(join(root, "packages")).map((name) => `packages/${name}`)];

/** Who may import whom; the drawing in ARCHITECTURE.md. */
const MAY: Record<string, string[]> = {
  "packages/engine": [],
  rules: ["@chaperone/engine"],
  "packages/second-reader": ["@chaperone/engine", "@chaperone/rules"],
  "packages/contract": ["@chaperone/engine"],
  "packages/server": ["@chaperone/engine", "@chaperone/rules", "@chaperone/second-reader", "@chaperone/contract"],
  "packages/web": ["@chaperone/engine", "@chaperone/rules", "@chaperone/contract"],
  "packages/cli": ["@chaperone/engine", "@chaperone/rules", "@chaperone/second-reader", "@chaperone/contract", "@chaperone/server"],
  bench: ["@chaperone/engine", "@chaperone/rules"],
};

interface Import { file: string; from: string }

function importsOf(folder: string): Import[] {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes("node_modules"));
  return files.flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    return [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^;]*?\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/gm)].map((match) => ({ file, from: match[1] ?? match[2]! }));
  });
}

test.each(packages)("%s imports only what its package.json names, and only what the drawing allows", (folder) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Record<string, Record<string, string>>;
  const named = new Set(Object.keys({ ...dependencies, ...devDependencies }));
  const wrong: string[] = [];
  for (const { file, from } of importsOf(folder)) {
    const where = relative(root, file), isTest = file.endsWith(".test.ts") || file.includes("/test-support/");
    if (from.startsWith("node:")) { if (folder === "packages/engine" && !isTest) wrong.push(`${where}: the engine is pure and imports ${from}`); continue; }
    if (from.startsWith(".")) { if (relative(join(root, folder), resolve(dirname(file), from)).startsWith("..")) wrong.push(`${where}: ${from} reaches into another package past its front door`); continue; }
    if (isTest && ["vitest", "fast-check", "yaml"].includes(from)) continue;
    const name = from.split("/").slice(0, from.startsWith("@") ? 2 : 1).join("/");
    if (!named.has(name)) wrong.push(`${where}: ${name} is not in ${folder}/package.json`);
    if (name.startsWith("@chaperone/") && !MAY[folder]?.includes(name)) wrong.push(`${where}: ${folder} may not import ${name}`);
  }
  expect(wrong).toEqual([]);
});

test("no file imports itself in a circle", () => {
  const edges = new Map<string, string[]>();
  for (const folder of packages) for (const { file, from } of importsOf(folder)) if (from.startsWith(".")) edges.set(file, [...(edges.get(file) ?? []), resolve(dirname(file), from)]);
  const circles: string[] = [], done = new Set<string>();
  const walk = (file: string, path: string[]): void => {
    if (path.includes(file)) { circles.push([...path.slice(path.indexOf(file)), file].map((step) => relative(root, step)).join(" → ")); return; }
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  expect(circles).toEqual([]);
});
