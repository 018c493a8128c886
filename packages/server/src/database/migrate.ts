import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CompiledQuery, type Kysely, sql } from "kysely";
import { asDesk } from "./tenant.ts";

export interface Migration { name: string; text: string; sha256: string }
interface Tables { chaperone_migration: { name: string; sha256: string } }

export const MIGRATIONS = join(import.meta.dirname, "migrations");
/** One number for the advisory lock, so that two processes starting together take turns. */
const LOCK = 4_321_000_001;

export class MigrationProblem extends Error { override name = "MigrationProblem"; }

export function readMigrations(folder = MIGRATIONS): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).toSorted();
  return names.map((name) => {
    const text = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
  });
}

/** Brings the database up to date, one transaction a file, and answers with the names that ran. */
export async function migrate<Any>(db: Kysely<Any>, migrations = readMigrations()): Promise<string[]> {
  const tables = db as unknown as Kysely<Tables>;
  const done = await alreadyRun(tables);
  refuseStrangers(done, migrations);
  const ran: string[] = [];
  for (const migration of migrations) if (!done.has(migration.name) && await run(tables, migration)) ran.push(migration.name);
  return ran;
}

export async function isBehind<Any>(db: Kysely<Any>, migrations: Migration[]): Promise<boolean> {
  const done = await alreadyRun(db as unknown as Kysely<Tables>);
  return migrations.some(({ name }) => !done.has(name));
}

function alreadyRun(db: Kysely<Tables>): Promise<Map<string, string>> {
  return asDesk(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    await sql`create table if not exists chaperone_migration (name text primary key, sha256 text not null, at timestamptz not null default now())`.execute(tx);
    const rows = await tx.selectFrom("chaperone_migration").select(["name", "sha256"]).execute();
    return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  });
}

function refuseStrangers(done: Map<string, string>, migrations: Migration[]): void {
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
  for (const [name, sha256] of done) {
    if (!known.has(name)) throw new MigrationProblem(`This database was made by a newer Chaperone (${name} is not known here); update the program.`);
    if (known.get(name) !== sha256) throw new MigrationProblem(`The migration ${name} was changed after it had run on this database; put the file back as it was and write the change as a new one.`);
  }
}

/** False when another process ran it while we waited for the lock. */
function run(db: Kysely<Tables>, { name, text, sha256 }: Migration): Promise<boolean> {
  return asDesk(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    if (await tx.selectFrom("chaperone_migration").select("name").where("name", "=", name).executeTakeFirst()) return false;
    try {
      await tx.executeQuery(CompiledQuery.raw(text));
    } catch (cause) {
      throw new MigrationProblem(`The migration ${name} failed and was undone: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
    await tx.insertInto("chaperone_migration").values({ name, sha256 }).execute();
    return true;
  });
}
