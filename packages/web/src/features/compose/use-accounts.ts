import type { Channel, Connection, Content } from "@chaperone/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { connectionsQuery } from "../../lib/post-queries.ts";

/** How each channel is connected: its account, and what that may do, has room for and offers, as its network said when it was last asked. */
export type Accounts = ReadonlyMap<string, Pick<Connection, "account" | "described">>;

/** Asked for only where the post goes to a channel that is connected. */
export function useAccounts(practice: string, content: Content, channels: readonly Channel[]): Accounts {
  const isConnected = channels.some(({ id, connected }) => connected && content.channels.includes(id)), { data } = useQuery({ ...connectionsQuery(practice), enabled: isConnected });
  return useMemo(() => new Map(data?.connections.map((connection) => [connection.channel.id, connection])), [data]);
}
