import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";

export interface NewPerson { id: string; name: string; email: string; passwordHash: string }

/** Makes a person in the transaction that gives them a place here, so that nobody is left with an account and no practice. The rows are as better-auth keeps them. */
export async function addPerson(tx: Transaction<Database>, { id, name, email, passwordHash }: NewPerson): Promise<void> {
  await tx.insertInto("user").values({ id, name, email: email.toLowerCase(), image: null }).execute();
  await tx.insertInto("account").values({ id: randomUUID(), userId: id, accountId: id, providerId: "credential", password: passwordHash }).execute();
}
