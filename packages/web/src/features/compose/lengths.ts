/** How long the text is to each network, counted as each counts. */
import type { Channel, Content, Count, NetworkId } from "@chaperone/contract";
import { outgoing } from "@chaperone/contract";
import type { Accounts } from "./use-accounts.ts";

/** `used` is null until the counting has come; a text that nobody has counted is not known to fit. */
export interface Length extends Omit<Count, "used"> { channel: string; network: NetworkId; name: string; isOwn: boolean; used: number | null }
export type Counter = (network: NetworkId, text: string, surface: Content["surface"], most?: number) => Count;

const UNCOUNTED = { used: null, limit: null, over: 0, unit: "characters" } as const;

/** Of each channel of the post, in its order. */
export function lengthsOf(content: Content, channels: readonly Channel[], accounts: Accounts, count: Counter | null): Length[] {
  return content.channels.flatMap((id) => {
    const channel = channels.find((one) => one.id === id);
    if (!channel) return [];
    const counted = count?.(channel.network, outgoing(content, id), content.surface, accounts.get(id)?.described?.limits["characters"]) ?? UNCOUNTED;
    return [{ channel: id, network: channel.network, name: channel.name, isOwn: content.overrides[id] !== undefined, ...counted }];
  });
}

export const isCounted = (lengths: readonly Length[]): boolean => lengths.every(({ used }) => used !== null);
