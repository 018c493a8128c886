import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { dumpPostgres, keep, operate, restore } from "@chaperone/server";
import type { Io } from "../io.ts";
import { CLEAN } from "../io.ts";
import { operator } from "../operator.ts";
import { Refusal } from "../refusal.ts";

const WITHOUT_KEY = "The secret key is not in it: keep SECRET_KEY, or secret.key of the data directory, somewhere else.\n";

export function backUp(file: string, io: Io): Promise<number> {
  return operator(async (config) => {
    const path = resolve(file);
    if (existsSync(path)) throw new Refusal(`“${file}” is there already; give the backup another name.`);
    if (config.databaseUrl) await dumpPostgres(config.databaseUrl, path);
    else await keep(path, await operate(config, ({ backup }) => backup()));
    await io.out(`The desk is backed up in ${file}. ${WITHOUT_KEY}`);
    return CLEAN;
  });
}

export function restoreFrom(file: string, io: Io): Promise<number> {
  return operator(async (config) => {
    if (!existsSync(file)) throw new Refusal(`“${file}” does not exist.`);
    await restore(config, resolve(file));
    await io.out(`The desk of ${file} is restored${config.databaseUrl ? "" : ` in ${config.dataDir}`}. Give it the secret key that it had.\n`);
    return CLEAN;
  });
}
