import { roleMay } from "@chaperone/contract";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import type { Actor } from "../http/actor.ts";
import { Refusal } from "../http/refusal.ts";
import { buildDemo } from "./build.ts";
import { PEOPLE } from "./practice.ts";

/** One demo a desk. One that could not be built to its end is not left standing half-way. */
export async function loadDemo(desk: Desk, owner: Actor): Promise<string> {
  let isBegun = false;
  const before = async (tx: Transaction<Database>): Promise<void> => {
    if (await demoIn(tx)) throw new Refusal("already-done", { detail: "The demo practice is open already." });
    isBegun = true;
  };
  try {
    return await buildDemo(desk, owner, { before });
  } catch (error) {
    if (isBegun) await removeAnyDemo(desk);
    throw error;
  }
}

/** By whoever runs the desk, whose demo it may not be. */
export const removeAnyDemo = (desk: Desk): Promise<void> => asDesk(desk.database.db, takeAway);

/** By one of its owners. Without a demo there is nothing to do. */
export async function removeDemo(desk: Desk, by: Actor): Promise<void> {
  await asDesk(desk.database.db, async (tx) => {
    const practice = await demoIn(tx);
    if (!practice) return;
    const member = await tx.selectFrom("members").select("role").where("practice", "=", practice).where("person", "=", by.person).where("removed_at", "is", null).executeTakeFirst();
    if (!member) throw new Refusal("not-found");
    if (!roleMay(member.role, "own")) throw new Refusal("not-allowed");
    await takeAway(tx);
  });
}

async function demoIn(tx: Transaction<Database>): Promise<string | undefined> {
  return (await tx.selectFrom("practices").select("id").where("is_demo", "=", true).executeTakeFirst())?.id;
}

/** With the practice goes everything in it, its record too: nothing that happened in it happened. Then go its people, who are nowhere else. */
async function takeAway(tx: Transaction<Database>): Promise<void> {
  await tx.deleteFrom("practices").where("is_demo", "=", true).execute();
  await tx.deleteFrom("user").where("email", "in", Object.values(PEOPLE).map(({ email }) => email)).execute();
}
