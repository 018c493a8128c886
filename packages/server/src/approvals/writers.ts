import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";

/** Whether a person's words are in a version. */
export async function wrote(tx: Transaction<Database>, practice: string, version: string, person: string): Promise<boolean> {
  const made = await tx.selectFrom("versions").select(["author", "writers"]).where("practice", "=", practice).where("hash", "=", version).executeTakeFirst();
  return made !== undefined && (made.author === person || made.writers.includes(person));
}
