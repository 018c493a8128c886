import pg from "pg";
import { READERS } from "./values.ts";
import { refuseBesideTransaction } from "./within.ts";

/** A pool whose sessions speak UTC and read values as the embedded database does. A connection that breaks while idle is replaced at its next use. */
export function openPool(url: string, size = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url, max: size, connectionTimeoutMillis: 10_000,
    types: { getTypeParser: ((type: number, format?: "text" | "binary") => (format === "binary" ? undefined : READERS[type]) ?? pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser },
  });
  pool.on("error", () => {});
  pool.on("connect", (client) => { client.query("set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'").catch(() => {}); });
  return pool;
}

/** The pool as Kysely uses it. */
export const guarded = (pool: pg.Pool): { connect(): Promise<pg.PoolClient>; end(): Promise<void>; options: object } => ({
  async connect() { refuseBesideTransaction(); return await pool.connect(); },
  end: () => pool.end(),
  options: pool.options,
});
