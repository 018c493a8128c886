import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { byTheDesk } from "./by-the-desk.ts";
import { settle } from "./settle.ts";

/** How long a planned time may lie back before the desk says that it was missed: a text that is copied out by hand is rarely copied to the minute. */
const GRACE_HOURS = 24;

/** What was to go out and did not is held, and asks for a new time. Answers how many. */
export async function passMissed(desk: Desk): Promise<number> {
  const before = new Date(desk.now().getTime() - GRACE_HOURS * 3_600_000).toISOString();
  const late = await asDesk(desk.database.db, (tx) => tx.selectFrom("publications").select("practice").distinct().where("state", "=", "scheduled").where("at", "<", before).execute());
  let passed = 0;
  for (const { practice } of late) {
    passed += await byTheDesk(desk, practice, async (within) => {
      const missed = await within.tx.updateTable("publications").set({ state: "missed", next_at: null }).where("practice", "=", practice).where("state", "=", "scheduled").where("at", "<", before).returning("post").execute();
      for (const post of new Set(missed.map(({ post }) => post))) await settle(within, post);
      return missed.length;
    });
  }
  return passed;
}
