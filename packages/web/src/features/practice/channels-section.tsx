import { type Channel, NETWORK_IDS, type NetworkId } from "@chaperone/contract";
import { IconPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { ChannelIcon, channelName } from "../../components/channel-icon.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pill } from "../../components/pill.tsx";
import { Select } from "../../components/select.tsx";
import { EmptyState } from "../../components/states.tsx";
import { Row, Rows } from "../../components/table.tsx";
import { api } from "../../lib/api.ts";
import { queryClient } from "../../lib/query.ts";
import { useChannels, useHere, usePractice } from "../../lib/session.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import { HAND_SAYS } from "./channel-words.ts";
import { ReadOnly } from "./practice-form.tsx";

const NETWORK_CHOICES = NETWORK_IDS.map((id) => ({ id, label: channelName(id) }));
const changed = (practice: string) => queryClient.invalidateQueries({ queryKey: ["practice", practice] });

export function ChannelsSection() {
  const { id: practice, may } = useHere(), channels = useChannels(), mayChange = may("manage"), [open, edit] = useState<Channel | "new" | null>(null);
  const act = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onSuccess: () => changed(practice) });
  const pause = ({ id: channel, paused }: Channel) => act.mutate(() => api.channels.change({ params: { practice, channel }, body: { paused: !paused } }));
  const add = <Button low icon={IconPlus} onPress={() => edit("new")}>Add a channel</Button>;
  return (
    <>
      {mayChange ? null : <ReadOnly />}
      <Notice kind="note" title="Copied out by hand">{HAND_SAYS}</Notice>
      <RefusalNotice error={act.error} />
      {channels.length === 0 ? <EmptyState level={3} title="No channel yet" actions={mayChange ? add : null}>A channel is the practice’s account on a network. Add the ones where it speaks.</EmptyState> : (
        <Rows label="Channels">
          {channels.map((channel) => (
            <Row key={channel.id} lead={<ChannelIcon network={channel.network} size={20} bare />} title={channel.name} detail={<>{channelName(channel.network)}{channel.url ? <> · <a href={channel.url} target="_blank" rel="noreferrer noopener">{channel.url.replace(/^https?:\/\//, "")}</a></> : null}</>}
              actions={<>
                {channel.paused ? <Pill kind="wait" word="Paused" /> : channel.connected ? <Pill kind="clear" word="Connected" /> : <Pill kind="note" word={channel.network === "rehearsal" ? "Goes nowhere" : "By hand"} />}
                {mayChange ? <><Button low kind="quiet" aria-label={`Change ${channel.name}`} onPress={() => edit(channel)}>Change</Button><Button low kind="quiet" aria-label={`${channel.paused ? "Go on with" : "Pause"} ${channel.name}`} onPress={() => pause(channel)}>{channel.paused ? "Go on" : "Pause"}</Button>
                  <Confirm label="Remove" of={channel.name} title={`Remove ${channel.name}?`} does="Remove" onConfirm={() => act.mutate(() => api.channels.remove({ params: { practice, channel: channel.id } }))}>What was to go out there is held until someone looks. What went out stays in the record.</Confirm></> : null}
              </>} />
          ))}
        </Rows>
      )}
      {channels.length > 0 && mayChange ? add : null}
      {open ? <ChannelDialog practice={practice} channel={open === "new" ? null : open} close={() => edit(null)} /> : null}
    </>
  );
}

function ChannelDialog({ practice, channel, close }: { practice: string; channel: Channel | null; close: () => void }) {
  const { name: called } = usePractice(), [network, choose] = useState<NetworkId>(channel?.network ?? "facebook"), [name, setName] = useState(channel?.name ?? called), [url, setUrl] = useState(channel?.url ?? "");
  const save = useMutation({
    mutationFn: () => { const described = { name: name.trim(), url: url.trim() || null }; return channel ? api.channels.change({ params: { practice, channel: channel.id }, body: described }) : api.channels.add({ params: { practice }, body: { network, ...described } }); },
    onSuccess: () => { void changed(practice); close(); },
  });
  return (
    <Dialog isOpen title={channel ? channel.name : "A channel"} onOpenChange={(isOpen) => { if (!isOpen) close(); }} actions={() => <><Button kind="quiet" onPress={close}>Cancel</Button><Button kind="primary" type="submit" form="channel" isPending={save.isPending}>Save</Button></>}>
      <form id="channel" className="fields" onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <RefusalNotice error={save.error} />
        {channel ? null : <Select label="Network" choices={NETWORK_CHOICES} chosen={network} onChoose={(id) => choose(id as NetworkId)} />}
        <TextField label="Name of the account" help="As the network shows it." isRequired maxLength={120} value={name} onChange={setName} />
        <TextField label="Its address" type="url" help="Opens when someone copies a post out. May stay empty." maxLength={500} value={url} onChange={setUrl} />
      </form>
    </Dialog>
  );
}
