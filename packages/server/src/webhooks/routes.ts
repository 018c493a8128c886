import { randomBytes, randomUUID } from "node:crypto";
import type { EventName, Webhook } from "@chaperone/contract";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import type { Desk } from "../desk.ts";
import type { Handlers } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { whyNot } from "../http/reachable.ts";
import { deliveriesOf, testsSince, webhookIn, webhooksIn } from "./store.ts";
import { writeDelivery } from "./messenger.ts";

const TESTS_A_MINUTE = 5;

export const webhooks: Handlers<"webhooks"> = {
  list: ({ tx, practice }) => webhooksIn(tx, practice),

  async create({ desk, tx, practice, body, note, now }) {
    mayBeCalled(desk, body.url);
    const id = randomUUID(), secret = `whsec_${randomBytes(32).toString("base64")}`;
    await tx.insertInto("webhooks").values({ id, practice, url: body.url, events: [...new Set(body.events)], secret: desk.seal.seal(secret), created_at: now.toISOString() }).execute();
    await note({ action: "webhook.created", about: about(id, body.url), facts: { events: body.events } });
    return { webhook: await known(tx, practice, id), secret };
  },

  async change({ desk, tx, practice, params, body, note }) {
    const before = await known(tx, practice, params.webhook);
    if (body.url !== undefined) mayBeCalled(desk, body.url);
    const change = { ...(body.url === undefined ? {} : { url: body.url }), ...(body.events ? { events: [...new Set(body.events)] } : {}), ...(body.enabled === undefined ? {} : { enabled: body.enabled }) };
    if (Object.keys(change).length === 0) return before;
    await tx.updateTable("webhooks").set(change).where("practice", "=", practice).where("id", "=", before.id).execute();
    await note({ action: "webhook.changed", about: about(before.id, body.url ?? before.url), facts: { changed: Object.keys(change) } });
    return known(tx, practice, before.id);
  },

  async remove({ tx, practice, params, note }) {
    const { id, url } = await known(tx, practice, params.webhook);
    await tx.deleteFrom("webhooks").where("practice", "=", practice).where("id", "=", id).execute();
    await note({ action: "webhook.removed", about: about(id, url) });
  },

  async deliveries({ tx, practice, params }) {
    await known(tx, practice, params.webhook);
    return deliveriesOf(tx, practice, params.webhook);
  },

  /** Goes out with the next round like any other: a handler holds the database and does not wait for somebody else's server. */
  async test({ tx, practice, params, now }) {
    const { id, events } = await known(tx, practice, params.webhook);
    if (await testsSince(tx, practice, id, new Date(now.getTime() - 60_000)) >= TESTS_A_MINUTE) throw new Refusal("too-many-requests");
    const delivery = await writeDelivery(tx, { practice, webhook: id, event: events[0] as EventName, facts: { test: true }, now });
    return (await deliveriesOf(tx, practice, id)).find((one) => one.id === delivery)!;
  },
};

/** The path of an address may hold a secret, so the record keeps its host. */
const about = (id: string, url: string): { kind: string; id: string; title: string } => ({ kind: "webhook", id, title: new URL(url).host });

async function known(tx: Transaction<Database>, practice: string, id: string): Promise<Webhook> {
  const found = await webhookIn(tx, practice, id);
  if (!found) throw new Refusal("not-found");
  return found;
}

function mayBeCalled(desk: Desk, url: string): void {
  const reason = whyNot(url, desk.config.allowPrivateHosts);
  if (reason) throw new Refusal("forbidden-address", { detail: reason });
}
