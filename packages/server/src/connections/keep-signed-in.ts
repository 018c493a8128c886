import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { openSession } from "./session.ts";

const AHEAD_MS = 10 * 86_400_000;

/** Renews what would run out on a channel that nobody posts to for weeks. Once a day is often enough. Answers how many it looked at. */
export async function keepSignedIn(desk: Desk): Promise<number> {
  const before = new Date(desk.now().getTime() + AHEAD_MS).toISOString();
  const near = await asDesk(desk.database.db, (tx) => tx.selectFrom("connections").select(["practice", "channel"]).where("state", "=", "connected").where("refresh_expires_at", "<", before).execute());
  for (const { practice, channel } of near) await openSession(desk, practice, channel, { isAhead: true }).catch((error: unknown) => { desk.log.error({ error: (error as Error).name }, "a sign-in could not be renewed ahead"); });
  return near.length;
}
