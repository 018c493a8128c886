/** Plain SQL against the desk, as the role that requests run as. Whoever gets past our code meets this. */
import { createHash, randomUUID } from "node:crypto";
import { type Post, routes } from "@chaperone/contract";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { aContent, aDesk, type APractice, aPractice, inHours } from "../../test-support/a-practice.ts";
import { describeOnEach } from "../../test-support/on-each.ts";
import { posts } from "../posts/routes.ts";
import { canonical } from "../record/canonical.ts";
import { hashOf } from "../record/chain.ts";
import type { OpenDatabase } from "./open.ts";
import { asDesk, asPerson } from "./tenant.ts";

const CLEAR = "Wear sunscreen on cloudy days too: clouds let most of the light through.", STOP = "The best dermatologist in Virginia.", QUESTION = "Swipe for before and after photos of her tummy tuck.";
const DENIED = "42501", NEVER = "23001", UNTRUE = "23514";

describeOnEach("The database refuses", (open) => {
  let database: OpenDatabase, ours: APractice, theirs: APractice;
  beforeEach(async () => {
    database = await open();
    const desk = await aDesk(database);
    [ours, theirs] = [await aPractice(desk, { name: "Seapine Dermatology" }), await aPractice(desk, { name: "Harbor Dermatology" })];
  });

  const submitted = async (practice: APractice, text: string, who: "owner" | "editor" = "editor", more: Parameters<typeof aContent>[1] = {}): Promise<Post> => {
    const { id, revision } = await practice.ask(who, routes.posts.create, posts.create, { body: { title: "", content: aContent(text, { channels: [practice.channel], ...more }), plannedFor: inHours(48) } });
    return practice.ask(who, routes.posts.submit, posts.submit, { params: { post: id }, body: { revision, askOf: null } });
  };
  const approved = async (practice: APractice, text = CLEAR): Promise<Post> => {
    const { id, version } = await submitted(practice, text);
    return practice.ask("owner", routes.posts.decide, posts.decide, { params: { post: id }, body: { version: version!, decision: "approved", note: "" } });
  };

  type Who = keyof APractice["people"];
  /** What the database says to one statement by one of our people: a code, or how many rows it changed. */
  const attack = (who: Who | null, statement: ReturnType<typeof sql>): Promise<string | number> =>
    asPerson(database.db, { practice: ours.id, person: who && ours.people[who].id }, async (tx) => Number((await statement.execute(tx)).numAffectedRows ?? 0)).catch((error: { code?: string; message: string }) => error.code ?? error.message);
  const asOwnerOfTheDatabase = (statement: ReturnType<typeof sql>) => asDesk(database.db, async (tx) => (await statement.execute(tx)).rows);

  const approval = (post: Post, person: string, more: { decision?: string; version?: string } = {}) => sql`insert into approvals (id, practice, post, version, person, decision)
    values (${randomUUID()}, ${ours.id}, ${post.id}, ${more.version ?? post.version}, ${person}, ${more.decision ?? "approved"})`;
  const publication = (post: Post, more: { at?: string; state?: string; version?: string; channel?: string } = {}) => sql`insert into publications (id, practice, post, version, channel, at, state, created_by)
    values (${randomUUID()}, ${ours.id}, ${post.id}, ${more.version ?? post.version}, ${more.channel ?? ours.channel}, ${more.at ?? inHours(48)}, ${more.state ?? "scheduled"}, ${ours.people.editor.id})`;

  test("any change to a version, a verdict or an entry of the record", async () => {
    const post = await approved(ours);
    for (const table of ["versions", "verdicts", "record"]) {
      const own = sql`where practice = ${ours.id}`;
      expect([table, await attack("owner", sql`update ${sql.table(table)} set practice = practice ${own}`)]).toEqual([table, DENIED]);
      expect([table, await attack("owner", sql`delete from ${sql.table(table)} ${own}`)]).toEqual([table, DENIED]);
      expect([table, await attack("owner", sql`truncate ${sql.table(table)}`)]).toEqual([table, DENIED]);
      // Even the owner of the tables has to take the trigger off first.
      await expect(asOwnerOfTheDatabase(sql`update ${sql.table(table)} set practice = practice ${own}`)).rejects.toMatchObject({ code: NEVER });
    }
    expect(await attack("owner", sql`delete from posts where id = ${post.id}`)).toBe(DENIED);
  });

  test("a version that is not named by its content, or is of another post", async () => {
    const { id } = await submitted(ours, CLEAR), other = await submitted(ours, "Our rooms are open on Saturdays.");
    const version = (post: string, content: object, hash?: string) => {
      const text = canonical(content), name = hash ?? createHash("sha256").update(text).digest("hex");
      return sql`insert into versions (practice, post, hash, number, content, author) values (${ours.id}, ${post}, ${name}, 9, ${text}, ${ours.people.editor.id})`;
    };
    expect(await attack("editor", version(id, { post: id, text: "Smuggled." }, "0".repeat(64)))).toBe(UNTRUE);
    expect(await attack("editor", version(id, { post: other.id, text: "Smuggled." }))).toBe(UNTRUE);
    expect(await attack("editor", sql`update posts set version = ${other.version} where id = ${id}`)).toBe("23503");
  });

  test("a verdict that hides what it found, or asks for fewer people than a stop does", async () => {
    const { version } = await submitted(ours, STOP);
    const verdict = (says: string, stops: string[], people: number, fourEyes: boolean) => sql`insert into verdicts (id, practice, version, pack, verdict, findings, stops, questions, people_needed, four_eyes)
      values (${randomUUID()}, ${ours.id}, ${version}, 'x', ${says}, '[]', ${stops}, '{}', ${people}, ${fourEyes})`;
    expect(await attack("owner", verdict("clear", ["superiority-claim/best"], 1, true))).toBe(UNTRUE);
    expect(await attack("owner", verdict("stop", ["superiority-claim/best"], 0, true))).toBe(UNTRUE);
    expect(await attack("owner", verdict("stop", ["superiority-claim/best"], 1, false))).toBe(UNTRUE);
  });

  test("an entry of the record out of its place, of another place, or with another hash", async () => {
    await approved(ours);
    const [last] = await asOwnerOfTheDatabase(sql`select seq, hash from record where practice = ${ours.id} order by seq desc limit 1`) as { seq: number; hash: string }[];
    const entry = (seq: number, prev: string, { says = seq, hash }: { says?: number; hash?: string } = {}) => {
      const text = canonical({ practice: ours.id, seq: says });
      return sql`insert into record (practice, seq, at, action, subject, entry, prev, hash) values (${ours.id}, ${seq}, now(), 'x', 'x', ${text}, ${prev}, ${hash ?? hashOf(prev, text)})`;
    };
    const { seq, hash } = last!;
    expect(await attack("owner", entry(seq, hash))).toBe(NEVER);
    expect(await attack("owner", entry(seq + 2, hash))).toBe(NEVER);
    expect(await attack("owner", entry(seq + 1, "0".repeat(64)))).toBe(NEVER);
    expect(await attack("owner", entry(seq + 1, hash, { says: seq + 2 }))).toBe(UNTRUE);
    expect(await attack("owner", entry(seq + 1, hash, { hash: "f".repeat(64) }))).toBe(UNTRUE);
    expect(await attack("owner", entry(seq + 1, hash))).toBe(1);
  });

  test("an approval for someone else, by someone who may not, of an older version, or of one's own words under four eyes", async () => {
    const post = await submitted(ours, CLEAR), { owner, compliance, contributor, editor } = ours.people;
    expect(await attack("compliance", approval(post, owner.id))).toBe("CH001");
    expect(await attack(null, approval(post, owner.id))).toBe("CH001");
    for (const who of ["contributor", "editor", "viewer"] as const) expect(await attack(who, approval(post, ours.people[who].id))).toBe("CH001");
    expect(await attack("contributor", sql`update members set role = 'owner' where person = ${contributor.id}`)).toBe("CH001");
    expect(await attack("compliance", sql`update members set role = 'owner' where person = ${compliance.id}`)).toBe("CH001");
    expect(await attack("owner", sql`update members set role = 'viewer' where person = ${owner.id}`)).toBe("CH009");
    expect(await attack("owner", sql`insert into members (practice, person, role) values (${ours.id}, ${theirs.people.owner.id}, 'owner')`)).toBe(DENIED);

    const own = await submitted(ours, QUESTION, "owner", { reasons: [{ rule: "before-after/photo", reason: "A model who signed." }] });
    expect(await attack("owner", approval(own, owner.id))).toBe("CH004");
    expect(await attack("owner", sql`update versions set author = ${editor.id} where hash = ${own.version}`)).toBe(DENIED);
    await attack("owner", sql`update posts set version = null where id = ${post.id}`);
    expect(await attack("owner", approval(post, owner.id))).toBe("CH002");
  });

  test("an approval that comes back to life, moves to another version, or goes away", async () => {
    const post = await approved(ours), own = sql`where post = ${post.id}`;
    expect(await attack("owner", sql`update approvals set decision = 'returned' ${own}`)).toBe(NEVER);
    expect(await attack("owner", sql`update approvals set version = ${(await submitted(ours, "Our rooms are open on Saturdays.")).version} ${own}`)).toBe(NEVER);
    expect(await attack("owner", sql`update approvals set lapsed_at = now() ${own}`)).toBe(1);
    expect(await attack("owner", sql`update approvals set lapsed_at = null ${own}`)).toBe(NEVER);
    expect(await attack("owner", sql`delete from approvals ${own}`)).toBe(DENIED);
  });

  test("an override by oneself, of one's own words, or granted before it was asked for", async () => {
    const post = await submitted(ours, STOP), { owner, compliance, editor } = ours.people, id = randomUUID();
    const ask = (who: string, granted: string | null) => sql`insert into overrides (id, practice, post, version, rule, reason, asked_by, granted, decided_by, decided_at)
      values (${id}, ${ours.id}, ${post.id}, ${post.version}, 'superiority-claim/best', 'Because I say so.', ${who}, ${granted !== null}, ${granted}, ${granted && inHours(0)})`;
    const asked = (who: string) => sql`insert into overrides (id, practice, post, version, rule, reason, asked_by) values (${id}, ${ours.id}, ${post.id}, ${post.version}, 'superiority-claim/best', 'Because I say so.', ${who})`;
    expect(await attack("owner", ask(owner.id, compliance.id))).toBe("CH005");
    expect(await attack("editor", asked(owner.id))).toBe("CH005");
    expect(await attack("owner", asked(owner.id))).toBe(1);
    const grant = (by: string) => sql`update overrides set granted = true, decided_at = now(), decided_by = ${by} where id = ${id}`;
    expect(await attack("owner", grant(owner.id))).toBe(UNTRUE);
    expect(await attack("owner", grant(compliance.id))).toBe("CH005");
    expect(await attack("editor", grant(editor.id))).toBe("CH005");
    expect(await attack("compliance", grant(compliance.id))).toBe(1);
    expect(await attack("compliance", sql`update overrides set granted = false where id = ${id}`)).toBe(NEVER);
  });

  test("a publication without approval, with a stop or a question open, under other rules, in the past, of an older version, by somebody who may not", async () => {
    const unapproved = await submitted(ours, CLEAR), stopped = await submitted(ours, STOP), questioned = await submitted(ours, QUESTION);
    for (const state of ["scheduled", "published"]) {
      expect(await attack("owner", publication(unapproved, { state }))).toBe("CH007");
      expect(await attack("owner", publication(stopped, { state }))).toBe("CH005");
      expect(await attack("owner", publication(questioned, { state }))).toBe("CH006");
      expect(await attack("contributor", publication(unapproved, { state }))).toBe("CH001");
    }
    const good = await approved(ours), own = sql`where post = ${good.id}`;
    expect(await attack("contributor", sql`update publications set state = 'published' ${own}`)).toBe("CH001");
    expect(await attack("owner", sql`update publications set at = now() - interval '1 minute' ${own}`)).toBe("CH008");
    expect(await attack("owner", sql`update publications set channel = ${await ours.addChannel("bluesky")} ${own}`)).toBe(NEVER);
    expect(await attack("owner", sql`update publications set version = ${unapproved.version} ${own}`)).toBe(NEVER);
    expect(await attack("owner", publication(good))).toBe("23505");
    expect(await attack("owner", publication(good, { channel: theirs.channel }))).toBe("23503");
    expect(await attack("owner", publication(good, { version: unapproved.version! }))).toBe("CH002");

    await attack("owner", sql`update practices set pack = 'other rules' where id = ${ours.id}`);
    expect(await attack("owner", sql`update publications set state = 'published' ${own}`)).toBe("CH003");
    expect(await attack("owner", approval(unapproved, ours.people.owner.id))).toBe("CH003");
  });

  test("a held publication that goes out, and one that went out going out again", async () => {
    const post = await approved(ours), own = sql`where post = ${post.id}`;
    await attack("owner", sql`update members set role = 'viewer' where person = ${ours.people.compliance.id}`);
    await attack("owner", sql`update posts set version = null where id = ${post.id}`);
    expect(await asOwnerOfTheDatabase(sql`select state, held_why from publications ${own}`)).toEqual([{ state: "held", held_why: "edited" }]);
    for (const state of ["scheduled", "published"]) expect(await attack("owner", sql`update publications set state = ${state} ${own}`)).toBe("CH002");
    expect(await attack("owner", sql`update posts set version = ${post.version} where id = ${post.id}`)).toBe(1);
    expect(await attack("owner", sql`update publications set state = 'published' ${own}`)).toBe("CH007");

    const second = await approved(ours, "Our rooms are open on Saturdays."), its = sql`where post = ${second.id}`;
    expect(await attack("editor", sql`update publications set state = 'published' ${its}`)).toBe("23514");
    expect(await attack("editor", sql`update publications set state = 'published', published_at = now() ${its}`)).toBe(1);
    for (const state of ["scheduled", "held", "missed"]) expect(await attack("owner", sql`update publications set state = ${state} ${its}`)).toBe(NEVER);
    expect(await attack("owner", publication(second))).toBe("23505");
  });

  test("a publication that skips a step, is sent to a paused channel, or leaves the unknown without a look", async () => {
    const post = await approved(ours), its = sql`where post = ${post.id}`, to = (state: string) => sql`update publications set state = ${state}, published_at = now() ${its}`;
    for (const state of ["prepared", "committing", "unknown"]) expect([state, await attack("owner", to(state))]).toEqual([state, NEVER]);
    for (const state of ["preparing", "prepared"]) expect(await attack("owner", to(state))).toBe(1);
    await attack("owner", sql`update channels set paused = true`);
    expect(await attack("owner", to("committing"))).toBe("CH011");
    await attack("owner", sql`update channels set paused = false`);
    await attack("owner", sql`update practices set silent_since = now()`);
    expect(await attack("owner", to("committing"))).toBe("CH011");
    await attack("owner", sql`update practices set silent_since = null`);
    expect(await attack("owner", to("committing"))).toBe(1);
    expect(await attack("owner", sql`update posts set version = null where id = ${post.id}`)).toBe("CH012");
    expect(await attack("owner", sql`update posts set deleted_at = now() where id = ${post.id}`)).toBe("CH012");
    for (const state of ["scheduled", "held", "removed"]) expect([state, await attack("owner", to(state))]).toEqual([state, NEVER]);
    expect(await attack("owner", to("unknown"))).toBe(1);
    for (const state of ["published", "prepared", "failed"]) expect([state, await attack("owner", to(state))]).toEqual([state, "CH010"]);
    const [{ id }] = await asOwnerOfTheDatabase(sql`select id from publications ${its}`) as [{ id: string }];
    expect(await attack("owner", sql`insert into attempts (id, practice, publication, step, ended_at, outcome) values (${randomUUID()}, ${ours.id}, ${id}, 'reconcile', now(), 'committed')`)).toBe(1);
    expect(await attack("owner", sql`update attempts set outcome = 'absent'`)).toBe(NEVER);
    expect(await attack("owner", to("published"))).toBe(1);
  });

  /** Tables that hold a practice's rows, as the catalog knows them: a new one cannot be forgotten here. */
  const tenantTables = async () => (await asOwnerOfTheDatabase(sql`select c.relname as name, c.relrowsecurity as closed,
    exists (select from pg_policy p where p.polrelid = c.oid) as has_policy, has_table_privilege('chaperone_app', c.oid, 'insert') as may_insert, exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as has_trigger
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = case when c.relname = 'practices' then 'id' else 'practice' end and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname`)) as { name: string; closed: boolean; has_policy: boolean; may_insert: boolean; has_trigger: boolean }[];

  async function fill(practice: APractice): Promise<void> {
    await approved(practice);
    const stopped = await submitted(practice, STOP), { owner } = practice.people, webhook = randomUUID();
    await asDesk(database.db, async (tx) => {
      await sql`insert into providers (id, practice, name) values (${randomUUID()}, ${practice.id}, 'Helen Okafor')`.execute(tx);
      await sql`insert into house_rules (id, practice, name, yaml) values (${randomUUID()}, ${practice.id}, 'x', 'x')`.execute(tx);
      await sql`insert into invitations (id, practice, email, role, token_hash, invited_by, expires_at) values (${randomUUID()}, ${practice.id}, 'new@example.com', 'viewer', ${randomUUID()}, ${owner.id}, now())`.execute(tx);
      await sql`insert into keys (id, practice, name, starts, secret_hash, scopes, created_by) values (${randomUUID()}, ${practice.id}, 'x', 'x', ${randomUUID()}, '{read}', ${owner.id})`.execute(tx);
      await sql`insert into webhooks (id, practice, url, events, secret) values (${webhook}, ${practice.id}, 'https://example.com', '{post.held}', 'x')`.execute(tx);
      await sql`insert into deliveries (id, practice, webhook, event, body) values (${randomUUID()}, ${practice.id}, ${webhook}, 'post.held', '{}')`.execute(tx);
      await sql`insert into pictures (id, practice, type, bytes) values (${randomUUID()}, ${practice.id}, 'image/png', '')`.execute(tx);
      await sql`insert into apps (practice, network, client_id) values (${practice.id}, 'x', 'x')`.execute(tx);
      await sql`insert into connections (channel, practice, account, credentials) values (${practice.channel}, ${practice.id}, '{}', 'x')`.execute(tx);
      await sql`insert into sign_ins (state_hash, practice, person, network, verifier, expires_at) values (${randomUUID()}, ${practice.id}, ${owner.id}, 'x', 'x', now())`.execute(tx);
      await sql`insert into attempts (id, practice, publication, step) select ${randomUUID()}::uuid, practice, id, 'prepare' from publications where practice = ${practice.id} limit 1`.execute(tx);
      await sql`select set_config('chaperone.person', ${owner.id}, true)`.execute(tx);
      await sql`insert into overrides (id, practice, post, version, rule, reason, asked_by) values (${randomUUID()}, ${practice.id}, ${stopped.id}, ${stopped.version}, 'superiority-claim/best', 'Because I say so.', ${owner.id})`.execute(tx);
    });
  }

  test("reading, changing, removing or adding a row of another practice, in every table that holds any", async () => {
    await fill(ours);
    await fill(theirs);
    const tables = await tenantTables();
    expect(tables.length).toBeGreaterThanOrEqual(21);
    for (const { name, closed, has_policy, may_insert, has_trigger } of tables) {
      const table = sql.table(name), column = sql.ref(name === "practices" ? "id" : "practice"), foreign = sql`where ${column} = ${theirs.id}`;
      const [row] = await asOwnerOfTheDatabase(sql`select to_jsonb(t) as row from ${table} t ${foreign} limit 1`) as { row: object }[];
      expect([name, row !== undefined, closed, has_policy], `${name} needs row-level security, and a row in fill()`).toEqual([name, true, true, true]);
      const seen = await asPerson(database.db, { practice: ours.id, person: ours.people.owner.id }, async (tx) => (await sql<{ other: boolean }>`select ${column} <> ${ours.id} as other from ${table}`.execute(tx)).rows);
      expect([name, seen.length > 0, seen.some(({ other }) => other)]).toEqual([name, true, false]);
      expect([name, await attack("owner", sql`update ${table} set ${column} = ${column} ${foreign}`)].map((one) => (one === DENIED ? 0 : one))).toEqual([name, 0]);
      expect([name, await attack("owner", sql`delete from ${table} ${foreign}`)].map((one) => (one === DENIED ? 0 : one))).toEqual([name, 0]);
      const moved = await attack("owner", sql`update ${table} set ${column} = ${theirs.id} where ${column} = ${ours.id}`), added = await attack("owner", sql`insert into ${table} overriding system value select * from jsonb_populate_record(null::${table}, ${JSON.stringify(row)}::jsonb)`);
      expect([name, typeof moved, typeof added]).toEqual([name, "string", "string"]);
      if (!has_trigger || !may_insert) expect([name, moved, added]).toEqual([name, DENIED, DENIED]);
    }
  });

  test("looking at what belongs to no practice: passwords, sessions, keys to the desk", async () => {
    const tenant = new Set((await tenantTables()).map(({ name }) => name));
    const others = await asOwnerOfTheDatabase(sql`select c.relname as name, has_table_privilege('chaperone_app', c.oid, 'select') or has_any_column_privilege('chaperone_app', c.oid, 'select,insert,update') as may
      from pg_class c where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace = 'public'::regnamespace`) as { name: string; may: boolean }[];
    expect(others.filter(({ name, may }) => may && !tenant.has(name)).map(({ name }) => name)).toEqual(["people"]);
    const people = await asPerson(database.db, { practice: ours.id, person: ours.people.owner.id }, async (tx) => (await sql<{ id: string }>`select id from people`.execute(tx)).rows);
    expect(people.map(({ id }) => id).sort()).toEqual(Object.values(ours.people).map(({ id }) => id).sort());
  });

  test("taking the locks off: triggers, policies, the tables, the functions they call", async () => {
    for (const statement of [
      sql`alter table publications disable trigger gate`, sql`alter table posts disable row level security`, sql`drop policy of_this_practice on posts`, sql`drop trigger versions_stay on versions`,
      sql`create or replace function desk_practice() returns uuid language sql as $$ select null::uuid $$`, sql`create or replace function role_of(uuid, text) returns text language sql as $$ select 'owner' $$`,
      sql`create table public.versions2 (id int)`, sql`set local session_replication_role = replica`,
    ]) expect(await attack("owner", statement)).toBe(DENIED);
    // Granting oneself what one does not have is a warning in SQL, and changes nothing.
    await attack("owner", sql`grant all on versions to chaperone_app`);
    expect(await asOwnerOfTheDatabase(sql`select has_table_privilege('chaperone_app', 'versions', 'update') as may`)).toEqual([{ may: false }]);
  });

  /** The role guards against mistakes of our code. It is no prison: a session belongs to the user that opened it, and SQL that an attacker writes may name
   *  another practice or leave the role. Values reach SQL only as parameters; docs/decisions/0008 says what that means. This test is here so that nobody believes more. */
  test("nothing, once somebody writes whole statements of their own: they can name another practice, or leave the role", async () => {
    await approved(theirs);
    const seen = (statement: ReturnType<typeof sql>) => asPerson(database.db, { practice: ours.id, person: ours.people.owner.id }, async (tx) => {
      await statement.execute(tx);
      return (await sql`select id from posts where practice = ${theirs.id}`.execute(tx)).rows.length;
    });
    expect(await seen(sql`select set_config('chaperone.practice', ${theirs.id}, true)`)).toBe(1);
    expect(await seen(sql`reset role`)).toBe(1);
    // It ends with the transaction.
    expect(await seen(sql`select 1`)).toBe(0);
  });
});
