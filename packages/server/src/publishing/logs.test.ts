import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onANetwork } from "../../test-support/on-a-network.ts";
import { mastodonFixture, mastodonStandIn } from "../../test-support/stand-ins/mastodon.ts";
import { openStandIns, type OpenStandIns } from "../../test-support/stand-ins/stand-in.ts";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { USUAL_PACE } from "./pace.ts";
import { publish } from "./publish.ts";

let standIns: OpenStandIns;
beforeAll(async () => { standIns = await openStandIns([mastodonStandIn]); });
afterAll(() => standIns.close());

test("however a publication ends, the log holds no word of it, no name, and no token", async () => {
  const lines: string[] = [];
  const log = pino({ level: "trace" }, new Writable({ write(chunk, _encoding, done) { lines.push(String(chunk)); done(); } }));
  const fixture = mastodonFixture(standIns.address), { account, credentials } = fixture, scene = await onANetwork("mastodon", fixture, standIns), { desk, practice } = scene;
  desk.log = log;
  const words = ["marigold", "Gelbkrebs", "juniperus"], states: string[] = [];
  for (const [turn, kind] of ([undefined, "cut-after", "permission"] as const).entries()) {
    const { post, publication } = await scene.due(`The ${words[turn]} in our window is in bloom this week.`, { title: `On the ${words[turn]}` });
    if (kind) standIns.fail({ on: "commit", kind });
    await scene.turn(publication);
    states.push((await scene.show(post)).state);
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
