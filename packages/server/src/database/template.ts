import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { openEngine } from "./engine.ts";
import type { Migration } from "./migrate.ts";

/**
 * Making an embedded database from nothing and migrating it takes many seconds, copying one a fraction of one. So the build keeps a
 * migrated, empty one beside the program; without it the first start only takes longer. The tests in memory start from an archive.
 */
const FOLDER = join(import.meta.dirname, "../../../../.cache/database");

/** Of a package that shapes the files: PGlite's own, and the queue's tables. */
function version(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  return (JSON.parse(readFileSync(join(dirname(entry), "../package.json"), "utf8")) as { version: string }).version;
}

/** Named after everything that went into it, so an old one is never taken for a new one. */
function readyFolder(migrations: Migration[]): string {
  const parts = [version("@electric-sql/pglite"), version("pg-boss"), ...migrations.flatMap(({ name, sha256 }) => [name, sha256])];
  return join(FOLDER, `ready-${createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16)}`);
}

/** Puts a migrated, empty database into the folder, if one is kept. */
export function copyReady(migrations: Migration[], folder: string): boolean {
  const ready = readyFolder(migrations);
  if (!existsSync(ready)) return false;
  cpSync(ready, folder, { recursive: true });
  return true;
}

/** Keeps the database that `make` makes in a data directory for the next first start. */
export async function keepReady(migrations: Migration[], make: (dataDir: string) => Promise<void>): Promise<void> {
  const ready = readyFolder(migrations), draft = `${ready}.${process.pid}`;
  if (existsSync(ready)) return;
  mkdirSync(FOLDER, { recursive: true });
  await make(draft);
  // Another process may have been quicker; its copy is as good.
  try { renameSync(join(draft, "database"), ready); } catch (error) { if (!existsSync(ready)) throw error; }
  rmSync(draft, { recursive: true, force: true });
}

/** An archive of an empty database without migrations. It appears whole or not at all, since several processes may make it at once. */
export async function emptyArchive(): Promise<Uint8Array> {
  const path = join(FOLDER, `empty-${version("@electric-sql/pglite")}.tar`), draft = `${path}.${process.pid}`;
  if (existsSync(path)) return readFileSync(path);
  const engine = await openEngine({}), archive = await engine.dump("none");
  await engine.close();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(draft, archive);
  renameSync(draft, path);
  return archive;
}
