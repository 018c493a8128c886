import type { PostSummary } from "@chaperone/contract";
import { shortDate, shortWeekday } from "../../lib/dates.ts";
import { isCertain } from "../../lib/standing.ts";
import { PostChip } from "./card.tsx";
import { DayButton, nameOf, onDayKeys, useDayPlace } from "./day-button.tsx";
import { isSameMonth, weeksOf } from "./days.ts";
import { useHands } from "./hands.ts";
import { holidayOn } from "./holidays.ts";
import "./week.css";
import "./month.css";

interface MonthProps { days: readonly string[]; posts: ReadonlyMap<string, readonly PostSummary[]>; on: string; onStep: (by: 1 | -1) => void; /** Posts a week that the practice means to publish. */ wanted: number; isWaiting: boolean }

const ROOM = 3;

/** Five or six rows of chips, each week with its own meter. A dark month is a month of selling. */
export function Month({ days, posts, on, onStep, wanted, isWaiting }: MonthProps) {
  return (
    <div className="month" aria-busy={isWaiting} onKeyDown={onDayKeys(onStep)}>
      <div className="month-row month-head" aria-hidden="true"><span />{days.slice(0, 7).map((day) => <span key={day}>{shortWeekday(`${day}T12:00:00Z`, "UTC")}</span>)}</div>
      {weeksOf(days).map((week) => (
        <div key={week[0]} className="month-row">
          <WeekMeter have={week.flatMap((day) => posts.get(day) ?? []).filter(isCertain).length} wanted={wanted} />
          {week.map((day) => <MonthDay key={day} day={day} posts={posts.get(day) ?? []} isElsewhere={!isSameMonth(day, on)} isStop={day === on} />)}
        </div>
      ))}
    </div>
  );
}

function WeekMeter({ have, wanted }: { have: number; wanted: number }) {
  return <div className="week-meter" title={`${have} of ${wanted} are out or sure to go out`}>{Array.from({ length: Math.min(7, Math.max(wanted, have)) }, (_, at) => <i key={at} className={at < have ? "is" : ""} />)}<span>{have} of {wanted}</span></div>;
}

function MonthDay({ day, posts, isElsewhere, isStop }: { day: string; posts: readonly PostSummary[]; isElsewhere: boolean; isStop: boolean }) {
  const { peekDay } = useHands(), place = useDayPlace(day), holiday = holidayOn(day), number = Number(day.slice(8));
  const shown = posts.length > ROOM + 1 ? posts.slice(0, ROOM) : posts, more = posts.length - shown.length;
  return (
    <div className={`month-day${isElsewhere ? " elsewhere" : ""}`} {...place} aria-label={`${nameOf(day)}${holiday ? `, ${holiday}` : ""}`}>
      <h2><DayButton day={day} isStop={isStop}><b>{isElsewhere && number < 15 ? shortDate(`${day}T12:00:00Z`, "UTC") : number}</b>{holiday ? <span>{holiday}</span> : null}</DayButton></h2>
      {shown.map((post) => <PostChip key={post.id} post={post} />)}
      {more > 0 ? <button type="button" className="more-posts" aria-haspopup="dialog" onClick={(event) => peekDay(day, event.currentTarget)}>+{more}<span> more</span></button> : null}
    </div>
  );
}
