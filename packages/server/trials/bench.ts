/** 10,000 publications of 50 practices due at one minute, two workers, a stand-in network: none twice, none lost, and how late each was. `npm run bench:publish [count]`; ends with 1 when one is lost or doubled. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { readConfig } from "../src/config.ts";
import { columnsOf } from "../src/connections/store.ts";
import { asDesk } from "../src/database/tenant.ts";
import type { OpenDesk } from "../src/start.ts";
import { openDesk } from "../src/start.ts";
import { type Pace, USUAL_PACE } from "../src/publishing/pace.ts";
import { named } from "../src/posts/version.ts";
import { aContent, aPractice, type APractice } from "../test-support/a-practice.ts";
import { mastodonFixture, mastodonStandIn } from "../test-support/stand-ins/mastodon.ts";
import { openStandIns } from "../test-support/stand-ins/stand-in.ts";
import { makePlace } from "./place.ts";
import { keepWorkers } from "./workers.ts";

const COUNT = Number(process.argv[2] ?? 10_000), PRACTICES = 50, WORKERS = 2, AT_ONCE = 12, CHUNK = 500;
/** The usual pace, but for what this measures: everything is late, and nothing may give up. */
const PACE: Partial<Pace> = { ...USUAL_PACE, atOnce: AT_ONCE, lateMs: 3_600_000, pollSeconds: 0.5 };
/** One practice has a fifth of everything: the others must not wait behind it. */
const shareOf = (practice: number): number => practice === 0 ? Math.floor(COUNT / 5) : Math.floor((COUNT - Math.floor(COUNT / 5)) / (PRACTICES - 1));

const standIns = await openStandIns([mastodonStandIn]);
const place = await makePlace("postgres", { ALLOW_PRIVATE_HOSTS: "yes" });
const desk = await openDesk(readConfig(place.environment));
const minute = await plan(desk);
await new Promise((done) => { setTimeout(done, Math.max(0, minute.getTime() - Date.now() - 4_000)); });
const workers = keepWorkers(WORKERS, { ...place.environment, PACE: JSON.stringify(PACE) });
const total = Array.from({ length: PRACTICES }, (_, practice) => shareOf(practice)).reduce((sum, one) => sum + one, 0);
for (let before = -1, still = 0; still < 8;) {
  await new Promise((done) => { setTimeout(done, 5_000); });
  const { out } = (await sql<{ out: string }>`select count(*) as out from publications where state = 'published'`.execute(desk.database.db)).rows[0]!;
  console.log(`${out} of ${total} are out`);
  if (Number(out) >= total) break;
  still = Number(out) === before && before > 0 ? still + 1 : 0;
  before = Number(out);
}
await workers.stop();

const states = (await sql<{ state: string; says: string | null; count: string }>`select state, says, count(*) from publications group by 1, 2 order by 3 desc limit 8`.execute(desk.database.db)).rows;
console.log(states.map(({ state, says, count }) => `${count} ${state}${says ? `: ${says}` : ""}`).join("\n"));
const late = (await sql<{ practice: string; ms: number }>`select practice, extract(epoch from published_at - at)::float8 * 1000 as ms from publications where state = 'published' order by 2`.execute(desk.database.db)).rows;
const texts = new Map<string, number>();
for (const { text } of standIns.world.effects) texts.set(text, (texts.get(text) ?? 0) + 1);
const twice = [...texts.values()].filter((times) => times > 1).length, lost = total - texts.size;
const at = (of: { ms: number }[], share: number): string => `${((of[Math.min(of.length - 1, Math.floor(of.length * share))]?.ms ?? NaN) / 1000).toFixed(1)} s`;
const firsts = [...Map.groupBy(late, ({ practice }) => practice).values()].map((of) => of[0]!.ms / 1000).toSorted((a, b) => a - b);
const [begun, ended] = [Math.min(...late.map(({ ms }) => ms)), Math.max(...late.map(({ ms }) => ms))];
console.log(`
${total} publications of ${PRACTICES} practices due at one moment, ${WORKERS} workers, ${AT_ONCE} at once in each
out twice        ${twice}
lost             ${lost}
lateness         median ${at(late, 0.5)}, p95 ${at(late, 0.95)}, p99 ${at(late, 0.99)}, worst ${at(late, 1)}
the desk's time  ${((ended - begun) / total).toFixed(1)} ms a publication, both workers together
fairness         the last practice had its first post out after ${firsts.at(-1)!.toFixed(1)} s, the first after ${firsts[0]!.toFixed(1)} s; practices with a post out: ${firsts.length} of ${PRACTICES}`);
await desk.close();
await standIns.close();
place.remove();
process.exit(twice === 0 && lost === 0 ? 0 : 1);

