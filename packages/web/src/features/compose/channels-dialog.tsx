import type { Channel } from "@chaperone/contract";
import { useState } from "react";
import { Button, ButtonLink } from "../../components/button.tsx";
import { ChannelIcon, channelName } from "../../components/channel-icon.tsx";
import { Checkbox } from "../../components/choices.tsx";
import { Dialog } from "../../components/dialog.tsx";

interface ChannelsDialogProps { channels: readonly Channel[]; chosen: readonly string[]; onChoose: (channels: string[]) => void; close: () => void }

/** Where it goes. The order is the practice's. */
export function ChannelsDialog({ channels, chosen, onChoose, close }: ChannelsDialogProps) {
  const [picked, pick] = useState(new Set(chosen));
  const toggle = (id: string, isOn: boolean): void => pick((before) => { const next = new Set(before); if (isOn) next.add(id); else next.delete(id); return next; });
  return (
    <Dialog
      title="Where does it go?" isOpen onOpenChange={(open) => { if (!open) close(); }}
      actions={() => channels.length > 0 ? <Button low kind="primary" onPress={() => { close(); onChoose(channels.filter(({ id }) => picked.has(id)).map(({ id }) => id)); }}>Choose {picked.size === 1 ? "this channel" : "these channels"}</Button> : <ButtonLink low kind="primary" href="/settings/channels">Add a channel</ButtonLink>}
    >
      {channels.length === 0 ? <p className="small muted">The practice has no channel yet.</p> : null}
      {channels.map(({ id, network, name, paused }) => (
        <Checkbox key={id} isSelected={picked.has(id)} onChange={(isOn) => toggle(id, isOn)} detail={paused ? `${channelName(network)}, paused` : channelName(network)}>
          <span className="row" style={{ gap: 8 }}><ChannelIcon network={network} size={18} bare />{name}</span>
        </Checkbox>
      ))}
    </Dialog>
  );
}
