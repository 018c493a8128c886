/** A sign-in that the desk forgets, and takes back at the network afterwards, as far as that goes. */
import type { NetworkId } from "@chaperone/contract";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import type { Inside } from "../http/asking.ts";
import type { Asking } from "../networks/connect.ts";
import type { Revoke } from "../networks/revoke.ts";
import type { DeveloperApp } from "../networks/session.ts";
import { askingOf } from "./network-for.ts";
import { appHost, appOf, type ChannelRow, type ConnectionRow, credentialsLeft } from "./store.ts";

/** Answers whether there was one. */
export async function forget({ desk, tx, practice, afterwards }: Inside, { id, network }: Pick<ChannelRow, "id" | "network">): Promise<boolean> {
  const row = await tx.deleteFrom("connections").where("practice", "=", practice).where("channel", "=", id).returningAll().executeTakeFirst(), there = desk.networks.of(network);
  await tx.updateTable("channels").set({ connected: false }).where("practice", "=", practice).where("id", "=", id).execute();
  if (row && there?.revoke) {
    const { revoke } = there, kept = await appOf(tx, desk.seal, practice, network, appHost(row.account));
    afterwards(() => takeBack(desk, revoke, { network, row, app: kept?.app ?? null }).catch((error: unknown) => { desk.log.error({ network, error: (error as Error).name }, "a sign-in could not be taken back"); }));
  }
  return row !== undefined;
}

interface Forgotten { network: NetworkId; row: ConnectionRow; app: DeveloperApp | null }

/** Nobody loses a channel that was not meant: what another one may live by stays. The desk has forgotten its own part whatever the network answers. */
async function takeBack(desk: Desk, { ends, revoke }: Revoke, forgotten: Forgotten): Promise<void> {
  const { network, row, app } = forgotten, { account } = row, credentials = credentialsLeft(desk, row);
  if (!credentials || await isShared(desk, ends, forgotten)) return;
  if (!await revoke(soon(askingOf(desk)), { app, account, credentials })) desk.log.warn({ network }, "a network did not take a sign-in back");
}

/** Of all practices: two may have connected the same account, or use one app. Whose a sign-in is, the desk knows by its account only, and where a person is meant by the app that they allowed. */
async function isShared({ database: { db } }: Desk, ends: Revoke["ends"], { network, row: { account }, app }: Forgotten): Promise<boolean> {
  const others = await asDesk(db, (tx) => tx.selectFrom("connections as n").innerJoin("channels as c", "c.id", "n.channel").leftJoin("apps as a", (join) => join.onRef("a.practice", "=", "n.practice").onRef("a.network", "=", "c.network").on("a.host", "=", ""))
    .select(["n.account", "c.network", "a.client_id as app"]).where("n.state", "=", "connected").execute());
  return others.some((other) => ends === "person" ? app !== null && other.app === app.clientId : other.network === network && other.account.id === account.id && other.account.host === account.host);
}

const LONGEST_MS = 10_000;
/** Somebody waits for the answer. */
const soon = ({ fetch, ...asking }: Asking): Asking => ({ ...asking, fetch: (input, init = {}) => fetch(input, { ...init, signal: AbortSignal.timeout(LONGEST_MS) }) });
