import { PGlite } from "@electric-sql/pglite";
import { READERS, writeValue } from "./values.ts";

export interface Answer { rows: Record<string, unknown>[]; affected?: number }

/** An embedded PostgreSQL with one connection, in this thread or in a worker. Whoever holds it takes turns. */
export interface Engine {
  query(sql: string, parameters: readonly unknown[]): Promise<Answer>;
  /** With PGlite's own reading of values, and the rows of every statement; pg-boss is written for these. */
  plainly(sql: string, parameters: readonly unknown[]): Promise<Answer>;
  /** The whole data directory as a tar archive. */
  dump(compression: "gzip" | "none"): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface EngineOptions { dataDir?: string | undefined; from?: Uint8Array | undefined }

const CHANGES = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);
const asText = (value: unknown): string => String(value);
// Every parameter is text already, so PGlite's checks by type are switched off.
const WRITERS = Object.fromEntries([16, 17, 20, 21, 23, 25, 26, 114, 700, 701, 1042, 1043, 1082, 1083, 1114, 1184, 1186, 1700, 2950, 3802,
  199, 1000, 1001, 1005, 1007, 1009, 1015, 1016, 1021, 1022, 1115, 1182, 1185, 1231, 2951, 3807].map((type) => [type, asText]));

/** Opens PGlite in this thread. On disk nobody may call this without holding the lock: two openers destroy the directory. */
export async function openEngine({ dataDir, from }: EngineOptions): Promise<Engine> {
  const pglite = await PGlite.create({ ...(dataDir ? { dataDir } : {}), ...(from ? { loadDataDir: new Blob([from as Uint8Array<ArrayBuffer>]) } : {}) });
  await pglite.exec("set timezone = 'UTC'");
  return {
    async query(sql, parameters) {
      if (parameters.length > 0) return answer(await pglite.query(sql, parameters.map(writeValue), { parsers: READERS, serializers: WRITERS }));
      const last = (await pglite.exec(sql, { parsers: READERS })).at(-1);
      return last ? answer(last) : { rows: [] };
    },
    async plainly(sql, parameters) {
      if (parameters.length > 0) return answer(await pglite.query(sql, [...parameters]));
      return { rows: (await pglite.exec(sql)).flatMap((result) => result.rows as Record<string, unknown>[]) };
    },
    dump: async (compression) => new Uint8Array(await (await pglite.dumpDataDir(compression)).arrayBuffer()),
    close: () => pglite.close(),
  };
}

function answer(result: { rows: unknown[]; command?: string; rowCount?: number }): Answer {
  const rows = result.rows as Record<string, unknown>[];
  return CHANGES.has(result.command ?? "") ? { rows, affected: result.rowCount ?? 0 } : { rows };
}
