import type { EventName, Webhook } from "@chaperone/contract";
import type * as z from "zod/mini";
import type { delivery } from "@chaperone/contract";
import { sql, type Transaction } from "kysely";
import type { Database } from "../database/schema.ts";

type Delivery = z.infer<typeof delivery>;
type Tx = Transaction<Database>;

export async function webhooksIn(tx: Tx, practice: string): Promise<Webhook[]> {
  const rows = await tx.selectFrom("webhooks as w").select(["w.id", "w.url", "w.events", "w.enabled", "w.created_at"])
    .select(({ selectFrom }) => selectFrom("deliveries as d").select("d.state").whereRef("d.webhook", "=", "w.id").orderBy("d.at", "desc").limit(1).as("last_state"))
    .where("w.practice", "=", practice).orderBy("w.created_at").execute();
  return rows.map((row) => ({ id: row.id, url: row.url, events: row.events, enabled: row.enabled, createdAt: row.created_at, lastState: row.last_state }));
}

export const webhookIn = async (tx: Tx, practice: string, id: string): Promise<Webhook | undefined> => (await webhooksIn(tx, practice)).find((one) => one.id === id);

export async function deliveriesOf(tx: Tx, practice: string, webhook: string): Promise<Delivery[]> {
  const rows = await tx.selectFrom("deliveries").selectAll().where("practice", "=", practice).where("webhook", "=", webhook).orderBy("at", "desc").limit(50).execute();
  return rows.map((row) => ({ id: row.id, event: row.event as EventName, state: row.state, attempts: row.attempts, status: row.status, says: row.says, at: row.at, nextAt: row.next_at }));
}

export async function testsSince(tx: Tx, practice: string, webhook: string, since: Date): Promise<number> {
  const row = await tx.selectFrom("deliveries").select(({ fn }) => fn.countAll<number>().as("count"))
    .where("practice", "=", practice).where("webhook", "=", webhook).where("at", ">", since.toISOString()).where(sql<boolean>`body::jsonb -> 'data' ->> 'test' = 'true'`).executeTakeFirst();
  return Number(row?.count ?? 0);
}
