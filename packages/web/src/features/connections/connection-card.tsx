import type { Connection, NetworkSetUp } from "@chaperone/contract";
import { useState } from "react";
import { Button, ButtonLink } from "../../components/button.tsx";
import { ChannelIcon, channelName } from "../../components/channel-icon.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pill } from "../../components/pill.tsx";
import { api } from "../../lib/api.ts";
import { date, dayAndTime } from "../../lib/dates.ts";
import { useHere } from "../../lib/session.ts";
import { useAct } from "../../lib/use-act.ts";
import { MayDo } from "./may-do.tsx";
import { connectionsChanged } from "./queries.ts";
import { goThere } from "./go-there.ts";
import { byHandSays, canConnect, isReady, standingOf } from "./words.ts";

/** One channel: how it stands, what it may do today, and what somebody can do about it. */
export function ConnectionCard({ connection, setUp }: { connection: Connection; setUp: NetworkSetUp | undefined }) {
  const { channel, state, account, says, ends, warns, testedAt, described } = connection, { id: practice, timeZone: zone } = useHere();
  const { act, says: refused, isActing } = useAct();
  return (
    <article className="connection" aria-label={`${channel.name}, ${channelName(channel.network)}`}>
      <header>
        <ChannelIcon network={channel.network} size={22} bare />
        <div className="grow">
          <h4>{channel.name}</h4>
          <p className="small muted">{channelName(channel.network)}{account?.handle ? <> · <Handle account={account} /></> : null}{account?.host ? ` · ${account.host.replace(/^https?:\/\//, "")}` : ""}</p>
        </div>
        <Pill {...standingOf(connection)} />
      </header>
      {says && state !== "connected" ? <Notice kind="question">{says}</Notice> : null}
      {warns && ends && state === "connected" ? <Notice kind="question" title={`The sign-in ends on ${date(ends, zone)}`}>Sign in again before that day, and nothing is missed.</Notice> : null}
      {refused ? <Notice kind="stop" title={refused.says}>{refused.next}</Notice> : null}
      {state === "connected" && described ? <MayDo described={described} /> : <p className="small muted">{state === "connected" && channel.network !== "rehearsal" ? "The network was not asked yet what this channel may do. Test it." : byHandSays(connection, canConnect(setUp))}</p>}
      <footer>
        <p className="tiny muted grow">{[ends && !warns ? `The sign-in ends on ${date(ends, zone)}` : "", testedAt ? `Tested ${dayAndTime(testedAt, zone)}` : ""].filter(Boolean).join(" · ")}</p>
        <Acts connection={connection} setUp={setUp} isActing={isActing} act={(work) => act(() => work().then(() => connectionsChanged(practice)))} />
      </footer>
    </article>
  );
}

const Handle = ({ account: { handle, url } }: { account: NonNullable<Connection["account"]> }) => url ? <a className="link" href={url} target="_blank" rel="noreferrer noopener">{handle}</a> : <>{handle}</>;

interface ActsProps { connection: Connection; setUp: NetworkSetUp | undefined; isActing: boolean; act: (work: () => Promise<unknown>) => void }

function Acts({ connection: { channel, state, account }, setUp, isActing, act }: ActsProps) {
  const { id: practice, may } = useHere(), params = { practice, channel: channel.id }, [isTesting, testing] = useState(false);
  const isSignedIn = canConnect(setUp) && (state === "connected" || state === "needs-sign-in"), page = `/settings/connections/${channel.network}?channel=${channel.id}`;
  const test = (): void => { testing(true); act(() => api.connections.test({ params }).finally(() => testing(false))); };
  const kind = state === "needs-sign-in" ? "ask" : "plain";
  return (
    <div className="row wrap">
      {isSignedIn && may("write") ? <Button low kind="quiet" isDisabled={isActing} onPress={test} aria-label={`Test ${channel.name}`}>{isTesting ? "Asking" : "Test"}</Button> : null}
      {may("manage") ? <>
        {isSignedIn && (isReady(setUp) || (setUp.asksHost && account?.host)) ? <Button low kind={kind} isDisabled={isActing} onPress={() => act(() => goThere({ practice, network: channel.network, channel: channel.id, host: account?.host ?? account?.way ?? null }))} aria-label={`Sign in again to ${channel.name}`}>Sign in again</Button>
          : canConnect(setUp) ? <ButtonLink low kind={kind} href={page} aria-label={`${isSignedIn ? "Sign in again to" : "Connect"} ${channel.name}`}>{isSignedIn ? "Sign in again" : "Connect"}</ButtonLink> : null}
        <Button low kind="quiet" isDisabled={isActing} aria-label={`${channel.paused ? "Go on with" : "Pause"} ${channel.name}`} onPress={() => act(() => api.channels.change({ params, body: { paused: !channel.paused } }))}>{channel.paused ? "Go on" : "Pause"}</Button>
        {isSignedIn ? <Confirm label="Disconnect" of={channel.name} title={`Disconnect ${channel.name}?`} does="Disconnect" onConfirm={() => act(() => api.connections.disconnect({ params }))}>The desk forgets how it signs in there. What is planned stays planned; somebody then posts it by hand. What went out stays out.</Confirm> : null}
      </> : null}
    </div>
  );
}
