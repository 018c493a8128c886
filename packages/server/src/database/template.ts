import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Migration } from "./migrate.ts";

/**
 * Making an embedded database from nothing takes seconds, unpacking one takes a fraction. So a migrated, empty one is kept beside the
 * program (`npm run build` and the tests make it), and used when it fits; without it the first start only takes longer.
 */
const FOLDER = join(import.meta.dirname, "../../../../.cache/database");

/** Named after everything that went into it, so an old one is never taken for a new one. */
export function templatePath(migrations: Migration[]): string {
  const pglite = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const version = (JSON.parse(readFileSync(join(dirname(pglite), "../package.json"), "utf8")) as { version: string }).version;
  const name = createHash("sha256").update(JSON.stringify([version, migrations.map(({ name, sha256 }) => [name, sha256])])).digest("hex").slice(0, 16);
  return join(FOLDER, `${name}.tar`);
}

export function firstState(migrations: Migration[]): Uint8Array | undefined {
  try { return readFileSync(templatePath(migrations)); } catch { return undefined; }
}

/** Appears whole or not at all: several test runs may make it at once. */
export function keepTemplate(migrations: Migration[], archive: Uint8Array): void {
  const path = templatePath(migrations), draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, archive);
  renameSync(draft, path);
}
