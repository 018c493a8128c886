/** Writes what is generated from the rules: the pack and the docs. With --verify it only says whether they are fresh. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadPack } from "@chaperone/engine";
import type { Sources } from "../rules/compile.ts";
import { packOf, readSources } from "../rules/compile.ts";
import { settingsPage } from "./docs/settings-page.ts";
import { generateDocs } from "./generate-docs.ts";

const root = join(import.meta.dirname, "..");
const isVerifying = process.argv.includes("--verify");

try {
  const sources = readSources();
  sayUnknownAuthorities(sources);
  const files = generated(sources);
  const stale = [...files].filter(([path, content]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== content).map(([path]) => path);
  const orphaned = ["docs/rules", "docs/states"].flatMap(filesBelow).filter((path) => !files.has(path));
  if (isVerifying && stale.length + orphaned.length > 0) throw new Error(`Generated files are not fresh; run npm run generate:\n${[...stale, ...orphaned].map((path) => `  ${path}`).join("\n")}`);
  for (const path of orphaned) rmSync(join(root, path));
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files.get(path)!);
  }
  console.log(`${sources.rules.length} rules, ${sources.provisions.length} provisions: ${files.size} generated files, ${stale.length} ${isVerifying ? "stale" : "written"}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function generated(sources: Sources): Map<string, string> {
  const json = packOf(sources);
  loadPack(json);
  const docs = generateDocs({ rules: sources.rules, authorities: sources.provisions, topics: sources.topics, states: sources.states });
  return new Map([["rules/pack.json", `${JSON.stringify(json)}\n`], ...docs, ["docs/configuration.md", settingsPage()]]);
}

function sayUnknownAuthorities({ rules, provisions }: Sources): void {
  const known = new Set(provisions.map(({ id }) => id));
  const unknown = rules.flatMap((rule) => [...rule.cites, ...Object.values(rule.states ?? {}).flatMap((overlay) => overlay.cites ?? [])].filter((id) => !known.has(id)).map((id) => `rules/topics/${rule.id}.yaml cites ${id}, which no file in rules/authorities holds`));
  if (unknown.length > 0) throw new Error(unknown.join("\n"));
}

function filesBelow(folder: string): string[] {
  const path = join(root, folder);
  return existsSync(path) ? readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)) : [];
}
