import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";

/** A sign-in that nobody finished holds sealed tokens for accounts that were never chosen: past its end it goes. */
export async function forgetSignIns(desk: Desk): Promise<void> {
  await asDesk(desk.database.db, (tx) => tx.deleteFrom("sign_ins").where("expires_at", "<", desk.now().toISOString()).execute());
}
