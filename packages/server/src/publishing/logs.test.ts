import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import { routes } from "@chaperone/contract";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aContent, aDesk, aPractice, inHours } from "../../test-support/a-practice.ts";
import { openMemory } from "../../test-support/memory.ts";
import { mastodonFixture, mastodonStandIn } from "../../test-support/stand-ins/mastodon.ts";
import { openStandIns, type OpenStandIns } from "../../test-support/stand-ins/stand-in.ts";
import { columnsOf } from "../connections/store.ts";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { openNetworks } from "../networks/networks.ts";
import { posts } from "../posts/routes.ts";
import { USUAL_PACE } from "./pace.ts";
import { publish } from "./publish.ts";

let standIns: OpenStandIns;
beforeAll(async () => { standIns = await openStandIns([mastodonStandIn]); });
afterAll(() => standIns.close());

test("however a publication ends, the log holds no word of it, no name, and no token", async () => {
  const lines: string[] = [], clock = { minutes: 0 };
  const log = pino({ level: "trace" }, new Writable({ write(chunk, _encoding, done) { lines.push(String(chunk)); done(); } }));
  const desk: Desk = await aDesk(await openMemory(), { now: () => new Date(Date.now() + clock.minutes * 60_000), networks: openNetworks({ allowPrivate: true }) });
  desk.log = log;
  const practice = await aPractice(desk), channel = await practice.addChannel("mastodon", "Seapine on Mastodon"), { account, credentials } = mastodonFixture(standIns.address);
  await asDesk(desk.database.db, async (tx) => {
    await tx.updateTable("channels").set({ connected: true }).where("id", "=", channel).execute();
    await tx.insertInto("connections").values({ channel, practice: practice.id, account: JSON.stringify(account), ...columnsOf(desk.seal, credentials), says: null, tested_at: null, refreshing_until: null, connected_by: null }).execute();
  });
  const words = ["marigold", "Gelbkrebs", "juniperus"], states: string[] = [];
  for (const [turn, kind] of ([undefined, "cut-after", "permission"] as const).entries()) {
    const text = `The ${words[turn]} in our window is in bloom this week.`, { ask } = practice;
    const { id, revision } = await ask("editor", routes.posts.create, posts.create, { body: { title: `On the ${words[turn]}`, content: aContent(text, { channels: [channel] }), plannedFor: inHours(1, desk.now()) } });
    const { version } = await ask("editor", routes.posts.submit, posts.submit, { params: { post: id }, body: { revision, askOf: null } });
    await ask("compliance", routes.posts.decide, posts.decide, { params: { post: id }, body: { version: version!, decision: "approved", note: "" } });
    const { publications } = await ask("editor", routes.posts.schedule, posts.schedule, { params: { post: id }, body: { version: version!, at: inHours(1, desk.now()) } });
    clock.minutes += 61;
    if (kind) standIns.fail({ on: "commit", kind });
    await publish(desk, { practice: practice.id, publication: publications[0]!.id }, USUAL_PACE);
    states.push((await asDesk(desk.database.db, (tx) => tx.selectFrom("publications").select("state").where("id", "=", publications[0]!.id).executeTakeFirstOrThrow())).state);
  }
  // A step that throws is the one that logs; its error's message may repeat what a database was handed.
  desk.networks = { ...desk.networks, of: () => { throw new Error(`${words.join()} ${credentials.access}`); } };
  await publish(desk, { practice: practice.id, publication: await overdue(desk, practice.id) }, USUAL_PACE);

  expect(states).toEqual(["published", "unknown", "failed"]);
  expect(lines.length).toBeGreaterThan(0);
  const secret = [...words, "Seapine", credentials.access, account.handle, "seapine", "front door"];
  expect(secret.filter((word) => lines.join("").toLowerCase().includes(word.toLowerCase()))).toEqual([]);
});

/** Any that is due: the unknown one. */
async function overdue(desk: Desk, practice: string): Promise<string> {
  const now = desk.now().toISOString();
  return asDesk(desk.database.db, async (tx) => (await tx.updateTable("publications").set({ next_at: now, worker: randomUUID(), worker_until: null }).where("practice", "=", practice).where("state", "=", "unknown").returning("id").executeTakeFirstOrThrow()).id);
}
