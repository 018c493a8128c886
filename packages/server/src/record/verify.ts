import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { FIRST, type Walk, Walker } from "./chain.ts";
import type { Written } from "./journal.ts";

const AT_ONCE = 2_000;

/** Walks a practice's chain in the database, a piece at a time. */
export async function walk(tx: Transaction<Database>, practice: string): Promise<Walk> {
  const walker = new Walker();
  for (let after = 0; ;) {
    const rows = await tx.selectFrom("record").select(["seq", "entry", "prev", "hash"]).where("practice", "=", practice).where("seq", ">", after).orderBy("seq").limit(AT_ONCE).execute();
    for (const row of rows) walker.step({ ...row, seq: Number(row.seq) });
    if (rows.length < AT_ONCE) return walker.end();
    after = Number(rows.at(-1)!.seq);
  }
}

export type Standing = "agrees" | "behind" | "ahead" | "none";

/** The journal is written right after the database: behind, it missed an answer that never left; ahead, the database lost what it had acknowledged. */
export function standingOf({ entries, head }: Pick<Walk, "entries" | "head">, journal: Written | undefined, isKept: boolean): Standing {
  if (!isKept) return "none";
  const seq = journal?.seq ?? 0, hash = journal?.hash ?? FIRST;
  if (seq === entries) return hash === head ? "agrees" : "ahead";
  return seq > entries ? "ahead" : "behind";
}
