/** What whoever runs the desk does to it by command. The same whether the desk is running, and is asked, or stopped, and is opened. */
import { randomInt } from "node:crypto";
import type { Actor } from "../http/actor.ts";
import { asDesk } from "../database/tenant.ts";
import { loadDemo, removeAnyDemo } from "../demo/demo.ts";
import type { Desk } from "../desk.ts";
import { Refusal } from "../http/refusal.ts";
import { exportOf } from "../record/store.ts";
import { type Rotated, rotateKey } from "../secrets/rotate.ts";

export interface Operations {
  /** The embedded database as it is now. */
  backup(): Promise<Uint8Array>;
  /** Opens the demo practice for whoever set the desk up, and answers its name. */
  loadDemo(): Promise<string>;
  removeDemo(): Promise<void>;
  /** Ends every session and answers a new password; null when nobody has this address. */
  resetPassword(email: string): Promise<string | null>;
  /** Seals with the key of today what older keys have sealed. */
  rotateKey(): Promise<Rotated>;
  /** The record of a practice, by its name or id; the only one there is may be left unnamed. */
  exportRecord(practice: string | null): Promise<string>;
}

export const operationsOn = (desk: Desk): Operations => ({
  backup: () => desk.database.dump(),
  async loadDemo() {
    const practice = await loadDemo(desk, await firstPerson(desk));
    return (await desk.database.db.selectFrom("practices").select("name").where("id", "=", practice).executeTakeFirstOrThrow()).name;
  },
  removeDemo: () => removeAnyDemo(desk),
  async resetPassword(email) {
    const password = newPassword();
    return await desk.signIn.resetPassword(email, password) ? password : null;
  },
  rotateKey: () => rotateKey(desk),
  exportRecord: async (asked) => asDesk(desk.database.db, async (tx) => {
    const practices = await tx.selectFrom("practices").select(["id", "name"]).orderBy("name").execute();
    const found = practices.filter(({ id, name }) => asked === null || id === asked || name.toLowerCase() === asked.toLowerCase());
    if (found.length !== 1) throw new Refusal("not-found", { detail: `Say which practice: ${practices.map(({ name }) => `“${name}”`).join(", ") || "there is none yet"}.` });
    return exportOf(tx, found[0]!.id, desk.now());
  }),
});

async function firstPerson({ database: { db } }: Desk): Promise<Actor> {
  const first = await db.selectFrom("user").select(["id", "name"]).orderBy("createdAt").limit(1).executeTakeFirst();
  if (!first) throw new Refusal("not-found", { detail: "The desk has not been set up yet. Open it in a browser first." });
  return { kind: "person", id: first.id, name: first.name, person: first.id };
}

/** Without letters that are taken for one another; to be read out over a telephone. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const newPassword = (): string => Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join("-");
