import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { operate } from "@chaperone/server";
import { verifyExport } from "@chaperone/server/record";
import type { Io } from "../io.ts";
import { CLEAN, FINDINGS } from "../io.ts";
import { operator } from "../operator.ts";
import { Refusal } from "../refusal.ts";

export function exportRecord(practice: string | undefined, io: Io): Promise<number> {
  return operator((config) => operate(config, async (operations) => {
    await io.out(await operations.exportRecord(practice ?? null));
    return CLEAN;
  }));
}

/** Reads the file alone: no desk, no network. */
export async function verifyRecord(file: string, head: string | undefined, io: Io): Promise<number> {
  if (!existsSync(file)) throw new Refusal(`“${file}” does not exist.`);
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) throw new Refusal("A head is 64 hexadecimal digits, as Record shows it.");
  const { isIntact, entries, firstWrong, closedAt, ...walk } = await verifyExport(createInterface({ input: createReadStream(file), crlfDelay: Infinity }), head);
  if (isIntact) {
    await io.out(`Unbroken: ${entries} ${entries === 1 ? "entry" : "entries"} until ${closedAt}.\nHead ${walk.head}\n`);
    return CLEAN;
  }
  await io.out(`Broken at entry ${firstWrong!.seq}. ${firstWrong!.says}\n`);
  return FINDINGS;
}
