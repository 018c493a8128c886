import { type Engine, openEngine } from "../src/database/engine.ts";
import { type Migration, readMigrations } from "../src/database/migrate.ts";
import { openOver, type OpenDatabase } from "../src/database/open.ts";
import { emptyArchive } from "../src/database/template.ts";
import { closeAfter } from "./close-after.ts";

/** Starting PostgreSQL in memory takes a second; emptying one that a test has finished with takes a tenth of it. */
const idle: Engine[] = [];

/** A database in memory that nobody else uses, closed when the test ends. Closing it lends it to the next test of the same file. */
export async function openMemory({ migrations = readMigrations() }: { migrations?: Migration[] } = {}): Promise<OpenDatabase> {
  const engine = idle.pop() ?? await start();
  return closeAfter(await openOver({ ...engine, close: () => empty(engine) }, migrations, () => idle.push(engine)));
}

async function start(): Promise<Engine> {
  const engine = await openEngine({ from: await emptyArchive() });
  await empty(engine);
  return engine;
}

async function empty(engine: Engine): Promise<void> {
  await engine.query("rollback", []);
  await engine.query("discard all", []);
  await engine.query("set timezone = 'UTC'", []);
  const { rows } = await engine.query("select quote_ident(nspname) as name from pg_namespace where nspname <> 'information_schema' and nspname !~ '^pg_'", []);
  await engine.query(`${rows.map(({ name }) => `drop schema ${name} cascade;`).join("")} create schema public; grant usage on schema public to public;`, []);
}
