import type { NetworkSetUp } from "@chaperone/contract";
import { ChannelIcon, channelName } from "../../components/channel-icon.tsx";
import { Link } from "../../components/link.tsx";
import { canConnect } from "./words.ts";

const takes = ({ by, app, appClientId, ways }: NetworkSetUp): string => by === "form" ? "A password made for the desk" : app === "own" ? [appClientId, ...ways.map((way) => way.appClientId)].every((id) => id === null) ? "Takes an app of the practice" : "App entered, ready to sign in" : "Sign in, and nothing else";

/** Where one begins to connect: a network a line, with what it takes. */
export function NetworkList({ networks }: { networks: readonly NetworkSetUp[] }) {
  return (
    <section className="part" aria-labelledby="connect-one">
      <h3 id="connect-one">Connect a channel</h3>
      <p className="small muted">Each opens with its steps and with what is good to know before. Nothing is posted by connecting.</p>
      <ul className="network-list">
        {networks.filter(canConnect).map((one) => (
          <li key={one.network}><Link href={`/settings/connections/${one.network}`}><ChannelIcon network={one.network} size={20} bare /><span><b>{channelName(one.network)}</b><small className="muted">{takes(one)}</small></span></Link></li>
        ))}
      </ul>
    </section>
  );
}
