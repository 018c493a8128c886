/** The bell of the publisher: a job says that a publication is due. Whether there is anything to do, its row says. */
import type { Transaction } from "kysely";
import { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { Database } from "../database/schema.ts";
import { jobsIn, type JobsOptions } from "../database/jobs.ts";

export interface Due { practice: string; publication: string }

/** `behind` is how many of the practice's own stand before it, so that everybody's first goes before anybody's second. */
export interface Bell extends Due { at: Date; behind?: number }

export interface Queue {
  /** Rings at a moment, in the transaction that asks for it: the bell exists exactly when that commits. Asking twice for one moment rings once. */
  ring(tx: Transaction<Database>, bells: readonly Bell[]): Promise<void>;
  /** Begins to answer. `atOnce` publications are worked on at the same time, and no practice takes more than its share of them. */
  work(answer: (due: Due) => Promise<void>, options: { atOnce: number; everySeconds: number }): Promise<void>;
  close(): Promise<void>;
}

/** A desk that only plans, in tests: its publications wait until somebody sweeps. */
export const noQueue: Queue = { ring: async () => {}, work: async () => {}, close: async () => {} };

const QUEUE = "publish", A_PRACTICE_AT_ONCE = 2, PAIR = 2;

export async function openQueue({ jobs, log }: { jobs: JobsOptions; log: Logger }): Promise<Queue> {
  const boss = new PgBoss({ ...jobs, schedule: false, max: 4 });
  boss.on("error", (error) => { log.error({ error: error.name }, "the queue has trouble"); });
  await boss.start();
  // One bell of a kind waits at a time. Nothing is retried here: the row says what is left to do, and the sweep rings again.
  await boss.createQueue(QUEUE, { policy: "short", retryLimit: 0, expireInSeconds: 600, deleteAfterSeconds: 3600 });
  return {
    async ring(tx, bells) {
      if (bells.length === 0) return;
      await boss.insert(QUEUE, bells.map(({ practice, publication, at, behind = 0 }) => ({
        data: { practice, publication } satisfies Due, startAfter: at, singletonKey: `${publication} ${at.toISOString()}`, group: { id: practice }, priority: -Math.min(behind, 10_000),
      })), { db: jobsIn(tx) });
    },
    async work(answer, { atOnce, everySeconds }) {
      // In pairs, since whoever found a pair asks again at once: one by one, each hand would rest until its next turn to ask, with thousands waiting.
      const hands = Math.ceil(atOnce / PAIR);
      await boss.work<Due>(QUEUE, { batchSize: PAIR, burstWhenBatchFull: true, localConcurrency: hands, localGroupConcurrency: Math.min(A_PRACTICE_AT_ONCE, hands), pollingIntervalSeconds: everySeconds },
        async (jobs) => { await Promise.all(jobs.map(({ data }) => answer(data).catch((error: unknown) => { log.error({ publication: data.publication, error: (error as Error).name }, "a bell was not answered; the sweep rings again"); }))); });
    },
    close: () => boss.stop({ graceful: true, timeout: 20_000 }),
  };
}
