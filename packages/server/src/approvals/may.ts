import { roleMay } from "@chaperone/contract";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import type { Within } from "../posts/by-the-desk.ts";
import { isWriter } from "../posts/version.ts";

/** Whether somebody here could approve at all. */
export async function mayBeAsked({ tx, practice }: Pick<Within, "tx" | "practice">, person: string): Promise<boolean> {
  const member = await tx.selectFrom("members").select("role").where("practice", "=", practice).where("person", "=", person).where("removed_at", "is", null).executeTakeFirst();
  return member !== undefined && roleMay(member.role, "approve");
}

/** Whether a person's words are in a version. */
export async function wrote(tx: Transaction<Database>, practice: string, version: string, person: string): Promise<boolean> {
  const made = await tx.selectFrom("versions").select(["author", "writers"]).where("practice", "=", practice).where("hash", "=", version).executeTakeFirst();
  return made !== undefined && isWriter(made, person);
}
