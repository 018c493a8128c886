import type { Kysely } from "kysely";
import type { Database } from "../database/schema.ts";
import type { Actor } from "../http/actor.ts";
import { sha256 } from "../record/chain.ts";

/** How often the last use of a key is written down. */
const EVERY_MS = 60_000;

/** A key works while it is neither revoked nor over, and while its maker is still a member of its practice. */
export async function actorOfKey(db: Kysely<Database>, secret: string, now: Date): Promise<Actor | undefined> {
  const at = now.toISOString();
  const key = await db.selectFrom("keys as k").innerJoin("members as m", (join) => join.onRef("m.practice", "=", "k.practice").onRef("m.person", "=", "k.created_by"))
    .select(["k.id", "k.name", "k.practice", "k.created_by", "k.scopes", "k.last_used_at"])
    .where("k.secret_hash", "=", sha256(secret)).where("k.revoked_at", "is", null).where("m.removed_at", "is", null)
    .where(({ or, eb }) => or([eb("k.expires_at", "is", null), eb("k.expires_at", ">", at)])).executeTakeFirst();
  if (!key) return undefined;
  if (!key.last_used_at || now.getTime() - Date.parse(key.last_used_at) > EVERY_MS) await db.updateTable("keys").set({ last_used_at: at }).where("id", "=", key.id).execute();
  return { kind: "key", id: key.id, name: key.name, person: key.created_by, practice: key.practice, scopes: key.scopes };
}
