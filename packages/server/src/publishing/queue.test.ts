import { randomUUID } from "node:crypto";
import pino from "pino";
import { expect, onTestFinished, test, vi } from "vitest";
import { describeOnEach } from "../../test-support/on-each.ts";
import type { OpenDatabase } from "../database/open.ts";
import { asDesk } from "../database/tenant.ts";
import { type Bell, openQueue, type Queue } from "./queue.ts";

/** Nobody asks a second time while a test runs, unless there was more to take. */
const RARELY = 600;

async function aQueue({ jobs }: OpenDatabase): Promise<Queue> {
  const queue = await openQueue({ jobs, log: pino({ level: "silent" }) });
  onTestFinished(() => queue.close());
  return queue;
}

const now = new Date(), bells = (count: number, practice?: string): Bell[] => Array.from({ length: count }, () => ({ practice: practice ?? randomUUID(), publication: randomUUID(), at: now }));

describeOnEach("The publisher's bells", (open) => {
  test("one moment of a publication rings once however often it is asked for, another moment rings again", async () => {
    const database = await open(), queue = await aQueue(database), [bell] = bells(1) as [Bell], rung: string[] = [];
    for (const at of [now, now, new Date(now.getTime() - 1)]) await asDesk(database.db, (tx) => queue.ring(tx, [{ ...bell, at }]));
    await queue.work(async ({ publication }) => { rung.push(publication); }, { atOnce: 4, everySeconds: 0.5 });
    await vi.waitFor(() => expect(rung).toHaveLength(2), { timeout: 10_000 });
    await new Promise((done) => { setTimeout(done, 1_200); });
    expect(rung).toEqual([bell.publication, bell.publication]);
  });

  test("a long line is answered without a rest, whoever else waits", async () => {
    const database = await open(), queue = await aQueue(database), waiting = bells(60), rung = new Set<string>();
    await asDesk(database.db, (tx) => queue.ring(tx, waiting));
    await queue.work(async ({ publication }) => { rung.add(publication); }, { atOnce: 4, everySeconds: RARELY });
    await vi.waitFor(() => expect(rung.size).toBe(waiting.length), { timeout: 20_000 });
  });

  test("a bell that cannot be answered holds up no other", async () => {
    const database = await open(), queue = await aQueue(database), waiting = bells(10), rung = new Set<string>();
    await asDesk(database.db, (tx) => queue.ring(tx, waiting));
    await queue.work(async ({ publication }) => {
      if (publication === waiting[0]!.publication) throw new Error("The database is gone.");
      await new Promise((done) => { setTimeout(done, 20); });
      rung.add(publication);
    }, { atOnce: 2, everySeconds: RARELY });
    await vi.waitFor(() => expect(rung.size).toBe(waiting.length - 1), { timeout: 20_000 });
  });

  test("a practice with many has two hands at work and no more, and the others do not wait for it", async () => {
    const database = await open(), queue = await aQueue(database), busy = randomUUID(), atWork = { now: 0, most: 0 }, others: string[] = [];
    await asDesk(database.db, (tx) => queue.ring(tx, [...bells(20, busy), ...bells(4)]));
    await queue.work(async ({ practice }) => {
      if (practice !== busy) { others.push(practice); return; }
      atWork.most = Math.max(atWork.most, ++atWork.now);
      await new Promise((done) => { setTimeout(done, 100); });
      atWork.now--;
    }, { atOnce: 8, everySeconds: 0.5 });
    await vi.waitFor(() => expect(others).toHaveLength(4), { timeout: 10_000 });
    expect(atWork.most).toBe(2);
  });
});
