import { AbortedTransactionError, sql } from "kysely";
import { expect, test } from "vitest";
import { describeOnEach } from "../../test-support/on-each.ts";
import { asDesk, asPerson } from "./tenant.ts";

const GLOW = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0001", SMILE = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0002";

describeOnEach("Storage", (open) => {
  async function withNotes() {
    const { db } = await open();
    await sql`create table note (practice uuid not null, words text not null);
      alter table note enable row level security;
      create policy own on note using (practice = desk_practice()) with check (practice = desk_practice());
      grant select, insert on note to chaperone_app`.execute(db);
    return db;
  }
  const add = (practice: string, words: string) => sql`insert into note values (${practice}, ${words})`;
  const words = sql<{ words: string }>`select words from note order by words`;

  test("values come back in the same shapes", async () => {
    const { db } = await open();
    const { rows } = await sql`select true as yes, 9007199254740991::int8 as big, 7::int4 as small, 12.50::numeric as price, 0.25::float8 as share, count(*) as counted, sum(3::int8) as summed,
      timestamptz '2026-11-24 09:05:30.123456+02' as moment, timestamptz '2026-11-24 09:05:30+05:30' as india, timestamp '2026-11-24 09:05:30' as wall, date '2026-11-24' as day, time '09:05' as hour, interval '1 day 02:00' as span,
      '{"a":[1,null]}'::jsonb as parsed, '[1]'::json as list, '\\x00ff'::bytea as bytes, null::text as nothing,
      '{plain,"two words","say \\"hi\\"",NULL}'::text[] as texts, '{1,2}'::int8[] as numbers, '{{1,2},{3,4}}'::int[] as nested, array[timestamptz '2026-11-24 00:00+00'] as moments, array[${GLOW}::uuid] as ids,
      to_jsonb(timestamptz '2026-11-24 09:05:30+00') as inside`.execute(db);
    expect(rows).toEqual([{
      yes: true, big: 9007199254740991, small: 7, price: 12.5, share: 0.25, counted: 1, summed: 3,
      moment: "2026-11-24T07:05:30.123Z", india: "2026-11-24T03:35:30.000Z", wall: "2026-11-24 09:05:30", day: "2026-11-24", hour: "09:05:00", span: "1 day 02:00:00",
      parsed: { a: [1, null] }, list: [1], bytes: new Uint8Array([0, 255]), nothing: null,
      texts: ["plain", "two words", "say \"hi\"", null], numbers: [1, 2], nested: [[1, 2], [3, 4]], moments: ["2026-11-24T00:00:00.000Z"], ids: [GLOW],
      inside: "2026-11-24T09:05:30+00:00",
    }]);
  });

  test("values go in from the same shapes", async () => {
    const { db } = await open();
    await sql`create table everything (yes bool, big int8, price numeric, moment timestamptz, day date, parsed jsonb, bytes bytea, texts text[], id uuid, words text)`.execute(db);
    const moment = "2026-11-24T09:05:30.123Z", bytes = new Uint8Array([0, 92, 255]), texts = ["a \"b\" \\ c", "", "null", "{x}", "d,e"], talk = "Zoë said “it’s 100%” 👩‍⚕️ \\ ' \n";
    await sql`insert into everything values (${true}, ${42}, ${1.5}, ${moment}, ${"2026-11-24"}, ${{ parts: ["x", { y: talk }] }}, ${bytes}, ${texts}, ${GLOW}, ${talk}),
      (${false}, ${null}, ${null}, ${new Date(moment)}, ${null}, ${JSON.stringify(["list"])}, ${null}, ${[]}, ${null}, ${null})`.execute(db);
    const { rows } = await sql`select * from everything order by yes desc`.execute(db);
    expect(rows).toEqual([
      { yes: true, big: 42, price: 1.5, moment, day: "2026-11-24", parsed: { parts: ["x", { y: talk }] }, bytes, texts, id: GLOW, words: talk },
      { yes: false, big: null, price: null, moment, day: null, parsed: ["list"], bytes: null, texts: [], id: null, words: null },
    ]);
  });

  test("changed rows are counted", async () => {
    const db = await withNotes();
    const inserted = await sql`insert into note values (${GLOW}, ${"one"}), (${GLOW}, ${"two"})`.execute(db);
    const removed = await sql`delete from note where words = ${"one"} returning words`.execute(db);
    expect([inserted.numAffectedRows, removed.numAffectedRows, removed.rows]).toEqual([2n, 1n, [{ words: "one" }]]);
  });

  test("a transaction that throws leaves nothing behind", async () => {
    const db = await withNotes();
    await expect(asDesk(db, async (tx) => { await add(GLOW, "lost").execute(tx); throw new Error("changed my mind"); })).rejects.toThrow("changed my mind");
    expect((await words.execute(db)).rows).toEqual([]);
  });

  test("a transaction that swallows a refusal of the database does not pass for saved", async () => {
    const db = await withNotes();
    const saved = asDesk(db, async (tx) => { await add(GLOW, "lost").execute(tx); await sql`select 1/0`.execute(tx).catch(() => {}); });
    await expect(saved).rejects.toThrow(AbortedTransactionError);
    expect((await words.execute(db)).rows).toEqual([]);
  });

  test("a refusal inside a savepoint leaves the rest of the transaction alone", async () => {
    const db = await withNotes();
    const tx = await db.startTransaction().execute();
    await add(GLOW, "kept").execute(tx);
    const inner = await tx.savepoint("inner").execute();
    await sql`select 1/0`.execute(inner).catch(() => {});
    await inner.rollbackToSavepoint("inner").execute();
    await tx.commit().execute();
    expect((await words.execute(db)).rows).toEqual([{ words: "kept" }]);
  });

  test("fifty transactions and queries at once do not mix", async () => {
    const db = await withNotes();
    await Promise.all(Array.from({ length: 50 }, async (_, index) => {
      const practice = index % 2 ? GLOW : SMILE;
      if (index % 5 === 0) { await words.execute(db); return; }
      await asPerson(db, { practice, person: `person ${index}` }, async (tx) => {
        await add(practice, `note ${index}`).execute(tx);
        const { rows: [seen] } = await sql`select desk_practice() as practice, desk_person() as person, (select count(*) from note where practice <> ${practice}) as foreign`.execute(tx);
        expect(seen).toEqual({ practice, person: `person ${index}`, foreign: 0 });
        if (index % 7 === 0) throw new Error("undo");
      }).catch((error: Error) => { if (error.message !== "undo") throw error; });
    }));
    expect((await words.execute(db)).rows).toHaveLength(Array.from({ length: 50 }, (_, index) => index).filter((index) => index % 5 && index % 7).length);
  });

  test("a person sees and writes only their practice's rows, even with plain SQL", async () => {
    const db = await withNotes();
    await add(SMILE, "from the other practice").execute(db);
    await asPerson(db, { practice: GLOW, person: "anna" }, async (tx) => { await add(GLOW, "ours").execute(tx); expect((await words.execute(tx)).rows).toEqual([{ words: "ours" }]); });
    await expect(asPerson(db, { practice: GLOW, person: "anna" }, (tx) => add(SMILE, "smuggled").execute(tx))).rejects.toThrow("row-level security");
    await expect(asPerson(db, { practice: GLOW, person: "anna" }, (tx) => sql`alter table note disable row level security`.execute(tx))).rejects.toThrow("must be owner");
    expect(await asPerson(db, { practice: null, person: "anna" }, async (tx) => (await words.execute(tx)).rows)).toEqual([]);
  });

  test("role and settings end with the transaction, committed or not", async () => {
    const db = await withNotes();
    const who = sql<{ user: string; practice: string | null; person: string | null }>`select current_user as user, desk_practice() as practice, desk_person() as person`;
    const { rows: [owner] } = await who.execute(db);
    await asPerson(db, { practice: GLOW, person: "anna" }, async (tx) => { expect((await who.execute(tx)).rows).toEqual([{ user: "chaperone_app", practice: GLOW, person: "anna" }]); });
    await asPerson(db, { practice: GLOW, person: "anna" }, () => Promise.reject(new Error("undo"))).catch(() => {});
    for (let index = 0; index < 12; index++) expect((await who.execute(db)).rows).toEqual([{ user: owner!.user, practice: null, person: null }]);
    expect(owner!.practice).toBeNull();
  });

  test("a query sent past the transaction it belongs to is refused instead of waiting for ever", async () => {
    const db = await withNotes();
    await expect(asDesk(db, () => words.execute(db))).rejects.toThrow("use the transaction that the work was given");
    expect((await words.execute(db)).rows).toEqual([]);
  });

  test("an error names its code and constraint", async () => {
    const { db } = await open();
    await sql`create table once (id int constraint only_once primary key); insert into once values (1)`.execute(db);
    await expect(sql`insert into once values (${1})`.execute(db)).rejects.toMatchObject({ code: "23505", constraint: "only_once", table: "once" });
  });
});
