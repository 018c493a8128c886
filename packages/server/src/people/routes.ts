import { randomUUID } from "node:crypto";
import { sql, type Transaction } from "kysely";
import manifest from "../../package.json" with { type: "json" };
import type { Database } from "../database/schema.ts";
import type { Desk } from "../desk.ts";
import type { Handlers } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { openPractice } from "../practices/open-practice.ts";
import { addPerson, type NewPerson } from "./add-person.ts";
import { meOf } from "./store.ts";

const isSetUp = async ({ database: { db } }: Desk): Promise<boolean> => (await db.selectFrom("user").select("id").limit(1).executeTakeFirst()) !== undefined;

export const desk: Handlers<"desk"> = {
  async show({ desk }) {
    const { db } = desk.database;
    const demo = await db.selectFrom("practices").select("id").where("is_demo", "=", true).executeTakeFirst();
    return { setUpNeeded: !await isSetUp(desk), version: manifest.version, pack: desk.checker.pack, singleSignOn: desk.config.oidc ? new URL(desk.config.oidc.issuer).hostname : null, mail: desk.mail.isConfigured, demo: demo?.id ?? null };
  },

  async setUp({ desk, body: { name, email, password, practice }, headers, address, setHeader }) {
    if (await isSetUp(desk)) throw new Refusal("already-set-up");
    const owner = { id: randomUUID(), name, email, passwordHash: await desk.signIn.hashOf(password) };
    await openPractice(desk, { kind: "person", id: owner.id, name, person: owner.id }, practice, { before: (tx) => addOwner(tx, owner) });
    for (const cookie of await desk.signIn.enter({ email, password }, { headers, address })) setHeader("set-cookie", cookie);
    return meOf(desk.database.db, owner.id);
  },
};

/** Two who set the desk up at the same moment take turns, in whichever process they are, and the second finds it done. */
async function addOwner(tx: Transaction<Database>, owner: NewPerson): Promise<void> {
  await sql`lock table "user" in exclusive mode`.execute(tx);
  if (await tx.selectFrom("user").select("id").limit(1).executeTakeFirst()) throw new Refusal("already-set-up");
  await addPerson(tx, owner);
}

export const me: Handlers<"me"> = {
  show: ({ desk, by }) => meOf(desk.database.db, by.person),
};
