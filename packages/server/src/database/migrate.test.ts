import { createHash } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openMemory } from "../../test-support/memory.ts";
import { freshPostgres } from "../../test-support/postgres.ts";
import { migrate, type Migration, readMigrations } from "./migrate.ts";
import { openDatabase } from "./open.ts";
import { closeAfter } from "../../test-support/close-after.ts";

const step = (name: string, text: string): Migration => ({ name, text, sha256: createHash("sha256").update(text).digest("hex") });
const first = step("0001-first.sql", "create table first (id int); insert into first values (1);"), second = step("0002-second.sql", "create table second (id int);");

const kinds = [
  ["the embedded database", () => openMemory({ migrations: [] })],
  ["PostgreSQL", async () => closeAfter(await openDatabase({ url: await freshPostgres({ migrated: false }) }, { migrations: [] }))],
] as const;

describe.each(kinds)("Migrations, on %s", (_kind, open) => {
  test("run once, in order", async () => {
    const { db } = await open();
    expect(await migrate(db, [first])).toEqual(["0001-first.sql"]);
    expect(await migrate(db, [first, second])).toEqual(["0002-second.sql"]);
    expect(await migrate(db, [first, second])).toEqual([]);
    expect((await sql`select name from chaperone_migration order by name`.execute(db)).rows).toEqual([{ name: first.name }, { name: second.name }]);
  });

  test("two that start together do not run one twice", async () => {
    const { db } = await open();
    const ran = await Promise.all([migrate(db, [first, second]), migrate(db, [first, second])]);
    expect(ran.flat().toSorted()).toEqual([first.name, second.name]);
    expect((await sql`select id from first`.execute(db)).rows).toEqual([{ id: 1 }]);
  });

  test("an edited one refuses to start", async () => {
    const { db } = await open();
    await migrate(db, [first]);
    await expect(migrate(db, [step(first.name, "create table first (id bigint);"), second])).rejects.toThrow("The migration 0001-first.sql was changed after it had run on this database; put the file back as it was and write the change as a new one.");
    expect((await sql`select to_regclass('second') as second`.execute(db)).rows).toEqual([{ second: null }]);
  });

  test("a database of a newer desk refuses an older program", async () => {
    const { db } = await open();
    await migrate(db, [first, second]);
    await expect(migrate(db, [first])).rejects.toThrow("made by a newer Chaperone (0002-second.sql is not known here)");
  });

  test("one that fails leaves nothing of itself and names the reason", async () => {
    const { db } = await open();
    const broken = step("0002-broken.sql", "create table half (id int); create table half (id int);");
    await expect(migrate(db, [first, broken])).rejects.toThrow("The migration 0002-broken.sql failed and was undone: relation \"half\" already exists");
    expect((await sql`select to_regclass('half') as half, to_regclass('first')::text as first`.execute(db)).rows).toEqual([{ half: null, first: "first" }]);
    expect(await migrate(db, [first, second])).toEqual([second.name]);
  });

  test("the desk's own run, and the person's role can neither sign in nor look past row security", async () => {
    const { db } = await open();
    expect(await migrate(db)).toEqual(readMigrations().map(({ name }) => name));
    expect((await sql`select rolcanlogin, rolbypassrls, rolsuper from pg_roles where rolname = 'chaperone_app'`.execute(db)).rows).toEqual([{ rolcanlogin: false, rolbypassrls: false, rolsuper: false }]);
  });
});

test("a database user who is no superuser can own the desk", async () => {
  const url = await freshPostgres({ migrated: false });
  const admin = closeAfter(await openDatabase({ url }, { migrations: [] }));
  await sql`create role plain_owner login createrole; grant create on schema public to plain_owner; grant create on database ${sql.id(new URL(url).pathname.slice(1))} to plain_owner; drop table chaperone_migration`.execute(admin.db);
  const plain = closeAfter(await openDatabase({ url: url.replace("postgres@", "plain_owner@") }));
  expect((await sql`select set_config('role', 'chaperone_app', false)`.execute(plain.db)).rows).toHaveLength(1);
});
