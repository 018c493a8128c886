/** The column beside the sheet: what waits for a decision, whose it is, and what was decided lately. */
import type { PostSummary } from "@chaperone/contract";
import { Keys } from "../../components/keys.tsx";
import { Link } from "../../components/link.tsx";
import { Shape } from "../../components/shape.tsx";
import { lasting, nearDay, time } from "../../lib/dates.ts";
import { firstName, pillOf, placeOf, standingOf, titleOf } from "../../lib/standing.ts";
import type { Matter } from "./matters.ts";

interface MatterListProps { matters: readonly Matter[]; decided: readonly PostSummary[]; chosen: string | null; zone: string; now: Date; mayDecide: boolean }

const SHOWN = 8, KEYS = [["J", "next"], ["K", "before"], ["A", "agree"], ["R", "return"]] as const;

export const addressOf = ({ id }: Pick<Matter, "id">): string => `/approvals?on=${id}`;
export const elementOf = ({ id }: Pick<Matter, "id">): string => `matter-${id}`;

export function MatterList({ matters, decided, chosen, zone, now, mayDecide }: MatterListProps) {
  const mine = matters.filter(({ isMine }) => isMine), others = matters.filter(({ isMine }) => !isMine), lines = (these: readonly Matter[]) => <ul>{these.map((matter) => <MatterLine key={matter.id} matter={matter} isChosen={matter.id === chosen} zone={zone} now={now} />)}</ul>;
  return (
    <section className="matters" aria-label="What waits for a decision">
      <header><h1>Approvals</h1>{mine.length > 0 ? <span className="small muted">{mine.length} for you</span> : null}</header>
      {mine.length > 0 ? <>{lines(mine)}<Keys of={KEYS} /></> : mayDecide ? <p className="small muted none">Nothing waits for you.</p> : null}
      {others.length > 0 ? <><h2 className="label">{mayDecide ? "Waits for others" : "Waits for a decision"}</h2>{lines(others)}</> : null}
      {decided.length > 0 ? <><h2 className="label">Decided lately</h2><ul className="decided">{decided.slice(0, SHOWN).map((post) => <DecidedLine key={post.id} post={post} />)}</ul></> : null}
    </section>
  );
}

function MatterLine({ matter, isChosen, zone, now }: { matter: Matter; isChosen: boolean; zone: string; now: Date }) {
  const { post, override, isMine } = matter, asked = override?.askedAt ?? post.askedAt;
  return (
    <li>
      <Link href={addressOf(matter)} id={elementOf(matter)} aria-current={isChosen ? "true" : undefined}>
        <span className="hd"><b>{titleOf(post)}</b>{asked ? <time dateTime={asked}>{agoShortly(lasting(asked, now))}</time> : null}</span>
        <span className="by">{override
          ? <><Shape kind="stop" size={16} />{override.askedBy.name} asks for an exception</>
          : <><Shape kind={isMine ? post.verdict ?? "stop" : "wait"} size={16} />{isMine ? `By ${post.author.name}` : standingOf(post).word}</>}</span>
        <span className="due">{plannedWords(post, zone, now)}</span>
      </Link>
    </li>
  );
}

const agoShortly = (ago: string): string => (ago === "0 minutes" ? "just now" : ago);

function plannedWords({ plannedFor }: PostSummary, zone: string, now: Date): string {
  if (!plannedFor) return "No time yet";
  return new Date(plannedFor) <= now ? "Its time has passed" : `${nearDay(plannedFor, zone, now)} ${time(plannedFor, zone)}`;
}

function DecidedLine({ post }: { post: PostSummary }) {
  const { kind, word } = pillOf(post), who = post.approvedBy.map(({ name }) => firstName(name)).join(" and ");
  return <li><Link href={placeOf(post)}><span className="hd">{titleOf(post)}</span><span className="by"><Shape kind={kind} size={16} />{word}{who ? `, approved by ${who}` : ""}</span></Link></li>;
}
