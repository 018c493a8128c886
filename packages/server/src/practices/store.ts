import type { Channel, HouseRule, Practice, Provider } from "@chaperone/contract";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { Refusal } from "../http/refusal.ts";
import { channelView, houseRuleView, practiceView, providerView } from "./view.ts";

type Tx = Transaction<Database>;

/** Takes the practice for this transaction: two who change what the check depends on take turns, so that the hash of the rules in force names both changes. */
export async function takePractice(tx: Tx, practice: string): Promise<void> {
  await tx.selectFrom("practices").select("id").where("id", "=", practice).forUpdate().executeTakeFirst();
}

export async function practiceIn(tx: Tx, practice: string): Promise<Practice> {
  const row = await tx.selectFrom("practices").selectAll().where("id", "=", practice).executeTakeFirst();
  if (!row) throw new Refusal("not-found");
  return practiceView(row, await providersIn(tx, practice));
}

export async function providersIn(tx: Tx, practice: string): Promise<Provider[]> {
  const rows = await tx.selectFrom("providers").selectAll().where("practice", "=", practice).orderBy("created_at").orderBy("id").execute();
  return rows.map(providerView);
}

export async function channelsIn(tx: Tx, practice: string): Promise<Channel[]> {
  const rows = await tx.selectFrom("channels").selectAll().where("practice", "=", practice).where("removed_at", "is", null).orderBy("created_at").orderBy("id").execute();
  return rows.map(channelView);
}

export async function houseRulesIn(tx: Tx, practice: string): Promise<HouseRule[]> {
  const rows = await tx.selectFrom("house_rules").selectAll().where("practice", "=", practice).orderBy("name").orderBy("id").execute();
  return rows.map(houseRuleView);
}

/** The one of a list that an address names. */
export function named<Thing extends { id: string }>(things: Thing[], id: string): Thing {
  const found = things.find((one) => one.id === id);
  if (!found) throw new Refusal("not-found");
  return found;
}
