import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { openDatabase } from "../database/open.ts";
import { kindOf, readBackup } from "./file.ts";
import { BackupProblem, restorePostgres } from "./postgres.ts";

/** Into an empty place only: nothing that exists is ever overwritten. */
export async function restore({ databaseUrl, dataDir }: Pick<Config, "databaseUrl" | "dataDir">, file: string, programs?: string): Promise<void> {
  const kind = await kindOf(file);
  if (!kind) throw new BackupProblem(`${file} is not a backup of a desk.`);
  if (kind === "postgres") {
    if (!databaseUrl) throw new BackupProblem(`${file} is a backup of a PostgreSQL database; set DATABASE_URL to an empty one.`);
    return restorePostgres(databaseUrl, file, programs);
  }
  if (databaseUrl) throw new BackupProblem(`${file} is a backup of an embedded database; leave DATABASE_URL unset.`);
  if (existsSync(join(dataDir, "database"))) throw new BackupProblem(`There is a desk in ${dataDir} already; set DATA_DIR to an empty folder.`);
  await (await openDatabase({ dataDir }, { from: await readBackup(file) })).close();
}
