/** What each channel of a post asks for, and what one should know before it goes there. */
import { type Channel, type Content, type DescribedAccount, type Notice, type noticesOf } from "@chaperone/contract";
import type { Accounts } from "./use-accounts.ts";
import { channelName } from "../../components/channel-icon.tsx";

export interface Asked { channel: Channel; notices: readonly Notice[]; described: DescribedAccount | null; /** The desk has not yet said how the account is. */ isAsking: boolean }
export type Look = typeof noticesOf;

/** Of each channel of the post, in its order. */
export const askedOf = (look: Look, title: string, content: Content, channels: readonly Channel[], accounts: Accounts): Asked[] =>
  content.channels.flatMap((id) => {
    const channel = channels.find((one) => one.id === id), account = accounts.get(id)?.described ?? null;
    return channel ? [{ channel, described: account, isAsking: channel.connected && !accounts.has(id), notices: look({ title, content }, channel, account) }] : [];
  });

/** The first that stops, as the gate's button says it. */
export function asksOf(asked: readonly Asked[]): string | null {
  const first = firstThatStops(asked);
  if (!first) return null;
  const notice = first.notices.find(({ stops }) => stops)!;
  return notice.setting ? notice.says.replace(/\.$/, "") : `${channelName(first.channel.network)} asks`;
}

/** Whether it goes nowhere before somebody has answered. */
export const waits = ({ notices }: Asked): boolean => notices.some(({ stops }) => stops);

export const firstThatStops = (asked: readonly Asked[]): Asked | undefined => asked.find(waits);
