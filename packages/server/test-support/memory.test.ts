import { sql } from "kysely";
import { expect, test } from "vitest";
import { readMigrations } from "../src/database/migrate.ts";
import { openMemory } from "./memory.ts";

const tables = sql<{ rows: number }>`select (select count(*) from pg_tables where schemaname = 'public') as rows`;

test("the next test finds nothing of the last one, whether it left tables, settings or an open transaction", async () => {
  const first = await openMemory();
  const before = (await tables.execute(first.db)).rows;
  await sql`set chaperone.practice = '1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0001'`.execute(first.db);
  await sql`begin; create table half (id int)`.execute(first.db);
  await first.close();

  const second = await openMemory();
  expect((await tables.execute(second.db)).rows).toEqual(before);
  expect((await sql`select desk_practice() as practice`.execute(second.db)).rows).toEqual([{ practice: null }]);
  await sql`create table extra (id int); create schema other; create table other.thing (id int); insert into extra values (1)`.execute(second.db);
  await second.close();

  const third = await openMemory();
  expect((await tables.execute(third.db)).rows).toEqual(before);
  expect((await sql`select to_regclass('other.thing') as thing`.execute(third.db)).rows).toEqual([{ thing: null }]);
  await third.close();
});

test("rows go even where the desk itself could not remove them", async () => {
  const text = "create table log (id bigint generated always as identity, words text); create function no() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$; create trigger no before delete on log for each statement execute function no();";
  const migrations = [...readMigrations().slice(0, 1), { name: "0001-log.sql", text, sha256: "log" }];
  for (let round = 0; round < 3; round++) {
    const { db, close } = await openMemory({ migrations });
    expect((await sql`insert into log (words) values ('first') returning id`.execute(db)).rows).toEqual([{ id: 1 }]);
    await expect(sql`delete from log`.execute(db)).rejects.toThrow("append only");
    await close();
  }
});

test("two open at once are two databases", async () => {
  const one = await openMemory({ migrations: [] }), other = await openMemory({ migrations: [] });
  await sql`create table only_here (id int)`.execute(one.db);
  expect((await sql`select to_regclass('only_here') as here`.execute(other.db)).rows).toEqual([{ here: null }]);
});
