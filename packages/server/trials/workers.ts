/** Worker processes that come back when they die. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface Workers {
  /** SIGKILL to all of them; they come back. */
  kill(): void;
  /** How much each said last that is left. */
  left(): number | null;
  deaths(): number;
  stop(): Promise<void>;
}

export function keepWorkers(count: number, environment: Record<string, string>): Workers {
  const children = new Set<ChildProcess>();
  let isOver = false, left: number | null = null, deaths = 0;
  const raise = (): void => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "worker.ts")], { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment }, stdio: ["ignore", "pipe", "inherit"] });
    children.add(child);
    createInterface({ input: child.stdout! }).on("line", (line) => { left = (JSON.parse(line) as { left?: number }).left ?? left; });
    child.once("exit", () => { children.delete(child); left = null; if (!isOver) { deaths++; raise(); } });
  };
  for (let one = 0; one < count; one++) raise();
  return {
    kill: () => { left = null; for (const child of children) child.kill("SIGKILL"); },
    left: () => left, deaths: () => deaths,
    async stop() {
      isOver = true;
      await Promise.all([...children].map((child) => new Promise<void>((done) => { child.once("exit", () => done()); child.kill("SIGTERM"); setTimeout(() => child.kill("SIGKILL"), 8_000).unref(); })));
    },
  };
}
