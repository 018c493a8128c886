/** Part of the build: keeps a migrated, empty embedded database with its queue beside the program, so that the first start need not make one. */
import { pino } from "pino";
import { readMigrations } from "../database/migrate.ts";
import { openDatabase } from "../database/open.ts";
import { keepReady } from "../database/template.ts";
import { openQueue } from "../publishing/queue.ts";

await keepReady(readMigrations(), async (dataDir) => {
  const database = await openDatabase({ dataDir }), queue = await openQueue({ jobs: database.jobs, log: pino({ level: "silent" }) });
  await queue.close();
  await database.close();
});
