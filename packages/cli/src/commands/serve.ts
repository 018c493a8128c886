import { serve, work } from "@chaperone/server/serve";
import type { Io } from "../io.ts";
import { CLEAN } from "../io.ts";
import { operator } from "../operator.ts";
import { Refusal } from "../refusal.ts";

/** Runs the desk until it is asked to stop. */
export function serveDesk({ isAlone }: { isAlone: boolean }, io: Io): Promise<number> {
  return operator(async (config) => {
    const { address, desk, stop } = await serve(config, { isAlone });
    // Counted from the start of the process, which is what somebody waits for.
    await io.out(`The desk answers at ${address} after ${(performance.now() / 1000).toFixed(1)} s. Ctrl+C stops it.\n`);
    desk.log.info({ signal: await askedToStop() }, "stopping");
    await stop();
    return CLEAN;
  });
}

/** Runs the background work of a desk on PostgreSQL until it is asked to stop. */
export function workForDesk(io: Io): Promise<number> {
  return operator(async (config) => {
    if (!config.databaseUrl) throw new Refusal("A desk with the embedded database does its background work itself; a worker of its own needs DATABASE_URL.");
    const { desk, stop } = await work(config);
    await io.out("The worker is at work. Ctrl+C stops it.\n");
    desk.log.info({ signal: await askedToStop() }, "stopping");
    await stop();
    return CLEAN;
  });
}

function askedToStop(): Promise<NodeJS.Signals> {
  return new Promise((done) => { for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done(signal)); });
}
