/** The publisher at work: answers bells, and looks for publications whose bell was lost. Any number of processes may do so beside each other on PostgreSQL. */
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { type Pace, USUAL_PACE } from "./pace.ts";
import { publish } from "./publish.ts";

const MOST_AT_A_SWEEP = 500;

export async function beginPublishing(desk: Desk, pace: Pace = USUAL_PACE): Promise<() => Promise<void>> {
  await desk.queue.work((due) => publish(desk, due, pace), { atOnce: pace.atOnce, everySeconds: pace.pollSeconds });
  let timer: NodeJS.Timeout | undefined, running: Promise<unknown> = Promise.resolve(), isOver = false;
  const turn = (): void => {
    running = sweep(desk, pace).catch((error: unknown) => desk.log.error({ error: (error as Error).name }, "overdue publications could not be found")).finally(() => { if (!isOver) timer = setTimeout(turn, pace.sweepMs).unref(); });
  };
  timer = setTimeout(turn, pace.sweepMs).unref();
  return async () => { isOver = true; clearTimeout(timer); await running; };
}

/** Rings again for what is due and in nobody's hands: after a crash, a lost bell, a restored backup. Answers how many. */
export async function sweep(desk: Desk, pace: Pace = USUAL_PACE): Promise<number> {
  const now = desk.now(), before = new Date(now.getTime() - pace.sweepMs).toISOString();
  // One moment for all sweeps of a while, so that several processes ring once.
  const moment = new Date(Math.floor(now.getTime() / pace.sweepMs) * pace.sweepMs);
  return asDesk(desk.database.db, async (tx) => {
    const due = await tx.selectFrom("publications").select(["practice", "id"]).where("next_at", "<", before).where("state", "in", ["scheduled", "preparing", "prepared", "committing", "unknown"])
      .where(({ eb, or }) => or([eb("worker_until", "is", null), eb("worker_until", "<", now.toISOString())])).orderBy("next_at").limit(MOST_AT_A_SWEEP).execute();
    const rung = new Map<string, number>();
    for (const { practice, id } of due) {
      const behind = rung.get(practice) ?? 0;
      await desk.queue.ring(tx, { practice, publication: id }, moment, behind);
      rung.set(practice, behind + 1);
    }
    return due.length;
  });
}