/** Straight into the tables, past nothing: the gate's triggers look at every row. */
async function plan(at: OpenDesk): Promise<Date> {
  const { db } = at.database, practices: { practice: APractice; channel: string }[] = [];
  for (let one = 0; one < PRACTICES; one++) {
    const practice = await aPractice(at, { name: `Practice ${one}`, approvals: "when-risky" }), channel = await practice.addChannel("mastodon"), { account, credentials } = mastodonFixture(standIns.address);
    await asDesk(db, async (tx) => {
      await tx.updateTable("channels").set({ connected: true }).where("id", "=", channel).execute();
      await tx.insertInto("connections").values({ channel, practice: practice.id, account: JSON.stringify(account), ...columnsOf(at.seal, credentials), says: null, tested_at: null, refreshing_until: null, connected_by: null }).execute();
    });
    practices.push({ practice, channel });
  }
  const soon = new Date(Math.ceil((Date.now() + COUNT * 12 + 20_000) / 60_000) * 60_000), when = soon.toISOString();
  for (const [place_, { practice, channel }] of practices.entries()) {
    const { pack } = await db.selectFrom("practices").select("pack").where("id", "=", practice.id).executeTakeFirstOrThrow(), author = practice.people.editor.person;
    for (let done = 0; done < shareOf(place_); done += CHUNK) await asDesk(db, async (tx) => {
      const rows = Array.from({ length: Math.min(CHUNK, shareOf(place_) - done) }, (_, turn) => {
        const id = randomUUID(), content = aContent(`Walk-in flu shots begin on Monday. Sign ${place_}-${done + turn}.`, { channels: [channel] });
        return { id, content, ...named(id, content), publication: randomUUID() };
      });
      await tx.insertInto("posts").values(rows.map(({ id, content }) => ({ id, practice: practice.id, title: "", author, draft: JSON.stringify(content), planned_for: when, held_why: null, version: null, asked_of: null, asked_at: null, deleted_at: null }))).execute();
      await tx.insertInto("versions").values(rows.map(({ id, hash, text }) => ({ practice: practice.id, post: id, hash, number: 1, content: text, author }))).execute();
      await sql`update posts set version = v.hash, state = 'scheduled' from versions v where v.post = posts.id and posts.version is null`.execute(tx);
      await tx.insertInto("verdicts").values(rows.map(({ hash }) => ({ id: randomUUID(), practice: practice.id, version: hash, pack, verdict: "clear" as const, findings: "[]", stops: [], questions: [], people_needed: 0, four_eyes: false, risks: [] }))).execute();
      await tx.insertInto("publications").values(rows.map(({ id, hash, publication }) => ({ id: publication, practice: practice.id, post: id, version: hash, channel, at: when, next_at: when, state: "scheduled" as const, held_why: null, published_at: null, url: null, created_by: author }))).execute();
      await at.queue.ring(tx, rows.map(({ publication }, turn) => ({ practice: practice.id, publication, at: soon, behind: done + turn })));
    });
  }
  console.log(`planned for ${when}`);
  return soon;
}
