/** The thread in which the embedded database runs: its queries would otherwise hold up every request. */
import { parentPort, workerData } from "node:worker_threads";
import { type Told, told } from "./database-error.ts";
import { openEngine, type Engine, type EngineOptions } from "./engine.ts";

export interface Call { id: number; method: keyof Engine; parameters: unknown[] }
export interface Reply { id: number; value?: unknown; error?: Told }

const port = parentPort!;
const opening = openEngine(workerData as EngineOptions);
const reply = (message: Reply): void => port.postMessage(message);

opening.then(() => reply({ id: 0 }), (error: unknown) => reply({ id: 0, error: told(error) }));

port.on("message", async ({ id, method, parameters }: Call) => {
  try {
    const engine = await opening;
    const run = engine[method] as (...given: unknown[]) => Promise<unknown>;
    reply({ id, value: await run(...parameters) });
  } catch (error) {
    reply({ id, error: told(error) });
  }
});
