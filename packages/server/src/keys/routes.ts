import { randomUUID } from "node:crypto";
import type { Key } from "@chaperone/contract";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import type { Handlers } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { sha256 } from "../record/chain.ts";
import { makeToken } from "../secrets/token.ts";

/** Enough of a key to recognize it by, far too little to guess it from. */
const SHOWN = 10;

export const keys: Handlers<"keys"> = {
  list: ({ tx, practice }) => keysIn(tx, practice),

  async create({ tx, practice, by, body, note, now }) {
    if (body.expiresAt !== null && Date.parse(body.expiresAt) <= now.getTime()) throw new Refusal("invalid-request", { errors: [{ at: "/expiresAt", says: "must be in the future" }] });
    const id = randomUUID(), secret = makeToken("chap_"), scopes = [...new Set(body.scopes)];
    await tx.insertInto("keys").values({ id, practice, name: body.name, starts: secret.slice(0, SHOWN), secret_hash: sha256(secret), scopes, created_by: by.person, created_at: now.toISOString(), expires_at: body.expiresAt, last_used_at: null, revoked_at: null }).execute();
    await note({ action: "key.made", about: { kind: "key", id, title: body.name }, facts: { scopes } });
    return { key: (await keysIn(tx, practice)).find((one) => one.id === id)!, secret };
  },

  async revoke({ tx, practice, params, note, now }) {
    const done = await tx.updateTable("keys").set({ revoked_at: now.toISOString() }).where("practice", "=", practice).where("id", "=", params.key).where("revoked_at", "is", null).returning(["id", "name"]).executeTakeFirst();
    if (!done) throw new Refusal("not-found");
    await note({ action: "key.revoked", about: { kind: "key", id: done.id, title: done.name } });
  },
};

async function keysIn(tx: Transaction<Database>, practice: string): Promise<Key[]> {
  const rows = await tx.selectFrom("keys").select(["id", "name", "starts", "scopes", "created_at", "expires_at", "last_used_at"]).where("practice", "=", practice).where("revoked_at", "is", null).orderBy("created_at").execute();
  return rows.map((row) => ({ id: row.id, name: row.name, starts: row.starts, scopes: row.scopes, createdAt: row.created_at, expiresAt: row.expires_at, lastUsedAt: row.last_used_at }));
}
