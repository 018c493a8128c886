import { useQuery } from "@tanstack/react-query";
import { Button } from "../../components/button.tsx";
import { Broken, EmptyState, GhostRows } from "../../components/states.tsx";
import { inWords } from "../../lib/api.ts";
import { usePlace } from "../../lib/place.ts";
import { useHere } from "../../lib/session.ts";
import { ConnectNetwork } from "./connect-network.tsx";
import { ConnectionCard } from "./connection-card.tsx";
import { NetworkList } from "./network-list.tsx";
import { connectionsQuery } from "../../lib/post-queries.ts";
import { ReachPart } from "./reach-part.tsx";
import { SilencePart } from "./silence-part.tsx";
import { byNeed } from "./words.ts";
import "./connections.css";

/** `/settings/connections` lists, `/settings/connections/<network>` leads through connecting one; `?channel=` says which channel signs in. */
export function ConnectionsSection() {
  const here = useHere(), { pathname, search } = usePlace(), network = pathname.split("/")[3] ?? "", channel = new URLSearchParams(search).get("channel");
  const { data: page, error, refetch } = useQuery(connectionsQuery(here.id));
  if (error && !page) return <Broken level={3} title="The connections cannot be read" actions={<Button low onPress={() => void refetch()}>Ask again</Button>}>{inWords(error).says} {inWords(error).next}</Broken>;
  if (!page) return <GhostRows rows={5} what="Opening the connections" />;

  // Nothing goes anywhere yet, so there is nothing to be silent about.
  const isAlone = page.connections.every((one) => one.channel.network === "rehearsal");
  const setUp = page.networks.find((one) => one.network === network);
  if (network) return <ConnectNetwork key={network} setUp={setUp} connection={page.connections.find((one) => one.channel.id === channel) ?? null} reach={page.reach} />;
  return (
    <>
      {isAlone && page.silence.since === null ? null : <SilencePart silence={page.silence} />}
      <section className="part" aria-labelledby="channels-here">
        <h3 id="channels-here">Channels</h3>
        {isAlone ? <EmptyState level={3} title="No channel yet">Connect the first network below. Each account that you sign in to becomes a channel.</EmptyState> : null}
        {page.connections.length === 0 ? null : <div className="connections">{byNeed(page.connections).map((one) => <ConnectionCard key={one.channel.id} connection={one} setUp={page.networks.find((of) => of.network === one.channel.network)} />)}</div>}
      </section>
      {here.may("manage") ? <NetworkList networks={page.networks} /> : null}
      <ReachPart reach={page.reach} networks={page.networks} />
    </>
  );
}
