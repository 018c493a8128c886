/** Every channel, or one with words of its own. */
import type { Channel } from "@chaperone/contract";
import { IconPlus } from "@tabler/icons-react";
import { ChannelIcon, channelName } from "../../components/channel-icon.tsx";
import { Tabs } from "../../components/tabs.tsx";
import { IconButton, Button } from "../../components/button.tsx";
import type { Length } from "./lengths.ts";

export const EVERY = "every";

interface ChannelTabsProps {
  lengths: readonly Length[];
  channels: readonly Channel[];
  chosen: string;
  isReadOnly?: boolean;
  onChoose: (channel: string) => void;
  onAdd?: (() => void) | undefined;
  /** Gives the channel a copy of the shared text to change, or lets its own text go. */
  onOwn: (channel: string, own: boolean) => void;
  children: React.ReactNode;
}

export function ChannelTabs({ lengths, channels, chosen, isReadOnly = false, onChoose, onAdd, onOwn, children }: ChannelTabsProps) {
  const shown = lengths.find(({ channel }) => channel === chosen);
  const isOnlyOne = (network: string): boolean => lengths.filter((one) => one.network === network).length === 1;
  const label = (length: Length): string => (isOnlyOne(length.network) ? channelName(length.network) : channels.find(({ id }) => id === length.channel)?.name ?? length.name);
  const tabs = [
    { id: EVERY, label: "Every channel" },
    ...lengths.map((length) => ({ id: length.channel, label: label(length), lead: <ChannelIcon network={length.network} bare />, ...(length.over > 0 ? { over: `−${length.over}` } : {}) })),
  ];
  return (
    <Tabs label="Channels" tabs={tabs} chosen={chosen} onChoose={onChoose} after={onAdd && !isReadOnly ? <IconButton icon={IconPlus} label="Add a channel" low onPress={onAdd} /> : undefined}>
      {shown ? <p className="own">
        <span>{shown.isOwn ? `${label(shown)} has its own text.` : `${label(shown)} says what every channel says.`}</span>
        {isReadOnly ? null : <Button low kind="plain" onPress={() => onOwn(shown.channel, !shown.isOwn)}>{shown.isOwn ? "Use the shared text" : "Give it its own text"}</Button>}
      </p> : null}
      {children}
    </Tabs>
  );
}
