import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sql } from "kysely";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { closeAfter } from "../../test-support/close-after.ts";
import { DataDirectoryInUse } from "./lock.ts";
import { openDatabase } from "./open.ts";
import { keepReady } from "./template.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "chaperone-data-"));
const source = JSON.stringify(join(import.meta.dirname, "open.ts"));
const open = async (dataDir: string) => closeAfter(await openDatabase({ dataDir }, { migrations: [] }));
// These are about the files, so no migrations; a kept database saves the four seconds of making one each time.
beforeAll(() => keepReady([], async (dataDir) => { await (await openDatabase({ dataDir }, { migrations: [] })).close(); }));
const ids = sql<{ id: number }>`select id from kept order by id`;

test("what was saved is there after closing and opening again", async () => {
  const dataDir = folder(), first = await open(dataDir);
  await sql`create table kept (id int); insert into kept values (1), (2)`.execute(first.db);
  await first.close();
  await first.close();
  const second = await open(dataDir);
  expect((await ids.execute(second.db)).rows).toEqual([{ id: 1 }, { id: 2 }]);
  await second.close();
  expect(readdirSync(dataDir)).toEqual(["database"]);
});

test("a second opener is refused before it touches the files", async () => {
  const dataDir = folder(), first = await open(dataDir);
  await expect(open(dataDir)).rejects.toThrow(DataDirectoryInUse);
  await sql`create table kept (id int)`.execute(first.db);
});

test("closing waits for the transaction under way", async () => {
  const dataDir = folder(), first = await open(dataDir);
  await sql`create table kept (id int)`.execute(first.db);
  const tx = await first.db.startTransaction().execute();
  const closing = first.close();
  await sql`insert into kept values (1)`.execute(tx);
  await tx.commit().execute();
  await closing;
  expect((await ids.execute((await open(dataDir)).db)).rows).toEqual([{ id: 1 }]);
});

test("a first start that was cut short is begun again", async () => {
  const dataDir = folder(), first = await open(dataDir);
  await first.close();
  writeFileSync(join(dataDir, "database.unfinished"), "");
  writeFileSync(join(dataDir, "database/PG_VERSION"), "torn");
  const second = await open(dataDir);
  expect((await sql`select 1 as one`.execute(second.db)).rows).toEqual([{ one: 1 }]);
});

test("a dump starts an empty directory with everything in it, and refuses a full one", async () => {
  const first = await open(folder());
  await sql`create table kept (id int); insert into kept values (7)`.execute(first.db);
  const from = await first.dump(), dataDir = folder();
  const second = closeAfter(await openDatabase({ dataDir }, { migrations: [], from }));
  expect((await ids.execute(second.db)).rows).toEqual([{ id: 7 }]);
  await second.close();
  await expect(openDatabase({ dataDir }, { migrations: [], from })).rejects.toThrow("restore into an empty directory");
});

test("an address where no database answers is an error, not a hang", async () => {
  await expect(openDatabase({ url: "postgres://nobody@127.0.0.1:1/none" })).rejects.toThrow("ECONNREFUSED");
});

test("every row that was acknowledged is there after kill -9, three times over, and the desk opens by itself", async () => {
  const dataDir = folder(), setup = await open(dataDir);
  await sql`create table kept (id int primary key, words text)`.execute(setup.db);
  await setup.close();
  let acknowledged = 0;
  for (let round = 0; round < 3; round++) {
    const last = await writeAndDie(dataDir, acknowledged, 40 + round * 37);
    expect(last).toBeGreaterThan(acknowledged);
    acknowledged = last;
    const reopened = await open(dataDir), { rows } = await ids.execute(reopened.db);
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
    expect(rows.map(({ id }) => id)).toEqual(Array.from(rows, (_, index) => index + 1));
    acknowledged = rows.length;
    await reopened.close();
  }
});

/** A child writes rows one transaction each and says each number once it is acknowledged; it is killed after some of them, mid-write. */
async function writeAndDie(dataDir: string, from: number, count: number): Promise<number> {
  const script = `const { openDatabase } = await import(${source});
    const { db } = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} }, { migrations: [] });
    for (let id = ${from + 1}; ; id++) { await db.insertInto("kept").values({ id, words: "Our new hygienist starts Monday. ".repeat(40) }).execute(); process.stdout.write(id + "\\n"); }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => { child.kill("SIGKILL"); });
  let last = from;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last === from + count) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return last;
}
