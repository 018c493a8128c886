/** The Connections page: every channel, how to connect more, and whether networks can fetch from here. */
import type { Connection, ConnectionsPage } from "@chaperone/contract";
import type { Inside } from "../http/asking.ts";
import { channelsIn, named } from "../practices/store.ts";
import { reachOf } from "./reachable.ts";
import { silencedBy } from "./silence.ts";
import { setUpsOf } from "./set-ups.ts";
import { clientIds } from "./store.ts";
import { connectionView } from "./view.ts";

type Where = Pick<Inside, "desk" | "tx" | "practice">;

export async function connectionsIn({ desk, tx, practice }: Where): Promise<Connection[]> {
  const channels = await channelsIn(tx, practice), rows = await tx.selectFrom("connections").selectAll().where("practice", "=", practice).execute();
  const byChannel = new Map(rows.map((row) => [row.channel, row]));
  return channels.map((channel) => connectionView(desk, channel, byChannel.get(channel.id)));
}

export async function connectionIn({ desk, tx, practice }: Where, channel: string): Promise<Connection> {
  const row = await tx.selectFrom("connections").selectAll().where("practice", "=", practice).where("channel", "=", channel).executeTakeFirst();
  return connectionView(desk, named(await channelsIn(tx, practice), channel), row);
}

export async function pageOf(where: Where, headers: Headers): Promise<ConnectionsPage> {
  const { desk, tx, practice } = where;
  const { silent_since: since, silent_why: why } = await tx.selectFrom("practices").select(["silent_since", "silent_why"]).where("id", "=", practice).executeTakeFirstOrThrow();
  return { connections: await connectionsIn(where), networks: setUpsOf(desk, await clientIds(tx, practice), headers), reach: reachOf(desk), silence: { since, why, by: since === null ? null : await silencedBy(where) } };
}
