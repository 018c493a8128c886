import { Worker } from "node:worker_threads";
import { DatabaseError } from "./database-error.ts";
import type { Answer, Engine, EngineOptions } from "./engine.ts";
import type { Call, Reply } from "./worker.ts";

interface Waiting { resolve: (value: unknown) => void; reject: (error: Error) => void }

/** The embedded database in a thread of its own. When the thread dies, every call fails and `lost` is called once. */
export async function openWorkerEngine(options: EngineOptions, lost: (error: Error) => void = () => {}): Promise<Engine> {
  // Flags of a process that was started with `--eval` would break the thread.
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: options, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let next = 0, gone: Error | undefined, closing = false;

  const ask = (send: (id: number) => void): Promise<unknown> => new Promise((resolve, reject) => {
    if (gone) { reject(gone); return; }
    const id = next++;
    waiting.set(id, { resolve, reject });
    send(id);
  });
  const call = (method: Call["method"], ...parameters: unknown[]): Promise<unknown> => ask((id) => worker.postMessage({ id, method, parameters } satisfies Call));
  const lose = (error: Error): void => {
    if (gone) return;
    gone = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    if (!closing) lost(error);
  };

  worker.on("message", ({ id, value, error }: Reply) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error) caller?.reject(new DatabaseError(error)); else caller?.resolve(value);
  });
  worker.on("error", (cause) => lose(new Error("The embedded database stopped.", { cause })));
  worker.on("exit", () => lose(new Error("The embedded database is closed.")));

  try { await ask(() => {}); } catch (error) { closing = true; await worker.terminate(); throw error; }
  return {
    query: (sql, parameters) => call("query", sql, parameters) as Promise<Answer>,
    plainly: (sql, parameters) => call("plainly", sql, parameters) as Promise<Answer>,
    dump: (compression) => call("dump", compression) as Promise<Uint8Array>,
    async close() {
      if (gone) return;
      closing = true;
      await call("close");
      await worker.terminate();
    },
  };
}
