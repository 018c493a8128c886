import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { processStart } from "./process-start.ts";

export interface Holder { pid: number; started: string; host: string; token: string; address?: string }

export interface Lock {
  /** Known to whoever may read the data directory; by it the running desk knows its own commands. */
  readonly token: string;
  /** Says where the running desk answers, so that a command can talk to it instead of opening the files. */
  announce(address: string): void;
  release(): void;
}

export class DataDirectoryInUse extends Error {
  override name = "DataDirectoryInUse";
  readonly holder: Holder;
  constructor(dataDir: string, holder: Holder) {
    const where = holder.address ? `, the desk at ${holder.address}` : "", on = holder.host === hostname() ? "" : ` on ${holder.host}`;
    super(`The data directory ${dataDir} is in use by process ${holder.pid}${on}${where}; stop it first, or give this one another DATA_DIR.`);
    this.holder = holder;
  }
}

/** From another host we can see no process, so its holder shows that it lives by touching the file. */
const BEAT = 5_000, SILENCE = 30_000;

const path = (dataDir: string): string => join(dataDir, "desk.lock");

/** Who holds the directory now, or null. A lock that its holder left behind by dying counts as none. */
export function holderOf(dataDir: string): Holder | null {
  const holder = read(path(dataDir));
  return holder && isAlive(path(dataDir), holder) ? holder : null;
}

/** Takes the directory for this process alone, or throws `DataDirectoryInUse`. PGlite has no lock of its own, and two openers destroy the data. */
export function takeLock(dataDir: string): Lock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const mine: Holder = { pid: process.pid, started: processStart(process.pid) ?? "unknown", host: hostname(), token: randomUUID() };
  const file = path(dataDir);
  while (!place(file, mine)) {
    const holder = read(file);
    if (holder && isAlive(file, holder)) throw new DataDirectoryInUse(dataDir, holder);
    clearStale(dataDir, file, mine);
  }
  const beat = setInterval(() => { try { utimesSync(file, new Date(), new Date()); } catch { /* The next beat tries again. */ } }, BEAT);
  beat.unref();
  const stillMine = (): boolean => read(file)?.token === mine.token;
  return {
    token: mine.token,
    announce(address) {
      if (!stillMine()) return;
      const draft = `${file}.${mine.token}`;
      writeFileSync(draft, JSON.stringify({ ...mine, address }), { mode: 0o600 });
      renameSync(draft, file);
    },
    release() {
      clearInterval(beat);
      if (stillMine()) rmSync(file, { force: true });
    },
  };
}

/** A link either appears with its whole content or fails because one is there: nobody ever reads half a lock. */
function place(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.token}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Removes a dead holder's lock. Only one process may do so at a time, and looks again first: otherwise two that saw the same dead lock
 * could each remove "it", the second one removing the first one's fresh lock.
 */
function clearStale(dataDir: string, file: string, mine: Holder): void {
  const broom = `${file}.broom`;
  if (!place(broom, mine)) {
    const sweeper = read(broom);
    if (!sweeper || !isAlive(broom, sweeper)) rmSync(broom, { force: true });
    else if (sweeper.token !== mine.token) throw new DataDirectoryInUse(dataDir, sweeper);
    return;
  }
  try {
    const holder = read(file);
    if (!holder || !isAlive(file, holder)) rmSync(file, { force: true });
  } finally {
    rmSync(broom, { force: true });
  }
}

function read(file: string): Holder | null {
  try { return JSON.parse(readFileSync(file, "utf8")) as Holder; } catch { return null; }
}

function isAlive(file: string, { pid, started, host }: Holder): boolean {
  if (host !== hostname()) return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < SILENCE;
  const running = processStart(pid);
  return running !== null && (running === started || running === "unknown" || started === "unknown");
}
