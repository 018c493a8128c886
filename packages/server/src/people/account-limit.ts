/** Many who guess from many addresses at one account: after some wrong passwords the account takes none for a while, whoever sends it. A passkey and a new password by letter still let its owner in. */
import { createHash, randomUUID } from "node:crypto";
import type { OpenDatabase } from "../database/open.ts";
import { asDesk } from "../database/tenant.ts";

const MOST_WRONG = 10, WINDOW_MS = 15 * 60_000;

export interface AccountLimit {
  /** Seconds until the account takes a password again; 0 where it does now. */
  waits(email: string): Promise<number>;
  wrong(email: string): Promise<void>;
  right(email: string): Promise<void>;
}

/** Counted beside better-auth's own tries, for addresses without an account too, so that nobody learns which exist. */
const keyOf = (email: string): string => `account ${createHash("sha256").update(email.trim().toLowerCase()).digest("base64url")}`;

export const accountLimit = (db: OpenDatabase["db"], now: () => Date): AccountLimit => ({
  async waits(email) {
    const row = await asDesk(db, (tx) => tx.selectFrom("rateLimit").select(["count", "lastRequest"]).where("key", "=", keyOf(email)).executeTakeFirst());
    const left = row && Number(row.count) >= MOST_WRONG ? Number(row.lastRequest) + WINDOW_MS - now().getTime() : 0;
    return Math.max(0, Math.ceil(left / 1000));
  },
  async wrong(email) {
    const at = now().getTime(), key = keyOf(email);
    await asDesk(db, (tx) => tx.insertInto("rateLimit").values({ id: randomUUID(), key, count: 1, lastRequest: at })
      .onConflict((conflict) => conflict.column("key").doUpdateSet(({ eb, ref }) => ({ count: eb.case().when("rateLimit.lastRequest", "<", at - WINDOW_MS).then(1).else(eb(ref("rateLimit.count"), "+", 1)).end(), lastRequest: at }))).execute());
  },
  async right(email) { await asDesk(db, (tx) => tx.deleteFrom("rateLimit").where("key", "=", keyOf(email)).execute()); },
});
