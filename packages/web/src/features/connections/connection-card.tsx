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
import { accountSays, byHandSays, canConnect, isReady, standingOf } from "./words.ts";

/** One channel: how it stands, what it may do today, and what somebody can do about it. */
export function ConnectionCard({ connection, setUp }: { connection: Connection; setUp: NetworkSetUp | undefined }) {
  const { channel, state, account, described } = connection, { id: practice } = useHere(), { act, says: refused, isActing } = useAct(), { handle, host } = accountSays(connection);
  return (
    <article className="connection" aria-label={`${channel.name}, ${channelName(channel.network)}`}>
      <header>
        <ChannelIcon network={channel.network} size={22} bare />
        <div className="grow">
          <h4>{channel.name}</h4>
          <p className="small muted">{[channelName(channel.network), handle ?? "", host ?? ""].filter(Boolean).join(" · ")}{account?.url ? <> · <a className="link" href={account.url} target="_blank" rel="noreferrer noopener" aria-label={`See it there: ${channel.name}`}>See it there</a></> : null}</p>
        </div>
        <Pill {...standingOf(connection)} />
      </header>
      <Asks connection={connection} />
      {refused ? <Notice kind="stop" title={refused.says}>{refused.next}</Notice> : null}
      {state === "connected" && described ? <MayDo described={described} /> : null}
      <footer>
        <Foot connection={connection} mayConnect={canConnect(setUp)} />
        <Acts connection={connection} setUp={setUp} isActing={isActing} act={(work) => act(() => work().then(() => connectionsChanged(practice)))} />
      </footer>
    </article>
  );
}

/** What a person should do about it, soon or now. */
function Asks({ connection: { state, channel, says, ends, warns } }: { connection: Connection }) {
  const { timeZone: zone } = useHere();
  return (
    <>
      {state === "needs-sign-in" ? <Notice kind="question" title={says ?? "The network does not let the desk in any more."}>Until somebody signs in again, posts for this channel are held, and nothing is lost.</Notice> : null}
      {state === "connected" && says ? <Notice kind="question" title="The last test did not succeed">{says}</Notice> : null}
      {state === "connected" && warns && ends ? <Notice kind="question" title={`The sign-in ends on ${date(ends, zone)}`}>Sign in again before that day, and nothing is missed.</Notice> : null}
      {channel.paused ? <Notice kind="note">Nothing goes out here while it is paused. What is planned is held.</Notice> : null}
    </>
  );
}

function Foot({ connection, mayConnect }: { connection: Connection; mayConnect: boolean }) {
  const { state, ends, warns, testedAt, described, channel } = connection, { timeZone: zone } = useHere();
  if (channel.network === "rehearsal" || (state !== "needs-sign-in" && !(state === "connected" && described))) return <p className="small muted grow">{byHandSays(connection, mayConnect)}</p>;
  return <p className="tiny muted grow">{[ends && !warns ? `The sign-in ends on ${date(ends, zone)}` : "", testedAt ? `Tested ${dayAndTime(testedAt, zone)}` : ""].filter(Boolean).join(" · ")}</p>;
}

interface ActsProps { connection: Connection; setUp: NetworkSetUp | undefined; isActing: boolean; act: (work: () => Promise<unknown>) => void }

function Acts({ connection: { channel, state, account, warns }, setUp, isActing, act }: ActsProps) {
  const { id: practice, may } = useHere(), params = { practice, channel: channel.id }, [isTesting, testing] = useState(false);
  const isSignedIn = canConnect(setUp) && (state === "connected" || state === "needs-sign-in"), page = `/settings/connections/${channel.network}?channel=${channel.id}`;
  const test = (): void => { testing(true); act(() => api.connections.test({ params }).finally(() => testing(false))); };
  const kind = state === "needs-sign-in" || warns ? "ask" : isSignedIn ? "quiet" : "plain";
  return (
    <div className="row wrap">
      {isSignedIn && may("write") ? <Button low kind={kind === "ask" ? "quiet" : "plain"} isDisabled={isActing} onPress={test} aria-label={`Test ${channel.name}`}>{isTesting ? "Asking" : "Test"}</Button> : null}
      {may("manage") ? <>
        {isSignedIn && (isReady(setUp, account?.way ?? null) || (setUp.asksHost && account?.host)) ? <Button low kind={kind} isDisabled={isActing} onPress={() => act(() => goThere({ practice, network: channel.network, channel: channel.id, host: account?.host ?? account?.way ?? null }))} aria-label={`Sign in again to ${channel.name}`}>Sign in again</Button>
          : canConnect(setUp) ? <ButtonLink low kind={kind} href={page} aria-label={`${isSignedIn ? "Sign in again to" : "Connect"} ${channel.name}`}>{isSignedIn ? "Sign in again" : "Connect"}</ButtonLink> : null}
        <Button low kind="quiet" isDisabled={isActing} aria-label={`${channel.paused ? "Go on with" : "Pause"} ${channel.name}`} onPress={() => act(() => api.channels.change({ params, body: { paused: !channel.paused } }))}>{channel.paused ? "Go on" : "Pause"}</Button>
        {isSignedIn ? <Confirm label="Disconnect" of={channel.name} title={`Disconnect ${channel.name}?`} does="Disconnect" onConfirm={() => act(() => api.connections.disconnect({ params }))}>The desk forgets how it signs in there. What is planned stays planned; somebody then posts it by hand. What went out stays out.</Confirm> : null}
      </> : null}
    </div>
  );
}
