/** What the desk keeps of a channel's sign-in, and of the apps that it signs in through. */
import type { NetworkId } from "@chaperone/contract";
import type { Selectable, Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import type { Account, Credentials, DeveloperApp } from "../networks/session.ts";
import { type Seal, WrongSeal } from "../secrets/seal.ts";

type Tx = Transaction<Database>;
export type ConnectionRow = Selectable<Database["connections"]>;
export type ChannelRow = Selectable<Database["channels"]>;

export const connectionOf = (tx: Tx, practice: string, channel: string): Promise<ConnectionRow | undefined> =>
  tx.selectFrom("connections").selectAll().where("practice", "=", practice).where("channel", "=", channel).executeTakeFirst();

export const openChannel = (tx: Tx, practice: string, channel: string): Promise<ChannelRow | undefined> =>
  tx.selectFrom("channels").selectAll().where("practice", "=", practice).where("id", "=", channel).where("removed_at", "is", null).executeTakeFirst();

export const sealCredentials = (seal: Seal, credentials: Credentials): string => seal.seal(JSON.stringify(credentials));
export const openCredentials = (seal: Seal, sealed: string): Credentials => JSON.parse(seal.open(sealed)) as Credentials;

/** Sealed with a key that is gone, there is nothing left of them: null. */
export function credentialsLeft({ seal }: { seal: Seal }, { credentials }: Pick<ConnectionRow, "credentials">): Credentials | null {
  try { return openCredentials(seal, credentials); } catch (error) { if (error instanceof WrongSeal) return null; throw error; }
}

/** The columns that follow from credentials: the sealed text, and what may be read without opening it. */
export const columnsOf = (seal: Seal, credentials: Credentials) => ({
  credentials: sealCredentials(seal, credentials), scopes: credentials.scopes, expires_at: credentials.expiresAt, refresh_expires_at: credentials.refreshExpiresAt,
});

/** An app as the network's code made it, which may have put more beside the id and the secret. `redirectUri` is kept for apps that the desk registered:
 *  their server sends people back there and nowhere else. */
export interface KeptApp { app: DeveloperApp; redirectUri: string | null }

export async function appOf(tx: Tx, seal: Seal, practice: string, network: NetworkId, host: string | null = null): Promise<KeptApp | null> {
  const row = await tx.selectFrom("apps").select("client_secret").where("practice", "=", practice).where("network", "=", network).where("host", "=", host ?? "").executeTakeFirst();
  if (!row?.client_secret) return null;
  try { return JSON.parse(seal.open(row.client_secret)) as KeptApp; } catch (error) {
    // Sealed with a key that is gone, it is as good as not there, and can be entered again.
    if (error instanceof WrongSeal) return null;
    throw error;
  }
}

export async function keepApp(tx: Tx, seal: Seal, practice: string, network: NetworkId, kept: KeptApp, now: Date, host: string | null = null): Promise<void> {
  const said = { client_id: kept.app.clientId, client_secret: seal.seal(JSON.stringify(kept)), changed_at: now.toISOString() };
  await tx.insertInto("apps").values({ practice, network, host: host ?? "", ...said }).onConflict((conflict) => conflict.columns(["practice", "network", "host"]).doUpdateSet(said)).execute();
}

/** Where people choose the server, each server has an app of its own; where a network has several ways in, each way. */
export const appHost = ({ host, more }: Pick<Account, "host" | "more">): string | null => host ?? more.way ?? null;

export type ClientIdOf = (network: NetworkId, host?: string | null) => string | null;

/** Only the ids: the secret of an app never leaves the desk. */
export async function clientIds(tx: Tx, practice: string): Promise<ClientIdOf> {
  const rows = await tx.selectFrom("apps").select(["network", "host", "client_id"]).where("practice", "=", practice).execute();
  return (network, host = null) => rows.find((row) => row.network === network && row.host === (host ?? ""))?.client_id ?? null;
}
