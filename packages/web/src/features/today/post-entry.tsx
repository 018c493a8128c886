import type { Channel, PostSummary } from "@chaperone/contract";
import { ButtonLink } from "../../components/button.tsx";
import { ChannelIcons } from "../../components/channel-icon.tsx";
import { Entry } from "../../components/entry.tsx";
import { Link } from "../../components/link.tsx";
import { PillarMark } from "../../components/pillar-mark.tsx";
import { date, nearDay, time } from "../../lib/dates.ts";
import { momentOf, networksOf, placeOf, standingOf, titleOf, waitsAgain } from "../../lib/standing.ts";

/** Where and for whom a list of posts is read. */
export interface Reading { zone: string; now: Date; me: string; channels: readonly Channel[] }

interface PostEntryProps extends Reading {
  post: PostSummary;
  /** Under a heading that names the day, the time alone is enough. */
  isToday?: boolean;
  action: React.ReactNode;
  detail: React.ReactNode;
  /** What the check says, worst first. */
  withReasons?: boolean;
}

export function PostEntry({ post, zone, now, channels, isToday = false, action, detail, withReasons = false }: PostEntryProps) {
  const moment = momentOf(post);
  const reasons = withReasons ? reasonsOf(post) : [];
  return (
    <Entry
      day={isToday ? undefined : moment ? nearDay(moment, zone, now) : "No time"} time={moment ? time(moment, zone) : undefined} title={<Link href={placeOf(post)}>{titleOf(post)}</Link>} reasons={reasons} action={action}
      meta={<><PillarMark pillar={post.pillar} /><ChannelIcons networks={networksOf(post, channels)} />{detail ? <span>{detail}</span> : null}</>}
    />
  );
}

interface Reason { kind: "stop" | "question" | "note"; text: string }

function reasonsOf(post: PostSummary): Reason[] {
  const says = post.says.map(({ severity, message }): Reason => ({ kind: severity, text: message })), again = waitsAgain(post);
  if (again) return [{ kind: "question", text: again }, ...says];
  if (says.length > 0 || post.state === "waiting") return says;
  const { mark, word } = standingOf(post);
  return [{ kind: mark === "question" ? "question" : "stop", text: word }];
}

export const byWhom = ({ author }: PostSummary, me: string): string => author.id === me ? "by you" : `by ${author.name}`;

/** Where somebody acts on what happened on the way out. */
const ELSEWHERE: Record<string, { label: string; href: (post: string) => string }> = {
  failed: { label: "See why", href: (post) => `/posts/${post}` },
  unconfirmed: { label: "Look", href: (post) => `/posts/${post}` },
  silence: { label: "See the silence", href: () => "/settings/connections" },
};

/** The next lawful step of a held post, in two words. */
export function WayOut({ post }: { post: PostSummary }) {
  const { stops, questions, heldWhy } = post;
  const label = stops > 0 ? `Fix ${stops}` : questions > 0 ? `Answer ${questions}` : heldWhy === "slot-passed" ? "New time" : "Open";
  if (stops + questions === 0 && heldWhy !== null && heldWhy in ELSEWHERE) return <ButtonLink low href={ELSEWHERE[heldWhy]!.href(post.id)}>{ELSEWHERE[heldWhy]!.label}</ButtonLink>;
  return <ButtonLink low href={`/compose/${post.id}`}>{label}</ButtonLink>;
}

/** Who has said yes, or who was asked and when. */
export function whoDecides(post: PostSummary, zone: string, now: Date): string {
  if (post.state === "waiting") return waitsAgain(post) ?? (post.askedOf ? `${post.askedOf.name} was asked${post.askedAt ? ` ${askedWhen(post.askedAt, zone, now)}` : ""}` : "Anyone who may approve was asked");
  const names = post.approvedBy.map(({ name }) => name);
  return names.length === 0 ? "" : `Approved by ${names.join(" and ")}`;
}

function askedWhen(at: string, zone: string, now: Date): string {
  const day = nearDay(at, zone, now);
  return day === "Today" || day === "Yesterday" ? day.toLowerCase() : `on ${date(at, zone)}`;
}

export const isDue = (post: PostSummary, now: Date): boolean => post.state === "scheduled" && post.plannedFor !== null && new Date(post.plannedFor) <= now;
