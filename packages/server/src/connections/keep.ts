/** Ties an account to a channel: the one that was named, the one that has it already, or a new one. */
import { randomInt, randomUUID } from "node:crypto";
import type { NetworkId } from "@chaperone/contract";
import type { Inside } from "../http/asking.ts";
import type { Connected } from "../networks/connect.ts";
import type { Account } from "../networks/session.ts";
import { settleAll } from "../posts/settle-all.ts";
import { refusedBy } from "./network-for.ts";
import { keeping } from "./refresh.ts";
import { type ChannelRow, columnsOf, connectionOf, credentialsLeft, openChannel } from "./store.ts";

export type OneAccount = Connected["accounts"][number];
/** `host` is the way in that was taken, where there are several. */
export interface Wanted { network: NetworkId; channel: string | null; host?: string | null }

/** Answers the channel's id. */
export async function keepAccount(inside: Inside, { network, channel: wanted, host = null }: Wanted, { account: found, credentials }: OneAccount): Promise<string> {
  const account = host === null || found.host === host ? found : { ...found, more: { ...found.more, way: host } };
  const { desk, tx, practice, by, now, note } = inside, holder = await holderOf(inside, network, account);
  const id = wanted ?? holder?.id ?? randomUUID(), before = await connectionOf(tx, practice, id);
  if (holder && holder.id !== id) throw refusedBy({ says: `You signed in as an account that is connected already, as the channel “${holder.name}”.` });
  if (before && !isSame(before.account, account)) throw refusedBy({ says: `You signed in as another account than the channel is connected to. Sign in as ${before.account.handle || before.account.name}, or connect the other account as a channel of its own.` });
  const channel = await channelOf(inside, id, network, account);
  const said = {
    account: JSON.stringify(account), ...columnsOf(desk.seal, before ? keeping(credentialsLeft(desk, before) ?? credentials, credentials) : credentials), state: "connected" as const, says: null,
    described: null, tested_at: null, refreshing_until: null, connected_by: by.person, connected_at: now.toISOString(),
  };
  // A count that begins anywhere: what was under way for a connection that was there before cannot be taken for this one's.
  await tx.insertInto("connections").values({ channel: id, practice, turn: before ? before.turn + 1 : randomInt(2 ** 30), ...said })
    .onConflict((conflict) => conflict.column("channel").doUpdateSet({ ...said, turn: (before?.turn ?? 0) + 1 })).execute();
  await note({ action: "channel.connected", about: { kind: "channel", id, title: channel.name }, facts: { network, scopes: credentials.scopes, again: before !== undefined } });
  await settleAll(inside);
  return id;
}

export const isSame = (one: Pick<Account, "id" | "host">, other: Pick<Account, "id" | "host">): boolean => one.id === other.id && one.host === other.host;

async function holderOf({ tx, practice }: Inside, network: NetworkId, account: Account): Promise<Pick<ChannelRow, "id" | "name"> | undefined> {
  const rows = await tx.selectFrom("connections as n").innerJoin("channels as c", "c.id", "n.channel").select(["c.id", "c.name", "n.account"])
    .where("n.practice", "=", practice).where("c.network", "=", network).where("c.removed_at", "is", null).execute();
  return rows.find((row) => isSame(row.account, account));
}

async function channelOf({ tx, practice, now }: Inside, id: string, network: NetworkId, { name, handle, url }: Account): Promise<Pick<ChannelRow, "name">> {
  const before = await openChannel(tx, practice, id);
  if (before) {
    await tx.updateTable("channels").set({ connected: true, url: url ?? before.url }).where("practice", "=", practice).where("id", "=", id).execute();
    return before;
  }
  const called = (name.trim() || handle || network).replace(/\s+/g, " ").slice(0, 120);
  await tx.insertInto("channels").values({ id, practice, network, name: called, url, connected: true, removed_at: null, created_at: now.toISOString() }).execute();
  return { name: called };
}
