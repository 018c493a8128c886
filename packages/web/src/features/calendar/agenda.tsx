import type { PostSummary } from "@chaperone/contract";
import { Button, ButtonLink } from "../../components/button.tsx";
import { ChannelIcons } from "../../components/channel-icon.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Entry, Ledger, LedgerSection } from "../../components/entry.tsx";
import { Link } from "../../components/link.tsx";
import { Pill } from "../../components/pill.tsx";
import { PillarMark } from "../../components/pillar-mark.tsx";
import { EmptyState, GhostRows } from "../../components/states.tsx";
import { shortDate, shortWeekday, time } from "../../lib/dates.ts";
import { momentOf, networksOf, pillOf, placeOf, titleOf } from "../../lib/standing.ts";
import { daysOf, spanName } from "./days.ts";
import { useHands } from "./hands.ts";
import "./agenda.css";

interface AgendaProps { days: readonly string[]; posts: ReadonlyMap<string, readonly PostSummary[]>; isWaiting: boolean; isFiltered: boolean }

/** The month as a list, week by week; the weeks that are over lie folded above. */
export function Agenda({ days, posts, isWaiting, isFiltered }: AgendaProps) {
  const { today } = useHands();
  const weeks = [...Map.groupBy(days, (day) => daysOf("week", day)[0]!)].map(([from, own]) => ({ from, days: own, list: own.flatMap((day) => posts.get(day) ?? []) })).filter(({ list }) => list.length > 0);
  if (isWaiting) return <GhostRows rows={6} what="Opening the list" />;
  if (weeks.length === 0) return <NothingHere isFiltered={isFiltered} />;
  const isOver = ({ days: own }: { days: readonly string[] }) => own.at(-1)! < today;
  const over = weeks.filter(isOver), ahead = weeks.filter((week) => !isOver(week)), count = over.reduce((sum, { list }) => sum + list.length, 0);
  const section = ({ from, days: own, list }: (typeof weeks)[number]) => (
    <LedgerSection key={from} title={spanName(own)} small={`${list.length} post${list.length === 1 ? "" : "s"}`}>{list.map((post) => <AgendaLine key={post.id} post={post} />)}</LedgerSection>
  );
  return (
    <Ledger>
      {over.length > 0 && ahead.length > 0 ? <div className="agenda-over"><Disclosure title={`Earlier this month: ${count} post${count === 1 ? "" : "s"}`}>{over.map(section)}</Disclosure></div> : over.map(section)}
      {ahead.map(section)}
    </Ledger>
  );
}

function AgendaLine({ post }: { post: PostSummary }) {
  const { zone, channels, mayMove, askMove } = useHands(), moment = momentOf(post)!;
  return (
    <Entry
      day={`${shortWeekday(moment, zone)}, ${shortDate(moment, zone)}`} time={time(moment, zone)} title={<Link href={placeOf(post)}>{titleOf(post)}</Link>}
      meta={<><PillarMark pillar={post.pillar} /><ChannelIcons networks={networksOf(post, channels)} /></>}
      action={<>{mayMove(post) ? <Button low kind="quiet" aria-label={`Move ${titleOf(post)}`} onPress={() => askMove(post)}>Move</Button> : null}<Pill {...pillOf(post)} /></>}
    />
  );
}

const NothingHere = ({ isFiltered }: { isFiltered: boolean }) => isFiltered
  ? <EmptyState title="Nothing here passes the filter" actions={<ButtonLink low kind="plain" href="/calendar?view=list">Show everything</ButtonLink>}>Another channel or pillar may have posts in this month.</EmptyState>
  : <EmptyState title="Nothing is planned in this month" actions={<ButtonLink low kind="primary" href="/compose">Write a post</ButtonLink>}>Four posts a week keep a practice in sight. One is a beginning.</EmptyState>;
