import type { Entry } from "@chaperone/contract";
import { sql, type Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { canonical } from "./canonical.ts";
import { FIRST, hashOf } from "./chain.ts";
import type { Written } from "./journal.ts";

/** What happened. `facts` hold hashes, codes and times; never the words of a draft or a review. */
export interface Noted { action: string; about: { kind: string; id: string; title?: string }; facts?: Record<string, unknown> }
export interface By { kind: "person" | "key" | "desk"; id: string; name: string }

/** Two who write at once would otherwise both continue from the same entry. It is the lock that the trigger takes, held until the transaction ends:
 *  whoever changes rows as well takes it first, or two of them wait for each other. */
export async function takeTurn(tx: Transaction<Database>, practice: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${practice}, 0))`.execute(tx);
}

/** Appends one entry to the practice's chain, in the transaction of the change it tells of. */
export async function append(tx: Transaction<Database>, practice: string, by: By, at: Date, what: Noted): Promise<Written> {
  await takeTurn(tx, practice);
  const last = await tx.selectFrom("record").select(["seq", "hash"]).where("practice", "=", practice).orderBy("seq", "desc").limit(1).executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1, prev = last?.hash ?? FIRST;
  const entry = canonical({
    practice, seq, at: at.toISOString(), action: what.action, by: { kind: by.kind, id: by.id, name: by.name },
    about: { kind: what.about.kind, id: what.about.id, title: what.about.title ?? "" }, facts: what.facts ?? {},
  });
  const hash = hashOf(prev, entry);
  await tx.insertInto("record").values({ practice, seq, at: at.toISOString(), action: what.action, subject: what.about.id, entry, prev, hash }).execute();
  return { practice, seq, entry, prev, hash };
}

export function entryOf(row: { entry: string; prev: string; hash: string }): Entry {
  const told = JSON.parse(row.entry) as Pick<Entry, "seq" | "at" | "action" | "by" | "about" | "facts">;
  return { seq: told.seq, at: told.at, action: told.action, by: told.by, about: told.about, facts: told.facts, entry: row.entry, prev: row.prev, hash: row.hash };
}
