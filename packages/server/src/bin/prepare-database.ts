/** Part of the build: keeps a migrated, empty embedded database beside the program, so that the first start need not make one. */
import { readMigrations } from "../database/migrate.ts";
import { openDatabase } from "../database/open.ts";
import { keepReady } from "../database/template.ts";

await keepReady(readMigrations(), async (dataDir) => { await (await openDatabase({ dataDir })).close(); });
