import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { openEngine } from "./engine.ts";

/**
 * Making an embedded database from nothing takes seconds, unpacking one takes one. So an empty one is kept beside the program: the build
 * and the tests make it. Without it the first start only takes longer.
 */
const FOLDER = join(import.meta.dirname, "../../../../.cache/database");

/** Named after PGlite's version, so an old one is never taken for a new one. */
function templatePath(): string {
  const pglite = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const { version } = JSON.parse(readFileSync(join(dirname(pglite), "../package.json"), "utf8")) as { version: string };
  return join(FOLDER, `empty-${version}.tar`);
}

export function emptyDatabase(): Uint8Array | undefined {
  try { return readFileSync(templatePath()); } catch { return undefined; }
}

/** Makes the kept database unless it is there. It appears whole or not at all, since several processes may make it at once. */
export async function prepareEmptyDatabase(): Promise<Uint8Array> {
  const kept = emptyDatabase();
  if (kept) return kept;
  const engine = await openEngine({});
  const archive = await engine.dump("none");
  await engine.close();
  const path = templatePath(), draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, archive);
  renameSync(draft, path);
  return archive;
}
