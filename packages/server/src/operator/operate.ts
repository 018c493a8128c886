import type { Config } from "../config.ts";
import { holderOf } from "../database/lock.ts";
import { operationsAt } from "./knock.ts";
import type { Operations } from "./operations.ts";

/** Asks the desk that is running on this data directory; opens it for the moment when none is. */
export async function operate<Result>(config: Config, work: (operations: Operations) => Promise<Result>): Promise<Result> {
  const holder = config.databaseUrl ? null : holderOf(config.dataDir);
  if (holder?.address) return work(operationsAt({ ...holder, address: holder.address }));
  const [{ openDesk }, { operationsOn }] = await Promise.all([import("../start.ts"), import("./operations.ts")]);
  const desk = await openDesk({ ...config, logLevel: "silent" });
  try { return await work(operationsOn(desk)); } finally { await desk.close(); }
}
