import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { keep } from "./file.ts";
import { type Backup, backupNamed, nameOf, toRemove } from "./keep.ts";

const DAY = 86_400_000;

export const backupsFolder = (dataDir: string): string => join(dataDir, "backups");

async function backupsIn(folder: string): Promise<Backup[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return (await readdir(folder)).map(backupNamed).filter((backup) => backup !== undefined);
}

/** Puts a dump among the automatic backups and takes out those that are no longer needed. */
export async function keepAmong(folder: string, dump: Uint8Array, now: Date): Promise<string> {
  const name = nameOf(now), before = await backupsIn(folder);
  await keep(join(folder, name), dump);
  for (const old of toRemove([...before, { name, at: now }])) await rm(join(folder, old), { force: true });
  return name;
}

/** A backup when the last one is a day old. Answers its name, or undefined when none was due. */
export async function backUpWhenDue({ dataDir, dump, now }: { dataDir: string; dump(): Promise<Uint8Array>; now: Date }): Promise<string | undefined> {
  const folder = backupsFolder(dataDir), last = Math.max(0, ...(await backupsIn(folder)).map(({ at }) => at.getTime()));
  return now.getTime() - last < DAY ? undefined : keepAmong(folder, await dump(), now);
}
