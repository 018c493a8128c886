/** Only one worker has a publication at a time, and one that died has it no longer than its lease. */
import { randomUUID } from "node:crypto";
import type { ExpressionBuilder, Selectable, Updateable } from "kysely";
import type { Database } from "../database/schema.ts";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { byTheDesk, type Within } from "../posts/by-the-desk.ts";
import type { Pace } from "./pace.ts";
import type { Due } from "./queue.ts";

export type PublicationRow = Selectable<Database["publications"]>;

export type Change = Updateable<Database["publications"]>;

/** Somebody else has it, or it has changed: whoever finds out stops, and loses nothing. */
export class LostClaim extends Error { override name = "LostClaim"; }

export interface Claim extends Due {
  desk: Desk;
  pace: Pace;
  row: PublicationRow;
  /** Takes the next step in one transaction, as long as the claim holds: changes the row, then does `after`. Holding on renews the lease; otherwise it ends. */
  step(change: (within: Within) => Promise<Change> | Change, options?: { holdsOn?: boolean; after?: (within: Within, row: PublicationRow) => Promise<void> }): Promise<void>;
  /** Calls a network, however long that takes: the lease is renewed meanwhile, as long as it still holds. */
  atWork<Told>(call: () => Promise<Told>): Promise<Told>;
  /** Whether enough of the lease is left to begin a call that cannot be taken back. */
  isFresh(): boolean;
}

/** States in which the publisher has something to do. */
export const WORKED_ON = ["scheduled", "preparing", "prepared", "committing", "unknown"] as const;
export const inNobodysHands = (now: string) => ({ eb, or }: ExpressionBuilder<Database, "publications">) => or([eb("worker_until", "is", null), eb("worker_until", "<", now)]);

export async function claim(desk: Desk, { practice, publication }: Due, pace: Pace): Promise<Claim | null> {
  const worker = randomUUID(), lease = (): string => new Date(desk.now().getTime() + pace.leaseMs).toISOString();
  let begun = performance.now();
  const now = desk.now().toISOString();
  const row = await asDesk(desk.database.db, (tx) => tx.updateTable("publications").set({ worker, worker_until: lease() })
    .where("practice", "=", practice).where("id", "=", publication).where("state", "in", WORKED_ON).where("next_at", "<=", now)
    .where(inNobodysHands(now)).returningAll().executeTakeFirst());
  if (!row) return null;
  const held: Claim = {
    desk, pace, practice, publication, row,
    async atWork(call) {
      let beat = Promise.resolve();
      const timer = setInterval(() => { beat = beat.then(() => renew(desk, publication, worker, lease())); }, pace.leaseMs / 3);
      try { return await call(); } finally { clearInterval(timer); await beat; }
    },
    isFresh: () => performance.now() - begun < pace.leaseMs / 3,
    async step(change, { holdsOn = false, after } = {}) {
      const renewed = performance.now();
      held.row = await byTheDesk(desk, practice, async (within) => {
        const mine = await within.tx.selectFrom("publications").select("id").where("id", "=", publication).where("worker", "=", worker).where("worker_until", ">", desk.now().toISOString()).forUpdate().executeTakeFirst();
        if (!mine) throw new LostClaim();
        const to = holdsOn ? { worker, worker_until: lease() } : { worker: null, worker_until: null };
        const changed = await within.tx.updateTable("publications").set({ ...to, ...await change(within) }).where("id", "=", publication).returningAll().executeTakeFirstOrThrow();
        await after?.(within, changed);
        return changed;
      });
      begun = renewed;
      const { next_at } = held.row;
      if (!holdsOn && next_at !== null) await asDesk(desk.database.db, (tx) => desk.queue.ring(tx, [{ practice, publication, at: new Date(next_at) }]));
    },
  };
  return held;
}

/** A lease that ran out is not picked up again: somebody else may have looked by then. */
async function renew({ database, now, log }: Desk, publication: string, worker: string, until: string): Promise<void> {
  await asDesk(database.db, (tx) => tx.updateTable("publications").set({ worker_until: until }).where("id", "=", publication).where("worker", "=", worker).where("worker_until", ">", now().toISOString()).execute())
    .catch((error: unknown) => { log.error({ publication, error: (error as Error).name }, "a lease could not be renewed"); });
}
