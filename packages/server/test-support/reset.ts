import type { Engine } from "../src/database/engine.ts";

/** A migrated database as it looks before a test: the youngest change of its catalog, and its tables. */
export interface Shape { catalog: string; tables: string[] }

const CATALOG = `select concat_ws('/', ${["pg_class", "pg_attribute", "pg_proc", "pg_trigger", "pg_policy", "pg_constraint", "pg_namespace", "pg_type"]
  .map((table) => `(select count(*) || ':' || max(xmin::text::bigint) from ${table})`).join(", ")}) as catalog`;

/** Null when the migrations put rows of their own into a table: sweeping would lose them. */
export async function shapeOf(engine: Engine): Promise<Shape | null> {
  const { rows } = await engine.query("select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname !~ '^(pg_|information_schema)' and tablename <> 'chaperone_migration'", []);
  const tables = rows.map(({ name }) => String(name));
  for (const table of tables) if ((await engine.query(`select from ${table} limit 1`, [])).rows.length > 0) return null;
  return { catalog: await catalogOf(engine), tables };
}

/** Takes out every row without asking triggers or keys. False when the test changed more than rows. */
export async function sweepRows(engine: Engine, { catalog, tables }: Shape): Promise<boolean> {
  await restartSession(engine);
  if (await catalogOf(engine) !== catalog) return false;
  const sequences = "select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) from pg_sequences where last_value is not null";
  await engine.query(`set session_replication_role = replica; ${tables.map((table) => `delete from ${table};`).join("")} ${sequences}; set session_replication_role = default`, []);
  return true;
}

/** Takes out everything, tables and all. */
export async function empty(engine: Engine): Promise<void> {
  await restartSession(engine);
  const { rows } = await engine.query("select quote_ident(nspname) as name from pg_namespace where nspname <> 'information_schema' and nspname !~ '^pg_'", []);
  await engine.query(`${rows.map(({ name }) => `drop schema ${name} cascade;`).join("")} create schema public; grant usage on schema public to public;`, []);
}

async function restartSession(engine: Engine): Promise<void> {
  await engine.query("rollback", []);
  await engine.query("discard all", []);
  await engine.query("set timezone = 'UTC'", []);
}

async function catalogOf(engine: Engine): Promise<string> {
  return String((await engine.query(CATALOG, [])).rows[0]!.catalog);
}
