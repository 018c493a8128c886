import { NETWORK_IDS, type NetworkId } from "@chaperone/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { ChannelIcon, channelName } from "../../components/channel-icon.tsx";
import { TextField } from "../../components/field.tsx";
import { Pill } from "../../components/pill.tsx";
import { Row, Rows } from "../../components/table.tsx";
import { api } from "../../lib/api.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import { HAND_SAYS } from "./channel-words.ts";

const FIRST: readonly NetworkId[] = NETWORK_IDS.filter((network) => network !== "manual" && network !== "rehearsal");

/** The networks where the practice speaks already; each can be set right later. */
export function FirstChannel({ practice, name }: { practice: string; name: string }) {
  const [called, call] = useState(name), [added, setAdded] = useState<NetworkId[]>([]);
  const add = useMutation({ mutationFn: (network: NetworkId) => api.channels.add({ params: { practice }, body: { network, name: called.trim() || name, url: null } }), onSuccess: ({ network }) => setAdded((before) => [...before, network]) });
  return (
    <>
      <h1>Where does the practice speak?</h1>
      <p className="muted">{HAND_SAYS}</p>
      <RefusalNotice error={add.error} />
      <div className="fields"><TextField label="Name of the account" help="As the network shows it. You can give each its own name later." value={called} onChange={call} maxLength={120} /></div>
      <Rows label="Networks">
        {FIRST.map((network) => (
          <Row key={network} lead={<ChannelIcon network={network} size={20} bare />} title={channelName(network)}
            actions={added.includes(network) ? <Pill kind="clear" word="Added" /> : <Button low isDisabled={add.isPending} aria-label={`Add ${channelName(network)}`} onPress={() => add.mutate(network)}>Add</Button>} />
        ))}
      </Rows>
    </>
  );
}
