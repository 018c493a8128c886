/**
 * The record against its journal, when the desk starts. Database and journal are written one after the other, and a crash or a power cut
 * may fall between: whichever is short is filled from the other, and the record says so. Nothing is put right in silence.
 */
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { Database } from "../database/schema.ts";
import { asDesk } from "../database/tenant.ts";
import { THE_DESK } from "../http/actor.ts";
import { hashOf } from "./chain.ts";
import type { Journal, Written } from "./journal.ts";
import { append } from "./record.ts";
import { headOf, linksOf } from "./store.ts";
import { standingOf } from "./verify.ts";

interface Head { entries: number; head: string }
interface Parts { db: Kysely<Database>; journal: Journal; log: Logger; now(): Date }

const AT_ONCE = 1_000;

export async function recover({ db, journal, log, now }: Parts): Promise<void> {
  const heads = await journal.heads();
  if (!heads) return;
  for (const { id } of await db.selectFrom("practices").select("id").execute()) {
    const last = heads.get(id), stands = await asDesk(db, (tx) => headOf(tx, id));
    if (standingOf(stands, id, heads) === "agrees") continue;
    const isInRecord = !last || await hasEntry(db, last);
    await catchUp(db, journal, id, isInRecord ? last?.seq ?? 0 : await putBack({ db, journal, log, now }, id, last, stands));
  }
}

async function hasEntry(db: Kysely<Database>, { practice, seq, hash }: Written): Promise<boolean> {
  return await db.selectFrom("record").select("seq").where("practice", "=", practice).where("seq", "=", seq).where("hash", "=", hash).executeTakeFirst() !== undefined;
}

/**
 * Entries that the database lost continue its chain and are put back as they were. What they tell of may still be lost, so an entry says from where to where.
 * Answers after which entry the journal lacks the record; after a fork that is the first.
 */
async function putBack({ db, journal, log, now }: Parts, practice: string, last: Written, { entries, head }: Head): Promise<number> {
  const lost = await continuing(journal, practice, entries, head), isWhole = lost.at(-1)?.hash === last.hash;
  await asDesk(db, async (tx) => {
    for (const { seq, entry, prev, hash } of isWhole ? lost : []) {
      const { at, action, about } = JSON.parse(entry) as { at: string; action: string; about: { id: string } };
      await tx.insertInto("record").values({ practice, seq, at, action, subject: about.id, entry, prev, hash }).execute();
    }
    await append(tx, practice, THE_DESK, now(), {
      action: isWhole ? "record.recovered" : "record.gap", about: { kind: "record", id: practice },
      facts: isWhole ? { from: entries + 1, to: last.seq } : { journalSeq: last.seq, journalHash: last.hash, databaseSeq: entries },
    });
  });
  log.warn({ practice, databaseSeq: entries, journalSeq: last.seq, isWhole }, isWhole ? "the database had lost entries of the record; they were put back from the journal" : "the journal holds entries that do not continue the record; it is kept as it is");
  return isWhole ? last.seq : 0;
}

/** The journal's entries that follow one another from a head on. */
async function continuing(journal: Journal, practice: string, entries: number, head: string): Promise<Written[]> {
  const chain: Written[] = [];
  for await (const link of journal.of(practice)) {
    const before: { seq: number; hash: string } = chain.at(-1) ?? { seq: entries, hash: head };
    if (link.seq === before.seq + 1 && link.prev === before.hash && hashOf(link.prev, link.entry) === link.hash) chain.push(link);
  }
  return chain;
}

async function catchUp(db: Kysely<Database>, journal: Journal, practice: string, after: number): Promise<void> {
  let some: Written[] = [];
  const write = async (): Promise<void> => { await journal.write(some); some = []; };
  for await (const { seq, entry, prev, hash } of linksOf(db, practice, after)) {
    some.push({ practice, seq, entry, prev, hash });
    if (some.length === AT_ONCE) await write();
  }
  await write();
}
