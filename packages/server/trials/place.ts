/** Where a trial runs: a throw-away database of each kind, and what a desk there reads from its environment. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { makeRun, removeRun, startCluster } from "../test-support/cluster.ts";

export const KINDS = ["embedded", "postgres"] as const;
export type Kind = (typeof KINDS)[number];

export interface Place { kind: Kind; environment: Record<string, string>; remove(): void }

const KEY = "ab".repeat(32);

export async function makePlace(kind: Kind, more: Record<string, string>): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), "chaperone-trial-"));
  const environment = { SECRET_KEY: KEY, DATA_DIR: dataDir, LOG_LEVEL: "silent", PORT: "0", ...more };
  if (kind === "embedded") return { kind, environment, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
  const run = makeRun();
  startCluster(run);
  const url = (name: string): string => `postgres://postgres@localhost/${name}?host=${encodeURIComponent(run)}`;
  const client = new pg.Client({ connectionString: url("postgres") });
  await client.connect();
  await client.query("create database desk");
  await client.end();
  return { kind, environment: { ...environment, DATABASE_URL: url("desk") }, remove: () => { removeRun(run); rmSync(dataDir, { recursive: true, force: true }); } };
}
