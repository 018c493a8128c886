import type { Channel, PublicationView } from "@chaperone/contract";
import { ButtonLink } from "../../components/button.tsx";
import { ChannelIcon, channelName } from "../../components/channel-icon.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pill } from "../../components/pill.tsx";
import { dayAndTime } from "../../lib/dates.ts";
import { useAct } from "../../lib/use-act.ts";
import { PublicationActs } from "./acts.tsx";
import { Attempts } from "./attempts.tsx";
import { ReadBackPart } from "./read-back-part.tsx";
import { standingOf } from "./words.ts";
import "./publication.css";

interface PublicationPartProps { publication: PublicationView; channel: Channel | undefined; zone: string; now: Date }

/** One channel: how it stands, when, the way there, what to do, and what was tried. */
export function PublicationPart({ publication, channel, zone, now }: PublicationPartProps) {
  const { state, at, publishedAt, url, says, failedKind, byHand, readBack, attempts, text } = publication, standing = standingOf(publication, now), name = channel?.name ?? "A removed channel";
  const { act, says: refused, isActing } = useAct(), network = channel?.network ?? "manual", asks = state === "failed" || state === "missed" || state === "unknown";
  return (
    <section className="publication" aria-label={`${name}, ${channelName(network)}`}>
      <header>
        <ChannelIcon network={network} size={22} bare />
        <div className="grow"><h2>{name}</h2><p className="small muted">{channelName(network)} · {publishedAt ? `${state === "removed" ? "was out from" : "out since"} ${dayAndTime(publishedAt, zone)}` : `planned for ${dayAndTime(at, zone)}`}{url && state !== "removed" ? <> · <a className="link" href={url} target="_blank" rel="noreferrer noopener">See it there</a></> : null}</p></div>
        <Pill {...standing} />
      </header>
      {asks ? <Notice kind={state === "unknown" ? "question" : "stop"} title={says ?? MISSED[state]} actions={failedKind === "auth" || failedKind === "permission" ? <ButtonLink low href="/settings/connections">To the connections</ButtonLink> : undefined}>{state === "unknown" ? <>The desk looks again by itself, and sends nothing twice. {byHand}</> : null}</Notice> : says && state !== "removed" ? <Notice kind="note">{says}</Notice> : null}
      {!asks && byHand && state === "scheduled" ? <p className="small">{byHand}</p> : null}
      {refused ? <Notice kind="stop" title={refused.says}>{refused.next}</Notice> : null}
      {readBack && state === "published" ? <ReadBackPart readBack={readBack} zone={zone} /> : null}
      <PublicationActs publication={publication} name={name} zone={zone} now={now} act={act} isActing={isActing} />
      {!asks && byHand && state === "published" ? <p className="tiny muted">{byHand}</p> : null}
      <div className="more-of-it">
        <Disclosure title="What goes out there"><p className="serif copied" dir="auto">{text}</p></Disclosure>
        {attempts.length > 0 ? <Disclosure title={<>What was tried <span className="faint small">{attempts.length}</span></>} open={asks}><Attempts attempts={attempts} zone={zone} /></Disclosure> : null}
      </div>
    </section>
  );
}

const MISSED: Record<string, string> = { missed: "Its time passed before it could go out. Choose a new one.", unknown: "The network did not say whether the post is out.", failed: "It did not go out." };
