import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { routes } from "@chaperone/contract";
import { sql } from "kysely";
import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { type APractice, aDesk, aPractice } from "../../test-support/a-practice.ts";
import { describeOnEach } from "../../test-support/on-each.ts";
import { asDesk } from "../database/tenant.ts";
import { verifyExport } from "./export.ts";
import { type Journal, openJournal } from "./journal.ts";
import { recover } from "./recover.ts";
import { record } from "./routes.ts";

const log = pino({ level: "silent" });
const happened = (practice: APractice, times: number): Promise<void[]> => Promise.all(Array.from({ length: times }, (_, at) =>
  practice.as(at % 2 === 0 ? "owner" : "editor", ({ note }) => note({ action: at % 3 === 0 ? "post.edited" : "member.joined", about: { kind: "post", id: practice.channel }, facts: { at } }))));

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-record-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describeOnEach("the record", (open) => {
  test("twenty who write at once continue one chain", async () => {
    const practice = await aPractice(await aDesk(await open()));
    await happened(practice, 20);
    const { isIntact, entries, journal } = await practice.ask("viewer", routes.record.verify, record.verify, {});
    expect({ isIntact, entries, journal }).toEqual({ isIntact: true, entries: 20, journal: "none" });
  });

  test("it goes on after the database has counted its rows anew, as it does by itself once in a while", async () => {
    const database = await open(), practice = await aPractice(await aDesk(database));
    await happened(practice, 3);
    await sql`analyze record`.execute(database.db);
    await happened(practice, 3);
    await expect(practice.ask("viewer", routes.record.verify, record.verify, {})).resolves.toMatchObject({ isIntact: true, entries: 6 });
  });

  test("it is read newest first, by pages, by action and by post", async () => {
    const practice = await aPractice(await aDesk(await open()));
    await happened(practice, 12);
    const read = (query: object) => practice.ask("viewer", routes.record.list, record.list, { query });
    const first = await read({ limit: 5 });
    expect(first).toMatchObject({ entries: 12, next: 8 });
    expect(first.list.map(({ seq }) => seq)).toEqual([12, 11, 10, 9, 8]);
    expect((await read({ limit: 5, before: first.next! })).list.map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3]);
    expect((await read({ action: "post.edited" })).list).toHaveLength(4);
    expect((await read({ action: "member." })).list).toHaveLength(8);
    expect((await read({ action: "m_mber." })).list).toHaveLength(0);
    expect((await read({ post: crypto.randomUUID() })).list).toHaveLength(0);
    expect((await read({ post: practice.channel })).list).toHaveLength(12);
  });

  test("its export is verified without the desk", async () => {
    const practice = await aPractice(await aDesk(await open()));
    await happened(practice, 8);
    const text = await practice.ask("viewer", routes.record.export, record.export, {});
    expect(await verifyExport(text.split("\n"))).toMatchObject({ isIntact: true, entries: 8, practice: practice.id });
  });

  test("an entry that was changed past the triggers is found", async () => {
    const database = await open(), practice = await aPractice(await aDesk(database));
    await happened(practice, 5);
    await sql`alter table record disable trigger record_stays; alter table record drop constraint chained`.execute(database.db);
    await sql`update record set entry = replace(entry, 'facts', 'fakts') where seq = 4`.execute(database.db);
    const { isIntact, firstWrong } = await practice.ask("owner", routes.record.verify, record.verify, {});
    expect({ isIntact, seq: firstWrong?.seq }).toEqual({ isIntact: false, seq: 4 });
  });
});

describeOnEach("the journal", (open) => {
  async function journaled(): Promise<{ practice: APractice; file: string; restart(): Promise<Journal>; standing(): Promise<object> }> {
    const file = join(aFolder(), "record.jsonl"), desk = await aDesk(await open());
    desk.journal = await openJournal(file);
    const practice = await aPractice(desk);
    const restart = async (): Promise<Journal> => {
      await desk.journal.close();
      desk.journal = await openJournal(file);
      await recover({ db: desk.database.db, journal: desk.journal, log, now: desk.now });
      return desk.journal;
    };
    onTestFinished(() => desk.journal.close());
    return { practice, file, restart, standing: async () => { const { isIntact, entries, journal } = await practice.ask("owner", routes.record.verify, record.verify, {}); return { isIntact, entries, journal }; } };
  }

  /** As a power cut would: the last entries are gone from the database. */
  const lose = (practice: APractice, after: number): Promise<unknown> => asDesk(practice.desk.database.db, (tx) => tx.deleteFrom("record").where("practice", "=", practice.id).where("seq", ">", after).execute());

  test("what it lacks is caught up from the database", async () => {
    const { practice, file, restart, standing } = await journaled();
    await happened(practice, 5);
    writeFileSync(file, `${readFileSync(file, "utf8").split("\n").slice(0, 3).join("\n")}\n{"practice":"${practice.id}","seq":4,"en`);
    await restart();
    expect(await standing()).toEqual({ isIntact: true, entries: 5, journal: "agrees" });
    await restart();
    expect(await standing()).toEqual({ isIntact: true, entries: 5, journal: "agrees" });
  });

  test("entries that the database lost are put back, and the record says so", async () => {
    const { practice, restart, standing } = await journaled();
    await happened(practice, 7);
    await lose(practice, 4);
    expect(await standing()).toEqual({ isIntact: true, entries: 4, journal: "ahead" });
    await restart();
    expect(await standing()).toEqual({ isIntact: true, entries: 8, journal: "agrees" });
    const { list: [last] } = await practice.ask("owner", routes.record.list, record.list, {});
    expect(last).toMatchObject({ action: "record.recovered", by: { kind: "desk" }, facts: { from: 5, to: 7 } });
  });

  test("a journal of another history is kept and never joined on", async () => {
    const { practice, restart, standing } = await journaled();
    await happened(practice, 6);
    await lose(practice, 3);
    const { journal } = practice.desk;
    practice.desk.journal = { ...journal, write: async () => {} };
    await happened(practice, 1);
    practice.desk.journal = journal;
    await restart();
    expect(await standing()).toEqual({ isIntact: true, entries: 5, journal: "agrees" });
    const { list: [last] } = await practice.ask("owner", routes.record.list, record.list, {});
    expect(last).toMatchObject({ action: "record.gap", facts: { journalSeq: 6, databaseSeq: 4 } });
  });
});
