import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import { embeddedDialect } from "./embedded-dialect.ts";
import type { Engine } from "./engine.ts";
import { embeddedJobs, type JobsOptions } from "./jobs.ts";
import { takeLock } from "./lock.ts";
import { isBehind, migrate, type Migration, readMigrations } from "./migrate.ts";
import { guarded, openPool } from "./postgres.ts";
import type { Database } from "./schema.ts";
import { copyReady } from "./template.ts";
import { makeTurns } from "./turns.ts";
import { openWorkerEngine } from "./worker-engine.ts";

export interface OpenDatabase {
  kind: "embedded" | "postgres";
  db: Kysely<Database>;
  /** For `new PgBoss({ ...jobs })`; inside a transaction send with `jobsIn(tx)`. */
  jobs: JobsOptions;
  /** The whole embedded database as a gzipped tar; on PostgreSQL that is pg_dump's work and this refuses. */
  dump(): Promise<Uint8Array>;
  /** By which the running desk knows commands of its own machine; a PostgreSQL database is open to them anyway. */
  token?: string;
  /** Tells commands where the running desk answers. */
  announce(address: string): void;
  /** Waits for the work under way, then closes. Closing twice is closing once. */
  close(): Promise<void>;
}

export interface OpenOptions {
  migrations?: Migration[];
  /** Called once when the embedded database's thread died: the process should end and be started again. */
  lost?: (error: Error) => void;
  /** Given the embedded database as it was, before migrations change one that is in use. */
  beforeMigrating?: (dump: Uint8Array) => Promise<void>;
  /** Starts an empty data directory from a `dump()`. */
  from?: Uint8Array;
}

export type Where = { dataDir: string } | { url: string };

/** Opens the desk's database and brings it up to date. */
export function openDatabase(where: Where, options: OpenOptions = {}): Promise<OpenDatabase> {
  return "url" in where ? openPostgres(where.url, options) : openEmbedded(where.dataDir, options);
}

async function openPostgres(url: string, { migrations }: OpenOptions): Promise<OpenDatabase> {
  const pool = openPool(url);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: guarded(pool) }) });
  const close = once(() => db.destroy());
  try { await migrate(db, migrations); } catch (error) { await close(); throw error; }
  const dump = (): Promise<Uint8Array> => Promise.reject(new Error("A PostgreSQL database is backed up with pg_dump."));
  return { kind: "postgres", db, jobs: { connectionString: url }, dump, announce: () => {}, close };
}

async function openEmbedded(dataDir: string, { migrations = readMigrations(), lost, from, beforeMigrating }: OpenOptions): Promise<OpenDatabase> {
  const lock = takeLock(dataDir);
  const folder = join(dataDir, "database"), unfinished = join(dataDir, "database.unfinished");
  try {
    // A first start that was killed half-way has acknowledged nothing, and leaves files that would not open.
    if (existsSync(unfinished)) rmSync(folder, { recursive: true, force: true });
    const isNew = !existsSync(folder);
    if (from && !isNew) throw new Error(`There is a database in ${dataDir} already; restore into an empty directory.`);
    if (isNew) writeFileSync(unfinished, "");
    if (isNew && !from) copyReady(migrations, folder);
    const engine = await openWorkerEngine({ dataDir: folder, from: isNew ? from : undefined }, lost);
    const opened = await openOver(engine, migrations, () => lock.release(), isNew ? undefined : beforeMigrating);
    rmSync(unfinished, { force: true });
    return { ...opened, token: lock.token, announce: (address) => lock.announce(address) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Over an embedded database that somebody else has opened; the tests keep one in memory and lend it out again and again. */
export async function openOver(engine: Engine, migrations: Migration[], closed: () => void, beforeMigrating?: OpenOptions["beforeMigrating"]): Promise<OpenDatabase> {
  const turns = makeTurns();
  const db = new Kysely<Database>({ dialect: embeddedDialect(engine, turns) });
  const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const endTurn = await turns.take();
    try { return await work(); } finally { endTurn(); }
  };
  const close = once(async () => {
    await db.destroy();
    try { await inTurn(() => engine.close()); } finally { closed(); }
  });
  const dump = (): Promise<Uint8Array> => inTurn(() => engine.dump("gzip"));
  try {
    if (beforeMigrating && await isBehind(db, migrations)) await beforeMigrating(await dump());
    await migrate(db, migrations);
  } catch (error) { await close(); throw error; }
  return { kind: "embedded", db, jobs: embeddedJobs(engine, turns), dump, announce: () => {}, close };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => running ??= work();
}
