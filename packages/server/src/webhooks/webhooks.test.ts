import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { routes } from "@chaperone/contract";
import { pino } from "pino";
import { Webhook } from "standardwebhooks";
import { expect, onTestFinished, test } from "vitest";
import { type APractice, aDesk, aPractice } from "../../test-support/a-practice.ts";
import { describeOnEach, type Open } from "../../test-support/on-each.ts";
import { refusedAs } from "../../test-support/at-a-desk.ts";
import { type Messenger, openMessenger } from "./messenger.ts";
import { webhooks } from "./routes.ts";

interface Heard { headers: IncomingMessage["headers"]; body: string }

/** Somebody else's server, which answers as told. */
async function aReceiver(): Promise<{ url: string; heard: Heard[]; answers: { status: number } }> {
  const heard: Heard[] = [], answers = { status: 204 };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += String(part);
    heard.push({ headers: request.headers, body });
    response.writeHead(answers.status, { location: "/elsewhere" }).end();
  });
  await new Promise<void>((done) => { server.listen(0, "127.0.0.1", done); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=hush`, heard, answers };
}

interface Stage { practice: APractice; messenger: Messenger; another: Messenger; clock: { minutes: number } }

/** A desk that may call this machine, with a clock that can be moved and a second worker beside it. */
async function aStage(open: Open): Promise<Stage> {
  const clock = { minutes: 0 }, now = (): Date => new Date(Date.now() + clock.minutes * 60_000), plain = await aDesk(await open(), { now });
  const make = (): Messenger => openMessenger({ db: plain.database.db, seal: plain.seal, now, allowPrivateHosts: true, log: pino({ level: "silent" }) });
  const messenger = make(), desk = Object.assign(plain, { messenger, config: { ...plain.config, allowPrivateHosts: true } });
  return { practice: await aPractice(desk), messenger, another: make(), clock };
}

const add = (practice: APractice, url: string) => practice.ask("owner", routes.webhooks.create, webhooks.create, { body: { url, events: ["post.held", "post.published"] } });
const deliveries = (practice: APractice, webhook: string) => practice.ask("owner", routes.webhooks.deliveries, webhooks.deliveries, { params: { webhook } });
const tell = ({ practice, messenger }: Stage, facts: object = { post: "p-1" }): Promise<void> => practice.as("editor", ({ tx }) => messenger.tell(tx, practice.id, "post.held", facts));

describeOnEach("webhooks", (open) => {
  test("what happened arrives once, signed as Standard Webhooks says", async () => {
    const stage = await aStage(open), { url, heard } = await aReceiver(), { webhook, secret } = await add(stage.practice, url);
    await tell(stage);
    expect(await Promise.all([stage.messenger.deliverDue(), stage.another.deliverDue()])).toSatisfy((tried: number[]) => tried.reduce((a, b) => a + b) === 1);
    expect(heard).toHaveLength(1);
    const { headers, body } = heard[0]!;
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({ type: "post.held", data: { practice: stage.practice.id, post: "p-1" } });
    expect(() => new Webhook(secret).verify(body.replace("p-1", "p-2"), headers as Record<string, string>)).toThrow();
    expect(await deliveries(stage.practice, webhook.id)).toEqual([expect.objectContaining({ state: "delivered", attempts: 1, status: 204, says: null, nextAt: null })]);
    expect(await stage.messenger.deliverDue()).toBe(0);
  });

  test("a change that was undone tells nobody", async () => {
    const stage = await aStage(open), { url, heard } = await aReceiver();
    await add(stage.practice, url);
    await expect(stage.practice.as("editor", async ({ tx }) => { await stage.messenger.tell(tx, stage.practice.id, "post.held", {}); throw new Error("undone"); })).rejects.toThrow("undone");
    expect([await stage.messenger.deliverDue(), heard.length]).toEqual([0, 0]);
  });

  test("a server that breaks is asked again, later and later, until a day has passed", async () => {
    const stage = await aStage(open), { url, heard, answers } = await aReceiver(), { webhook } = await add(stage.practice, url);
    answers.status = 500;
    await tell(stage);
    const waits: number[] = [];
    for (;;) {
      await stage.messenger.deliverDue();
      expect(await stage.messenger.deliverDue(), "nothing before its time").toBe(0);
      const { nextAt } = (await deliveries(stage.practice, webhook.id))[0]!;
      if (nextAt === null) break;
      const wait = Math.max(0, new Date(nextAt).getTime() - stage.practice.desk.now().getTime()) / 60_000;
      waits.push(wait);
      stage.clock.minutes += wait + 0.001;
    }
    expect(waits).toHaveLength(11);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(stage.clock.minutes).toBeGreaterThan(20 * 60);
    expect(stage.clock.minutes).toBeLessThan(25 * 60);
    expect(heard).toHaveLength(12);
    expect(await deliveries(stage.practice, webhook.id)).toEqual([expect.objectContaining({ state: "failed", attempts: 12, status: 500, says: "It answered 500.", nextAt: null })]);
  });

  test("it recovers when the server does, under the same id", async () => {
    const stage = await aStage(open), { url, heard, answers } = await aReceiver(), { webhook } = await add(stage.practice, url);
    answers.status = 503;
    await tell(stage);
    await stage.messenger.deliverDue();
    answers.status = 200;
    stage.clock.minutes += 5;
    await stage.messenger.deliverDue();
    expect(new Set(heard.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(await deliveries(stage.practice, webhook.id)).toEqual([expect.objectContaining({ state: "delivered", attempts: 2 })]);
  });

  test("a redirect counts as a failure, and one that is switched off waits", async () => {
    const stage = await aStage(open), { url, heard, answers } = await aReceiver(), { webhook } = await add(stage.practice, url), { practice } = stage;
    answers.status = 307;
    await tell(stage);
    await stage.messenger.deliverDue();
    expect(await deliveries(practice, webhook.id)).toEqual([expect.objectContaining({ state: "waiting", status: 307, says: "It answered with a redirect, which is not followed." })]);
    await practice.ask("owner", routes.webhooks.change, webhooks.change, { params: { webhook: webhook.id }, body: { enabled: false } });
    stage.clock.minutes += 60;
    expect([await stage.messenger.deliverDue(), heard.length]).toEqual([0, 1]);
  });

  test("what it is shown once is sealed, and neither its address nor its secret is in the record", async () => {
    const stage = await aStage(open), { url } = await aReceiver(), { webhook, secret } = await add(stage.practice, url), { practice } = stage;
    const row = await practice.desk.database.db.selectFrom("webhooks").select("secret").where("id", "=", webhook.id).executeTakeFirstOrThrow();
    expect(row.secret).not.toContain(secret.slice(6));
    const record = JSON.stringify(await practice.desk.database.db.selectFrom("record").select("entry").execute());
    expect(record).toContain("webhook.created");
    expect(record).not.toMatch(/hush|whsec_/);
    expect(JSON.stringify(await practice.ask("owner", routes.webhooks.list, webhooks.list, {}))).not.toContain("whsec_");
  });

  test("private addresses are refused when a webhook is made or moved, and tests are rationed", async () => {
    const practice = await aPractice(await aDesk(await open())), { webhook } = await add(practice, "https://hooks.example.com/a");
    expect(await refusedAs(add(practice, "https://169.254.169.254/latest"))).toBe("forbidden-address");
    expect(await refusedAs(practice.ask("owner", routes.webhooks.change, webhooks.change, { params: { webhook: webhook.id }, body: { url: "http://localhost/" } }))).toBe("forbidden-address");
    const test = (): Promise<string> => refusedAs(practice.ask("owner", routes.webhooks.test, webhooks.test, { params: { webhook: webhook.id } }));
    for (let time = 0; time < 5; time += 1) expect(await test()).toBe("done");
    expect(await test()).toBe("too-many-requests");
  });
});
