import { type Connection, type ConnectionsPage, type NetworkSetUp } from "@chaperone/contract";
import { useState } from "react";
import { ButtonLink } from "../../components/button.tsx";
import { ChannelIcon, channelName } from "../../components/channel-icon.tsx";
import { Link } from "../../components/link.tsx";
import { Notice } from "../../components/notice.tsx";
import { CopyButton } from "../../components/secret.tsx";
import { Shape } from "../../components/shape.tsx";
import { EmptyState } from "../../components/states.tsx";
import { useHere } from "../../lib/session.ts";
import { AppForm } from "./app-form.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { SignInThere } from "./sign-in-there.tsx";
import { WayChoice } from "./way-choice.tsx";
import { appFor, canConnect, wayOf } from "./words.ts";

interface ConnectNetworkProps extends Pick<ConnectionsPage, "reach"> { setUp: NetworkSetUp | undefined; connection: Connection | null }

/** From nothing to a channel that posts: the steps, what to know before, and the one form that the network takes. */
export function ConnectNetwork({ setUp, connection, reach }: ConnectNetworkProps) {
  const here = useHere(), [host, choose] = useState(connection?.account?.way ?? null);
  if (!canConnect(setUp)) return <EmptyState level={3} title="There is nothing to connect here" actions={<ButtonLink low kind="primary" href="/settings/connections">To the connections</ButtonLink>}>This network has no way in for a desk. Its texts are copied out by hand.</EmptyState>;
  if (!here.may("manage")) return <EmptyState level={3} title="An owner or compliance connects" actions={<ButtonLink low kind="primary" href="/settings/connections">To the connections</ButtonLink>}>Ask one of them to sign in for the practice.</EmptyState>;
  const { network, by, app, redirectUri, ways, fetchesMedia } = setUp, way = wayOf(setUp, host), { steps, notes } = way ?? setUp, name = channelName(network), asksApp = by === "oauth" && app === "own";
  return (
    <section className="connect" aria-labelledby="connect-title">
      <p className="small"><Link className="link" href="/settings/connections">All connections</Link></p>
      <h3 id="connect-title" className="row"><ChannelIcon network={network} size={24} bare />{connection ? `Sign ${connection.channel.name} in to ${name}` : `Connect ${name}`}</h3>
      {way ? <WayChoice ways={ways} chosen={way} onChoose={choose} /> : null}
      <ol className="set-up-steps">{steps.map((step, at) => <li key={step}><em>{at + 1}</em><p>{step}</p></li>)}</ol>
      {notes.length > 0 ? <div className="before"><h4>Good to know before</h4><ul>{notes.map((note) => <li key={note}><Shape kind="note" size={18} /><p>{note}</p></li>)}</ul></div> : null}
      {fetchesMedia && reach.isReachable === false ? <Notice kind="question" title="Pictures will not arrive yet">{name} fetches them from this desk and cannot reach it. {reach.says}</Notice> : null}
      {asksApp ? <>
        <div className="redirect"><div className="grow"><p className="label" id="redirect">Redirect address</p><p className="mono" aria-labelledby="redirect">{redirectUri}</p></div><CopyButton value={redirectUri} what="the redirect address" /></div>
        <AppForm key={way?.host} network={network} clientId={appFor(setUp, host)} host={way?.host ?? null} />
      </> : null}
      {by === "form" ? <SignInForm setUp={setUp} channel={connection?.channel.id ?? null} /> : <SignInThere setUp={setUp} channel={connection?.channel.id ?? null} host={connection?.account?.host ?? null} way={way?.host ?? null} />}
    </section>
  );
}
