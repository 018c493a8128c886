/** The publisher at work: answers bells, and looks for publications whose bell was lost. Any number of processes may do so beside each other on PostgreSQL. */
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { repeat } from "../repeat.ts";
import { inNobodysHands, WORKED_ON } from "./claim.ts";
import { type Pace, USUAL_PACE } from "./pace.ts";
import { publish } from "./publish.ts";

const MOST_AT_A_SWEEP = 500;

export async function beginPublishing(desk: Desk, pace: Pace = USUAL_PACE): Promise<() => Promise<void>> {
  await desk.queue.work((due) => publish(desk, due, pace), { atOnce: pace.atOnce, everySeconds: pace.pollSeconds });
  return repeat({ name: "overdue-publications", everyMs: pace.sweepMs, run: () => sweep(desk, pace) }, desk, pace.sweepMs);
}

/** Rings again for what is due and in nobody's hands: after a crash, a lost bell, a restored backup. Answers how many. */
export async function sweep(desk: Desk, pace: Pace = USUAL_PACE): Promise<number> {
  const now = desk.now(), before = new Date(now.getTime() - pace.sweepMs).toISOString();
  return asDesk(desk.database.db, async (tx) => {
    const due = await tx.selectFrom("publications").select(["practice", "id", "next_at"]).where("next_at", "<", before).where("state", "in", WORKED_ON)
      .where(inNobodysHands(now.toISOString())).orderBy("next_at").limit(MOST_AT_A_SWEEP).execute();
    const rung = new Map<string, number>();
    // At the moment that its first bell had: where that one still waits in a long line, this one adds nothing.
    await desk.queue.ring(tx, due.map(({ practice, id, next_at }) => {
      const behind = rung.get(practice) ?? 0;
      rung.set(practice, behind + 1);
      return { practice, publication: id, at: new Date(next_at!), behind };
    }));
    return due.length;
  });
}
