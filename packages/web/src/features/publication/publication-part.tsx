import type { Channel, PublicationView } from "@chaperone/contract";
import { ChannelIcon, channelName } from "../../components/channel-icon.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pill } from "../../components/pill.tsx";
import { dayAndTime } from "../../lib/dates.ts";
import { useAct } from "../../lib/use-act.ts";
import { PublicationActs } from "./acts.tsx";
import { Attempts } from "./attempts.tsx";
import { Happened } from "./happened.tsx";
import { ReadBackPart } from "./read-back-part.tsx";
import { standingOf } from "./words.ts";
import "./publication.css";

interface PublicationPartProps { publication: PublicationView; channel: Channel | undefined; zone: string; now: Date }

/** One channel: how it stands, when, the way there, what to do, and what was tried. */
export function PublicationPart({ publication, channel, zone, now }: PublicationPartProps) {
  const { state, byHand, can, readBack, attempts, text } = publication, name = channel?.name ?? "A removed channel", network = channel?.network ?? "manual";
  const { act, says: refused, isActing } = useAct(), isTold = state === "failed" || state === "unknown", isByHand = state === "scheduled" && !can.publish;
  return (
    <section className="publication" aria-label={`${name}, ${channelName(network)}`}>
      <header>
        <ChannelIcon network={network} size={22} bare />
        <div className="grow"><h2>{name}</h2><p className="small muted">{channelName(network)} · <When publication={publication} zone={zone} /></p></div>
        <Pill {...standingOf(publication, now)} />
      </header>
      <Happened publication={publication} network={network} zone={zone} />
      {refused ? <Notice kind="stop" title={refused.says}>{refused.next}</Notice> : null}
      {readBack && state === "published" ? <ReadBackPart readBack={readBack} zone={zone} /> : null}
      {isByHand ? <><p className="small">{byHand}</p><p className="serif copied" dir="auto">{text}</p></> : null}
      <PublicationActs publication={publication} name={name} zone={zone} now={now} act={act} isActing={isActing} />
      {byHand && state === "published" ? <p className="tiny muted">{byHand}</p> : null}
      <div className="more-of-it">
        {isByHand ? null : <Disclosure title={state === "published" || state === "removed" ? "What went out there" : "What goes out there"}><p className="serif copied" dir="auto">{text}</p></Disclosure>}
        {attempts.length > 0 ? <Disclosure title={<>What was tried <span className="faint small">{attempts.length}</span></>} open={isTold}><Attempts attempts={attempts} zone={zone} /></Disclosure> : null}
      </div>
    </section>
  );
}

function When({ publication: { state, at, publishedAt, url }, zone }: { publication: PublicationView; zone: string }) {
  if (!publishedAt) return <>planned for {dayAndTime(at, zone)}</>;
  if (state === "removed") return <>went out {dayAndTime(publishedAt, zone)}</>;
  return <>out since {dayAndTime(publishedAt, zone)}{url ? <> · <a className="link" href={url} target="_blank" rel="noreferrer noopener">See it there</a></> : null}</>;
}
