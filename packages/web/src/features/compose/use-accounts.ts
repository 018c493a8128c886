import type { Channel, Content, DescribedAccount } from "@chaperone/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { connectionsQuery } from "../../lib/post-queries.ts";

/** What each channel's account may do, has room for and offers, as its network said when it was last asked; by channel. */
export type Accounts = ReadonlyMap<string, DescribedAccount | null>;

/** Asked for only where the post goes to a channel that is connected. */
export function useAccounts(practice: string, content: Content, channels: readonly Channel[]): Accounts {
  const isConnected = channels.some(({ id, connected }) => connected && content.channels.includes(id)), { data } = useQuery({ ...connectionsQuery(practice), enabled: isConnected });
  return useMemo(() => new Map(data?.connections.map(({ channel, described }) => [channel.id, described])), [data]);
}
