/** A backup on disk: it appears whole, under its name, or not at all. */
import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

export async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    const handle = await open(draft, "w", 0o600);
    try { await handle.writeFile(bytes); await handle.sync(); } finally { await handle.close(); }
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  await forceFolder(dirname(file));
}

/** The name is in the folder, and the folder is forced to the disk as well, where the system lets one. */
async function forceFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder);
    try { await handle.sync(); } finally { await handle.close(); }
  } catch { /* Windows opens no folder. */ }
}

export type Kind = "embedded" | "postgres";
const BEGINNINGS: [Kind, Buffer][] = [["embedded", Buffer.from([0x1f, 0x8b])], ["postgres", Buffer.from("PGDMP")]];

/** What a file is a backup of, told by how it begins. */
export async function kindOf(file: string): Promise<Kind | undefined> {
  const handle = await open(file), beginning = Buffer.alloc(5);
  try { await handle.read(beginning, 0, 5, 0); } finally { await handle.close(); }
  return BEGINNINGS.find(([, magic]) => beginning.subarray(0, magic.length).equals(magic))?.[0];
}

export const readBackup = async (file: string): Promise<Uint8Array> => new Uint8Array(await readFile(file));
