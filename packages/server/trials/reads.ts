/** How long reads take on PostgreSQL with a million posts: `npm run bench:reads [posts]`. Every request goes through the whole app in this process, with a key; only the socket is left out. */
import { randomUUID } from "node:crypto";
import { routes } from "@chaperone/contract";
import pg from "pg";
import { makeApp } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { keys } from "../src/keys/routes.ts";
import { openDesk } from "../src/start.ts";
import { type APractice, aPractice } from "../test-support/a-practice.ts";
import { makePlace } from "./place.ts";
import { table } from "./reads-table.ts";

/** One practice has many times what the others have: a hospital's, kept for years. */
const POSTS = Number(process.argv[2] ?? 1_000_000), LARGE = Math.min(20_000, POSTS / 2), EACH = 1_000, TIMES = 200;

const place = await makePlace("postgres", {}), desk = await openDesk(readConfig(place.environment)), app = makeApp(desk);
const [large, usual] = [await aPractice(desk, { name: "Large" }), await aPractice(desk, { name: "Usual" })];
const begun = Date.now();
await sow();
console.log(`${POSTS.toLocaleString("en-US")} posts of ${Math.ceil((POSTS - LARGE) / EACH) + 1} practices, sown in ${Math.round((Date.now() - begun) / 1000)} s`);

const rows: { what: string; of: string; ms: number[] }[] = [];
for (const practice of [usual, large]) {
  const { secret } = await practice.ask("owner", routes.keys.create, keys.create, { body: { name: "bench", scopes: ["read", "record"], expiresAt: null } });
  const read = async (path: string): Promise<unknown> => {
    const answer = await app.request(`/api/practices/${practice.id}${path}`, { headers: { authorization: `Bearer ${secret}` } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
    return answer.json();
  };
  const ids = (await read("/posts?limit=200") as { list: { id: string }[] }).list.map(({ id }) => id);
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  const asked: Record<string, (turn: number) => string> = {
    "latest posts": () => "/posts",
    "one post": (turn) => `/posts/${ids[turn % ids.length]}`,
    "posts that wait": () => "/posts?state=waiting",
    "today": () => "/today",
    "calendar, a month": (turn) => `/calendar?from=${day(-40 + turn % 30)}&to=${day(2 + turn % 30)}`,
    "the week against its bounds": () => "/plan",
    "search, a word that many have": () => "/posts?q=flu",
    "search, a word that one has": (turn) => `/posts?q=sign+${1 + turn * 7}x`,
    "search, a word that none has": () => "/posts?q=zebrafinch",
    "the record": () => "/record",
  };
  for (const [what, path] of Object.entries(asked)) {
    const ms: number[] = [];
    for (let turn = -10; turn < TIMES; turn++) {
      const start = performance.now();
      await read(path(Math.max(0, turn)));
      if (turn >= 0) ms.push(performance.now() - start);
    }
    rows.push({ what, of: practice === large ? `of ${LARGE.toLocaleString("en-US")}` : `of ${EACH.toLocaleString("en-US")}`, ms });
  }
}
console.log(table(rows));
await desk.close();
place.remove();

/** Straight into the tables as their owner, past the triggers that look at each change: what is sown is as the desk would have left it. */
async function sow(): Promise<void> {
  const client = new pg.Client({ connectionString: place.environment["DATABASE_URL"] });
  await client.connect();
  await client.query("set session_replication_role = replica");
  const pack = (await client.query<{ pack: string }>("select pack from practices where id = $1", [usual.id])).rows[0]!.pack;
  await client.query("insert into practices (id, name, states, specialty, time_zone, pack) select gen_random_uuid(), 'Practice ' || n, '{VA}', 'dermatology', 'America/New_York', $1 from generate_series(1, $2) as n", [pack, Math.max(0, Math.ceil((POSTS - LARGE) / EACH) - 1)]);
  await client.query("insert into channels (id, practice, network, name) select gen_random_uuid(), id, 'facebook', name from practices where name like 'Practice %'");
  await sowIn(client, "p.id = $1", large, LARGE, pack);
  await sowIn(client, "p.id <> $1", large, EACH, pack);
  for (const name of ["posts", "versions", "verdicts", "approvals", "publications", "practices", "channels"]) await client.query(`analyze ${name}`);
  await client.end();
}

/** Most are long out, some wait, some are drafts, and a few are ahead. */
async function sowIn(client: pg.Client, which: string, { id, people }: APractice, count: number, pack: string): Promise<void> {
  const author = people.editor.person, seed = randomUUID();
  await client.query(`
    create temporary table sown as
    select gen_random_uuid() as id, p.id as practice, c.id as channel, n,
      case when n <= $2 - 60 then 'published' when n <= $2 - 40 then 'scheduled' when n <= $2 - 25 then 'waiting' else 'draft' end as state,
      now() + (n - ($2 - 60)) * interval '5 hours' as at,
      'Walk-in flu shots begin on Monday. Follow sign ' || n || 'x at the front door. ' || md5(n::text || p.id::text || '${seed}') || ' Bring a list of what you take, and a friend if you like company.' as words
    from practices p join lateral (select id from channels where practice = p.id limit 1) c on true cross join generate_series(1, $2::int) as n where ${which}`, [id, count]);
  const content = "jsonb_build_object('surface', 'post', 'text', s.words, 'channels', jsonb_build_array(s.channel), 'overrides', '{}'::jsonb, 'link', null, 'hashtags', '[]'::jsonb, 'pictures', '[]'::jsonb, 'pillar', (array['educational','promotional','community','appreciation'])[1 + s.n % 4], 'pillarReason', null, 'inReplyTo', null, 'reasons', '[]'::jsonb)";
  await client.query(`alter table sown add column content jsonb, add column said text, add column version text`);
  await client.query(`update sown s set content = ${content}`);
  await client.query("update sown set said = (content || jsonb_build_object('post', id))::text");
  await client.query("update sown set version = encode(sha256(convert_to(said, 'UTF8')), 'hex') where state <> 'draft'");
  await client.query("insert into posts (id, practice, title, author, draft, state, planned_for, version, created_at, updated_at) select id, practice, 'Sign ' || n, $1, content, state, at, version, at - interval '9 days', least(now(), at) from sown", [author]);
  await client.query("insert into versions (practice, post, hash, number, content, author) select practice, id, version, 1, said, $1 from sown where version is not null", [author]);
  await client.query("insert into verdicts (id, practice, version, pack, verdict, findings, stops, questions, people_needed, four_eyes) select gen_random_uuid(), practice, version, $1, 'clear', '[]', '{}', '{}', 1, false from sown where version is not null", [pack]);
  await client.query("insert into approvals (id, practice, post, version, person, decision, at) select gen_random_uuid(), practice, id, version, $1, 'approved', at - interval '1 day' from sown where state in ('published', 'scheduled')", [people.owner.person]);
  await client.query("insert into publications (id, practice, post, version, channel, at, state, published_at, created_by) select gen_random_uuid(), practice, id, version, channel, at, state, case when state = 'published' then at end, $1 from sown where state in ('published', 'scheduled')", [author]);
  await client.query("drop table sown");
}
