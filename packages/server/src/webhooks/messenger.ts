/** Tells the webhooks of a practice what happened: written down in the transaction of the change, sent afterwards, tried again for a day. */
import { randomUUID } from "node:crypto";
import type { EventName } from "@chaperone/contract";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Logger } from "pino";
import { Webhook } from "standardwebhooks";
import { asDesk } from "../database/tenant.ts";
import type { Database } from "../database/schema.ts";
import { reach } from "../http/reachable.ts";
import type { Seal } from "../secrets/seal.ts";

export interface Messenger {
  /** Writes one delivery for every webhook that asked for this event. `facts` hold ids, codes and times, never words. */
  tell(tx: Transaction<Database>, practice: string, event: EventName, facts: object): Promise<void>;
  /** Sends what is due, and answers how many were tried. */
  deliverDue(): Promise<number>;
  /** Begins to send by itself. */
  start(): void;
  close(): Promise<void>;
}

interface Parts { db: Kysely<Database>; seal: Seal; now(): Date; allowPrivateHosts: boolean; log: Logger }

/** Minutes to wait after each try that failed: twelve tries within a day. */
const WAITS = [0.1, 0.5, 2, 10, 30, 60, 120, 180, 240, 360, 430];
const LEASE_MINUTES = 2, AT_ONCE = 10, PAUSE_MS = 3_000;

export function openMessenger(parts: Parts): Messenger {
  let timer: NodeJS.Timeout | undefined, running: Promise<number> | undefined, isClosed = false;
  const deliverDue = (): Promise<number> => running ??= deliver(parts).finally(() => { running = undefined; });
  const rest = (): void => { if (!isClosed) timer = setTimeout(turn, PAUSE_MS).unref(); };
  const turn = (): void => { deliverDue().catch((error: unknown) => parts.log.error({ error: String((error as Error).name) }, "webhooks could not be sent")).finally(rest); };
  return {
    tell: (tx, practice, event, facts) => tell(tx, practice, event, facts, parts.now()),
    deliverDue,
    start: () => { if (!timer) rest(); },
    close: async () => { isClosed = true; clearTimeout(timer); await running?.catch(() => {}); },
  };
}

async function tell(tx: Transaction<Database>, practice: string, event: EventName, facts: object, now: Date): Promise<void> {
  const asked = await tx.selectFrom("webhooks").select("id").where("practice", "=", practice).where("enabled", "=", true).where(sql<boolean>`${event} = any(events)`).execute();
  for (const { id } of asked) await writeDelivery(tx, { practice, webhook: id, event, facts, now });
}

export async function writeDelivery(tx: Transaction<Database>, { practice, webhook, event, facts, now }: { practice: string; webhook: string; event: EventName; facts: object; now: Date }): Promise<string> {
  const id = randomUUID(), at = now.toISOString();
  const body = JSON.stringify({ type: event, timestamp: at, data: { practice, ...facts } });
  await tx.insertInto("deliveries").values({ id, practice, webhook, event, body, at, next_at: at }).execute();
  return id;
}

interface Due { id: string; body: string; attempts: number; url: string; secret: string }

async function deliver(parts: Parts): Promise<number> {
  const due = await take(parts);
  await Promise.all(due.map((one) => attempt(parts, one)));
  return due.length;
}

/** Takes what is due for the time a try can last, so that two workers never send the same one, and one that died is sent again. */
function take({ db, now }: Parts): Promise<Due[]> {
  const at = now(), until = new Date(at.getTime() + LEASE_MINUTES * 60_000);
  return asDesk(db, async (tx) => {
    const waiting = await tx.selectFrom("deliveries as d").innerJoin("webhooks as w", "w.id", "d.webhook").select("d.id")
      .where("d.state", "=", "waiting").where("d.next_at", "<=", at.toISOString()).where("w.enabled", "=", true).orderBy("d.next_at").limit(AT_ONCE).forUpdate("d").skipLocked().execute();
    if (waiting.length === 0) return [];
    const ids = waiting.map(({ id }) => id);
    await tx.updateTable("deliveries").set({ next_at: until.toISOString() }).where("id", "in", ids).execute();
    return tx.selectFrom("deliveries as d").innerJoin("webhooks as w", "w.id", "d.webhook").select(["d.id", "d.body", "d.attempts", "w.url", "w.secret"]).where("d.id", "in", ids).execute();
  });
}

async function attempt(parts: Parts, due: Due): Promise<void> {
  const { status, says } = await send(parts, due), attempts = due.attempts + 1, isDone = status >= 200 && status < 300, wait = WAITS[attempts - 1];
  const state = isDone ? "delivered" : wait === undefined ? "failed" : "waiting";
  const next = state === "waiting" ? new Date(parts.now().getTime() + wait! * 60_000).toISOString() : null;
  await asDesk(parts.db, (tx) => tx.updateTable("deliveries").set({ state, attempts, status: status || null, says, next_at: next }).where("id", "=", due.id).execute());
}

async function send({ seal, now, allowPrivateHosts }: Parts, { id, body, url, secret }: Due): Promise<{ status: number; says: string | null }> {
  try {
    const at = now(), signature = new Webhook(seal.open(secret)).sign(id, at, body);
    const headers = { "content-type": "application/json", "user-agent": "Chaperone", "webhook-id": id, "webhook-timestamp": String(Math.floor(at.getTime() / 1000)), "webhook-signature": signature };
    const status = await reach({ url, body, headers, allowPrivate: allowPrivateHosts });
    return { status, says: status >= 200 && status < 300 ? null : status >= 300 && status < 400 ? "It answered with a redirect, which is not followed." : `It answered ${status}.` };
  } catch (error) {
    return { status: 0, says: why(error as Error & { code?: string }) };
  }
}

function why({ name, code, message }: Error & { code?: string }): string {
  if (name === "ForbiddenAddress") return message;
  if (name === "AbortError" || name === "TimeoutError") return "It did not answer within ten seconds.";
  return code ? `It could not be reached (${code}).` : "It could not be reached.";
}
