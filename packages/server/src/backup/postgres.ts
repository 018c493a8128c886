/** PostgreSQL's own programs, told the address through the environment: what stands on a command line is seen by everybody on the machine. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import pg from "pg";

export class BackupProblem extends Error { override name = "BackupProblem"; }

const run = promisify(execFile);
const FROM_QUERY: Record<string, string> = { host: "PGHOST", port: "PGPORT", user: "PGUSER", sslmode: "PGSSLMODE", sslrootcert: "PGSSLROOTCERT", sslcert: "PGSSLCERT", sslkey: "PGSSLKEY", options: "PGOPTIONS", application_name: "PGAPPNAME" };

export function environmentOf(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const given = { PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: password, PGDATABASE: pathname.slice(1) };
  const known = Object.entries(given).filter(([, value]) => value !== "").map(([name, value]) => [name, decodeURIComponent(value)]);
  return Object.fromEntries([...known, ...[...searchParams].flatMap(([name, value]) => FROM_QUERY[name] ? [[FROM_QUERY[name], value]] : [])]);
}

async function program(name: "pg_dump" | "pg_restore", parameters: string[], url: string, folder?: string): Promise<void> {
  try {
    await run(folder ? `${folder}/${name}` : name, parameters, { env: { PATH: process.env["PATH"], ...environmentOf(url) } });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") throw new BackupProblem(`${name} is not installed; it comes with PostgreSQL's client programs.`);
    throw new BackupProblem(`${name} did not finish. Is it as new as the server, and may this user read everything?`, { cause });
  }
}

/** `programs` is the folder of pg_dump, where it is not on the path. */
export async function dumpPostgres(url: string, file: string, programs?: string): Promise<void> {
  await program("pg_dump", ["--format=custom", "--no-owner", "--file", file], url, programs);
}

/** Into an empty database only, all or nothing. */
export async function restorePostgres(url: string, file: string, programs?: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: number }>("select count(*)::int as tables from pg_tables where schemaname not in ('pg_catalog', 'information_schema')");
    if (rows[0]!.tables > 0) throw new BackupProblem("This database is not empty; restore into a new one.");
    await client.query("do $$ begin create role chaperone_app nologin noinherit; exception when duplicate_object or unique_violation then null; end $$");
    await client.query("grant chaperone_app to current_user").catch(() => {});
  } finally {
    await client.end();
  }
  await program("pg_restore", ["--no-owner", "--single-transaction", "--exit-on-error", "--dbname", environmentOf(url)["PGDATABASE"]!, file], url, programs);
}
