/** Writes what is generated from the rules: the pack and the docs. With --verify it only says whether they are fresh. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadPack } from "../packages/engine/src/index.ts";
import { packOf, readSources } from "../rules/compile.ts";

const root = join(import.meta.dirname, "..");
const isVerifying = process.argv.includes("--verify");

try {
  const sources = readSources(), json = packOf(sources);
  const files = new Map([["rules/pack.json", `${JSON.stringify(json)}\n`]]);
  loadPack(json);
  const stale = [...files].filter(([path, content]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== content);
  if (isVerifying && stale.length > 0) throw new Error(`Generated files are not fresh; run npm run generate:\n${stale.map(([path]) => `  ${path}`).join("\n")}`);
  for (const [path, content] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  console.log(`${sources.rules.length} rules, ${sources.provisions.length} provisions, ${files.size} generated files, ${stale.length} ${isVerifying ? "stale" : "written"}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
