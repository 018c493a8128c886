import { ConfigProblem, DataDirectoryInUse, readConfig, serve, type Serving } from "@chaperone/server";
import type { Io } from "../io.ts";
import { CLEAN } from "../io.ts";
import { Refusal } from "../refusal.ts";

/** Runs the desk until it is asked to stop. */
export async function serveDesk(io: Io): Promise<number> {
  const begun = performance.now(), { address, desk, stop } = await opened();
  const took = ((performance.now() - begun) / 1000).toFixed(1);
  await io.out(`The desk answers at ${address} after ${took} s. Ctrl+C stops it.\n`);
  const signal = await new Promise<string>((done) => { for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => done(name)); });
  desk.log.info({ signal }, "stopping");
  await stop();
  return CLEAN;
}

async function opened(): Promise<Serving> {
  try {
    return await serve(readConfig());
  } catch (error) {
    if (error instanceof ConfigProblem) throw new Refusal(error.mistakes.join("\n"));
    if (error instanceof DataDirectoryInUse) throw new Refusal(error.message);
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new Refusal("Something else answers on this port already; set PORT to a free one.");
    if (code === "EACCES") throw new Refusal("This port or data directory may not be used here; set PORT or DATA_DIR to others.");
    if (code === "ECONNREFUSED" || code === "ENOTFOUND") throw new Refusal("DATABASE_URL leads to no database that answers.");
    throw error;
  }
}
