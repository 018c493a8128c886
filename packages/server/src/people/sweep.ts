import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";

/** Longer than any limit counts. */
const COUNTED_MS = 86_400_000;

/** Takes out what sign-in has no more use for: sessions and one-time links that are over, and counted tries of yesterday, which hold addresses of callers. */
export async function sweepSignIn({ database: { db }, now }: Pick<Desk, "database" | "now">): Promise<void> {
  const at = now();
  await asDesk(db, async (tx) => {
    await tx.deleteFrom("session").where("expiresAt", "<", at.toISOString()).execute();
    await tx.deleteFrom("verification").where("expiresAt", "<", at.toISOString()).execute();
    await tx.deleteFrom("rateLimit").where("lastRequest", "<", at.getTime() - COUNTED_MS).execute();
  });
}
