import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processStart } from "../src/database/process-start.ts";
import { findPostgres, postgresUser } from "./postgres-programs.ts";

const PREFIX = "chaperone-postgres-";

/** A folder for one test run's cluster. It costs nothing until a suite asks for PostgreSQL. */
export function makeRun(): string {
  sweep();
  const run = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(run, "owner.json"), JSON.stringify({ pid: process.pid, started: processStart(process.pid) }));
  return run;
}

/** Starts the run's server on a socket in its own folder, so no port is taken. Nothing in it need survive a power cut. */
export function startCluster(run: string): void {
  const programs = findPostgres();
  if (!programs) throw new Error("The tests need PostgreSQL's programs and find none: run `npm run system`, which installs what is missing or says how.");
  const user = postgresUser();
  if (user) chownSync(run, user.uid, user.gid);
  execute(programs, "initdb", ["-D", join(run, "data"), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"]);
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "shared_buffers=64MB", "listen_addresses=", `unix_socket_directories=${run}`];
  execute(programs, "pg_ctl", ["-D", join(run, "data"), "-l", join(run, "log"), "-w", "-o", settings.map((setting) => `-c '${setting}'`).join(" "), "start"]);
}

/** Stops the server if it was started, and removes everything. */
export function removeRun(run: string): void {
  const programs = findPostgres();
  if (programs && existsSync(join(run, "data/postmaster.pid"))) {
    try { execute(programs, "pg_ctl", ["-D", join(run, "data"), "-m", "immediate", "-w", "stop"]); } catch { /* It had died by itself. */ }
  }
  rmSync(run, { recursive: true, force: true });
}

/** What test runs that were killed have left behind. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const run = join(tmpdir(), name);
    try {
      const { pid, started } = JSON.parse(readFileSync(join(run, "owner.json"), "utf8")) as { pid: number; started: string | null };
      if (processStart(pid) !== started) removeRun(run);
    } catch { /* Another run is making or removing it this moment. */ }
  }
}

function execute(programs: string, name: string, parameters: string[]): void {
  const user = postgresUser();
  execFileSync(join(programs, name), parameters, { stdio: "ignore", cwd: tmpdir(), ...(user ?? {}) });
}

/** Does the work in one of the run's processes and lets the others wait for it. */
export async function onceInRun(run: string, name: string, work: () => Promise<void>): Promise<void> {
  const done = join(run, `${name}.done`), failed = join(run, `${name}.failed`);
  try { mkdirSync(join(run, name)); } catch {
    while (!existsSync(done)) {
      if (existsSync(failed)) throw new Error(readFileSync(failed, "utf8"));
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
    return;
  }
  try {
    await work();
    writeFileSync(done, "");
  } catch (error) {
    writeFileSync(failed, String(error));
    throw error;
  }
}
