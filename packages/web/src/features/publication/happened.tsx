import type { NetworkId, PublicationView } from "@chaperone/contract";
import { ButtonLink } from "../../components/button.tsx";
import { channelName } from "../../components/channel-icon.tsx";
import { Notice } from "../../components/notice.tsx";
import { dayAndTime } from "../../lib/dates.ts";
import { heldSays } from "./held.ts";

interface HappenedProps { publication: PublicationView; network: NetworkId; zone: string }

/** What happened on the way, that nothing was lost, and what comes next; nothing where all went as planned. */
export function Happened({ publication, network, zone }: HappenedProps) {
  const { state, says, failedKind, heldWhy, byHand, looksAt, post, attempts } = publication;
  switch (state) {
    case "failed": {
      const isSignedOut = failedKind === "auth" || failedKind === "permission";
      return <Notice kind="stop" title={says ?? "It did not go out."} actions={isSignedOut ? <ButtonLink low href="/settings/connections">To the connections</ButtonLink> : undefined}>{failedKind === "not-there" ? null : "Nothing of it is public there, and nothing was lost."}</Notice>;
    }
    case "missed": return <Notice kind="stop" title="Its time passed before it could go out.">The desk was off or cut off for too long, and what is late does not go out by itself. Give it a new time. Nothing was lost.</Notice>;
    case "unknown": return <Notice kind="question" title={`${network === "manual" ? "The network" : channelName(network)} did not say whether the post is out.`}>{looksAt ? <>The desk looks again by itself on {dayAndTime(looksAt, zone)}, and sends nothing twice.</> : <>The desk has looked often enough and looks no more by itself. It sends nothing twice.</>} {byHand}</Notice>;
    case "held": {
      const { title, says: next, label, href } = heldSays(heldWhy);
      return <Notice kind="stop" title={title} actions={<ButtonLink low href={href(post)}>{label}</ButtonLink>}>{next}</Notice>;
    }
    case "removed": {
      const end = attempts.findLast(({ step, outcome }) => step === "remove" && outcome === "removed");
      return <Notice kind="note">{end ? `Taken down on ${dayAndTime(end.endedAt ?? end.at, zone)}${end.person ? ` by ${end.person.name}` : ""}. The desk looked, and it is gone.` : "Somebody took it down by hand and said so here."}</Notice>;
    }
    default: return says ? <Notice kind="note">{says}</Notice> : null;
  }
}
