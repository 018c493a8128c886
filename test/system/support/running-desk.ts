/** A real desk: the command that people start, as a process of its own, in a data directory of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const COMMAND = resolve(import.meta.dirname, "../../../packages/cli/bin/chaperone.ts");
const PATIENCE_MS = 60_000;

export interface RunningDesk {
  url: string;
  dataDir: string;
  /** From the start of the process to the first answer. */
  startedInMs: number;
  /** Everything it has printed. */
  printed(): string;
  /** As `kill -9` does: no goodbye. */
  kill(): Promise<void>;
  /** As an operator does. */
  stop(): Promise<void>;
}

export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), "chaperone-desk-"));
}

export const removeDataDir = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true });

export interface StartOptions { dataDir?: string; env?: Record<string, string> }

export async function startDesk({ dataDir = makeDataDir(), env = {} }: StartOptions = {}): Promise<RunningDesk> {
  const begun = performance.now();
  const child = spawn(process.execPath, [COMMAND, "serve"], { env: { ...bare(), PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "info", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  // Whoever started it may end early; the desk never outlives them.
  const orphaned = (): void => { child.kill("SIGKILL"); };
  process.once("exit", orphaned);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => { printed += text; });
  const ended = new Promise<void>((done) => { child.once("exit", () => { process.off("exit", orphaned); done(); }); });
  const end = async (signal: NodeJS.Signals): Promise<void> => { if (isAlive(child)) child.kill(signal); await ended; };
  const url = await answering(child, () => printed).catch(async (error: unknown) => { await end("SIGKILL"); throw error; });
  return { url, dataDir, startedInMs: performance.now() - begun, printed: () => printed, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}

/** What the test run itself was told is not for the desk. */
function bare(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return { PATH, HOME, TMPDIR, LANG };
}

const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

async function answering(child: ChildProcess, printed: () => string): Promise<string> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    if (!isAlive(child)) throw new Error(`The desk ended before it answered:\n${printed()}`);
    const url = /http:\/\/[\w.:[\]]+:\d+/.exec(printed())?.[0];
    if (url && await fetch(`${url}/api/ready`).then(({ ok }) => ok, () => false)) return url;
    await new Promise((next) => { setTimeout(next, 25); });
  }
  throw new Error(`The desk did not answer in ${PATIENCE_MS / 1000} s:\n${printed()}`);
}
