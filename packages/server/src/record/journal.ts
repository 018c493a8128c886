/** The record a second time, in a file that is forced to the disk: what a power cut takes from the database still stands here. */
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { Link } from "./chain.ts";

export interface Written extends Link { practice: string }

export interface Journal {
  /** Returns once the entries are on the disk. */
  write(entries: Written[]): Promise<void>;
  /** The last entry of each practice, or undefined when there is no journal. */
  heads(): Promise<Map<string, Written> | undefined>;
  /** Everything that was ever written of a practice, in that order. */
  of(practice: string): AsyncIterable<Written>;
  close(): Promise<void>;
}

/** With PostgreSQL, which forces its own log to the disk, there is nothing to keep twice. */
export const noJournal: Journal = { write: async () => {}, heads: async () => undefined, async *of() {}, close: async () => {} };

export async function openJournal(file: string): Promise<Journal> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, "a+", 0o600);
  const heads = await readHeads(handle);
  let queue = Promise.resolve();
  const write = async (entries: Written[]): Promise<void> => {
    await handle.appendFile(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    await handle.datasync();
    for (const entry of entries) heads.set(entry.practice, entry);
  };
  return {
    write: (entries) => entries.length === 0 ? Promise.resolve() : (queue = queue.catch(() => {}).then(() => write(entries))),
    heads: async () => heads,
    async *of(practice) { for await (const entry of readEntries(handle)) if (entry.practice === practice) yield entry; },
    close: async () => { await queue.catch(() => {}); await handle.close(); },
  };
}

/** A line that cannot be read was being written when the power went. */
async function* readEntries(handle: FileHandle): AsyncGenerator<Written> {
  for await (const line of handle.readLines({ start: 0, autoClose: false })) {
    let entry: Written;
    try { entry = JSON.parse(line) as Written; } catch { continue; }
    yield entry;
  }
}

/** A last line without its end was never acknowledged, and is closed off so that the next one begins on its own. */
async function readHeads(handle: FileHandle): Promise<Map<string, Written>> {
  const heads = new Map<string, Written>();
  for await (const entry of readEntries(handle)) heads.set(entry.practice, entry);
  const { size } = await handle.stat(), end = Buffer.alloc(1);
  if (size > 0) await handle.read(end, 0, 1, size - 1);
  if (size > 0 && end.toString() !== "\n") await handle.appendFile("\n");
  return heads;
}
