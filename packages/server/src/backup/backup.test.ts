import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { aDesk, aPractice } from "../../test-support/a-practice.ts";
import { freshPostgres } from "../../test-support/postgres.ts";
import { findPostgres } from "../../test-support/postgres-programs.ts";
import { readMigrations } from "../database/migrate.ts";
import { openDatabase, type OpenDatabase } from "../database/open.ts";
import { walk } from "../record/verify.ts";
import { linksOf } from "../record/store.ts";
import { backUpWhenDue, backupsFolder, keepAmong } from "./automatic.ts";
import { keep, kindOf } from "./file.ts";
import { dumpPostgres, environmentOf } from "./postgres.ts";
import { restore } from "./restore.ts";

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A practice with something in its record; answers its id. */
async function furnish(database: OpenDatabase): Promise<string> {
  const practice = await aPractice(await aDesk(database));
  for (let at = 0; at < 5; at += 1) await practice.as("owner", ({ note }) => note({ action: "post.edited", about: { kind: "post", id: practice.channel } }));
  return practice.id;
}

async function holds({ db }: OpenDatabase, practice: string): Promise<object> {
  const { entries, isIntact } = await walk(linksOf(db, practice));
  return { entries, isIntact, members: (await db.selectFrom("members").select("person").where("practice", "=", practice).execute()).length };
}
const WHOLE = { entries: 5, isIntact: true, members: 5 };

test("an embedded desk comes back from its backup, and the gate with it", async () => {
  const from = aFolder(), to = join(aFolder(), "new"), file = join(from, "desk.tar.gz"), first = await openDatabase({ dataDir: join(from, "data") });
  const practice = await furnish(first);
  await keep(file, await first.dump());
  await first.close();
  expect([await kindOf(file), statSync(file).mode & 0o777]).toEqual(["embedded", 0o600]);
  await restore({ dataDir: to }, file);
  const again = await openDatabase({ dataDir: to });
  try {
    expect(await holds(again, practice)).toEqual(WHOLE);
    await expect(sql`update record set entry = '{}'`.execute(again.db)).rejects.toThrow("never changed");
  } finally {
    await again.close();
  }
  await expect(restore({ dataDir: to }, file)).rejects.toThrow(`There is a desk in ${to} already`);
});

test("a desk on PostgreSQL comes back from its backup, and the gate with it", async () => {
  const programs = findPostgres()!, url = await freshPostgres(), empty = await freshPostgres({ migrated: false }), file = join(aFolder(), "desk.dump"), first = await openDatabase({ url });
  const practice = await furnish(first);
  await first.close();
  await dumpPostgres(url, file, programs);
  expect(await kindOf(file)).toBe("postgres");
  await restore({ dataDir: "", databaseUrl: empty }, file, programs);
  const again = await openDatabase({ url: empty });
  try {
    expect(await holds(again, practice)).toEqual(WHOLE);
    await expect(sql`update record set entry = '{}'`.execute(again.db)).rejects.toThrow("never changed");
    await expect(again.db.transaction().execute(async (tx) => { await sql`set local role chaperone_app`.execute(tx); await sql`delete from record`.execute(tx); })).rejects.toThrow("permission denied");
  } finally {
    await again.close();
  }
  await expect(restore({ dataDir: "", databaseUrl: empty }, file, programs)).rejects.toThrow("not empty");
});

test("what does not belong there is refused in words", async () => {
  const folder = aFolder(), notes = join(folder, "notes.txt"), dump = join(folder, "a.dump"), tar = join(folder, "a.tar.gz");
  writeFileSync(notes, "Call the printer.");
  writeFileSync(dump, "PGDMP…");
  writeFileSync(tar, Buffer.from([0x1f, 0x8b, 8, 0, 0]));
  const url = "postgres://localhost/empty";
  await expect(restore({ dataDir: folder }, notes)).rejects.toThrow("is not a backup of a desk");
  await expect(restore({ dataDir: folder }, dump)).rejects.toThrow("set DATABASE_URL");
  await expect(restore({ dataDir: folder, databaseUrl: url }, tar)).rejects.toThrow("leave DATABASE_URL unset");
  await expect(dumpPostgres(url, dump, join(folder, "nowhere"))).rejects.toThrow("pg_dump is not installed");
});

test("an address becomes the environment of PostgreSQL's programs, its password decoded", () => {
  expect(environmentOf("postgres://ada:p%40ss%2Fword@db.example:5433/desk?sslmode=require&connect_timeout=3")).toEqual({ PGHOST: "db.example", PGPORT: "5433", PGUSER: "ada", PGPASSWORD: "p@ss/word", PGDATABASE: "desk", PGSSLMODE: "require" });
  expect(environmentOf("postgres://postgres@localhost/desk?host=%2Ftmp%2Fsocket")).toMatchObject({ PGHOST: "/tmp/socket" });
});

test("automatic backups come once a day and make room by themselves", async () => {
  const dataDir = aFolder(), folder = backupsFolder(dataDir), dump = async (): Promise<Uint8Array> => new Uint8Array([1]);
  let made = 0;
  for (let hour = 0; hour < 24 * 40; hour += 1) if (await backUpWhenDue({ dataDir, dump, now: new Date(Date.UTC(2026, 0, 1, hour)) })) made += 1;
  expect(made).toBe(40);
  expect(readdirSync(folder)).toHaveLength(9);
  writeFileSync(join(folder, "by-hand.tar.gz"), "");
  await keepAmong(folder, new Uint8Array([2]), new Date(Date.UTC(2027, 0, 1)));
  expect(existsSync(join(folder, "by-hand.tar.gz"))).toBe(true);
});

test("a database in use is put aside before new migrations change it, and an empty or unchanged one is not", async () => {
  const dataDir = aFolder(), migrations = readMigrations(), asides: Uint8Array[] = [], beforeMigrating = async (dump: Uint8Array): Promise<void> => { asides.push(dump); };
  const open = async (known = migrations): Promise<void> => (await openDatabase({ dataDir }, { migrations: known, beforeMigrating })).close();
  await open();
  await open();
  expect(asides).toHaveLength(0);
  await open([...migrations, { name: "9999-more.sql", text: "create table more (id int)", sha256: "more" }]);
  expect(asides).toHaveLength(1);
  const old = await openDatabase({ dataDir: join(aFolder(), "old") }, { from: asides[0]! });
  expect((await sql`select to_regclass('more') as more`.execute(old.db)).rows).toEqual([{ more: null }]);
  await old.close();
});
