import { IconPlus } from "@tabler/icons-react";
import type { PostSummary } from "@chaperone/contract";
import { Icon } from "../../components/icon.tsx";
import { shortWeekday, time } from "../../lib/dates.ts";
import { PostCard } from "./card.tsx";
import { DayButton, nameOf, onDayKeys, useDayPlace } from "./day-button.tsx";
import { useHands } from "./hands.ts";
import { holidayOn } from "./holidays.ts";
import "./week.css";

interface WeekProps { days: readonly string[]; posts: ReadonlyMap<string, readonly PostSummary[]>; on: string; onStep: (by: 1 | -1) => void; /** What a free day offers. */ usual: string; isWaiting: boolean }

/** Seven columns of cards; on a phone a list of days. */
export function Week({ days, posts, on, onStep, usual, isWaiting }: WeekProps) {
  return <div className="week" aria-busy={isWaiting} onKeyDown={onDayKeys(onStep)}>{days.map((day) => <WeekDay key={day} day={day} posts={posts.get(day) ?? []} isStop={day === on} usual={usual} isWaiting={isWaiting} />)}</div>;
}

function WeekDay({ day, posts, isStop, usual, isWaiting }: { day: string; posts: readonly PostSummary[]; isStop: boolean; usual: string; isWaiting: boolean }) {
  const { today, mayWrite, write } = useHands(), holiday = holidayOn(day), place = useDayPlace(day), isFree = posts.length === 0 && !isWaiting;
  return (
    <div className="day" {...place} aria-label={nameOf(day)}>
      <h2><DayButton day={day} isStop={isStop}><span>{shortWeekday(`${day}T12:00:00Z`, "UTC")}</span><b>{Number(day.slice(8))}</b></DayButton></h2>
      {holiday ? <p className="free"><b>{holiday}</b>{isFree ? "Nothing planned" : null}</p> : isFree && day < today ? <p className="free">Nothing went out</p> : null}
      {posts.map((post) => <PostCard key={post.id} post={post} />)}
      {isFree && day >= today && mayWrite ? <button type="button" className="slot" tabIndex={-1} onClick={() => write(day)}><Icon of={IconPlus} size={16} />Free, {time(`2000-01-01T${usual}:00Z`, "UTC")}</button> : null}
    </div>
  );
}
