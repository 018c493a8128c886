import type { PostSummary } from "@chaperone/contract";
import { lazy, Suspense, useState } from "react";
import { Button } from "../components/button.tsx";
import { ShareMeter } from "../components/meters.tsx";
import { Margin, Sheet } from "../components/sheet.tsx";
import { Broken } from "../components/states.tsx";
import { addressOf, readAddress, type Seen } from "../features/calendar/address.ts";
import { Agenda } from "../features/calendar/agenda.tsx";
import { CalendarHead } from "../features/calendar/calendar-head.tsx";
import { PostChip } from "../features/calendar/card.tsx";
import { nextHalfHour, onDay, stepFrom } from "../features/calendar/days.ts";
import { type Hands, HandsContext } from "../features/calendar/hands.ts";
import { Month } from "../features/calendar/month.tsx";
import { Refused } from "../features/calendar/refused.tsx";
import { Tray } from "../features/calendar/tray.tsx";
import { useCalendar } from "../features/calendar/use-calendar.ts";
import { TRAY, useDrag } from "../features/calendar/use-drag.ts";
import { useMove } from "../features/calendar/use-move.ts";
import { Week } from "../features/calendar/week.tsx";
import { shareSays } from "../features/plan/meters.ts";
import { MarksKey, Mix } from "../features/plan/mix.tsx";
import { WeekFoot } from "../features/plan/week-foot.tsx";
import { inWords } from "../lib/api.ts";
import { clockOf, momentAt } from "../lib/clock.ts";
import { dayOf } from "../lib/dates.ts";
import { useNow } from "../lib/now.ts";
import { push, usePlace } from "../lib/place.ts";
import { useChannels, useHere } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";

const MoveDialog = lazy(() => import("../features/calendar/move-dialog.tsx").then((file) => ({ default: file.MoveDialog })));
const PostPeek = lazy(() => import("../features/calendar/peek.tsx").then((file) => ({ default: file.PostPeek })));
const DayPeek = lazy(() => import("../features/calendar/peek.tsx").then((file) => ({ default: file.DayPeek })));

/** What lies over the calendar. */
type Over = { kind: "post"; post: PostSummary; beside: HTMLElement } | { kind: "day"; day: string; beside: HTMLElement } | { kind: "move"; post: PostSummary; day: string; time: string };

export function CalendarPage() {
  const here = useHere(), zone = here.timeZone, now = useNow(), today = dayOf(now, zone), channels = useChannels(), { search } = usePlace();
  const seen = readAddress(search, today, channels), { days, posts, usual, plan, unplanned, certain, waiting, plannedFor, isWaiting, error, refetch } = useCalendar(seen);
  const [over, lay] = useState<Over | null>(null), close = () => lay(null), { move, refusal, dismiss } = useMove();
  useTitle("Calendar");

  const see = (next: Seen) => push(addressOf(next, today));
  const step = (by: 1 | -1) => see({ ...seen, on: stepFrom(seen.view, seen.on, by) });
  const ahead = (moment: string): string => new Date(moment) > now ? moment : nextHalfHour(now);
  const moveTo = (post: PostSummary, to: string | null) => { if (to !== post.plannedFor) move({ post: post.id, from: post.plannedFor, to }); };
  const askMove = (post: PostSummary, wanted = post.plannedFor ?? momentAt(today, usual, zone)) => lay({ kind: "move", post, day: dayOf(ahead(wanted), zone), time: clockOf(ahead(wanted), zone) });
  const { drag, grab, ghost } = useDrag((post, onto) => {
    close();
    if (onto === TRAY) return moveTo(post, null);
    const to = post.plannedFor ? onDay(post.plannedFor, onto, zone) : momentAt(onto, usual, zone);
    return new Date(to) > now ? moveTo(post, to) : askMove(post, to);
  });
  const hands: Hands = {
    zone, today, channels, grab, held: drag?.post.id ?? null, over: drag?.over ?? null, mayWrite: here.may("write"), askMove: (post) => askMove(post),
    mayMove: (post) => here.may("schedule") && post.state !== "published",
    peek: (post, beside) => lay({ kind: "post", post, beside }), peekDay: (day, beside) => lay({ kind: "day", day, beside }),
    write: (day) => push(`/compose?at=${ahead(momentAt(day, usual, zone))}`),
  };

  const view = { days, posts, isWaiting }, wanted = plan?.week.wanted ?? 4, swap = here.may("schedule") ? (post: string, to: string) => move({ post, to, from: plannedFor(post) }) : undefined;
  return (
    <HandsContext value={hands}>
      <CalendarHead seen={seen} today={today} channels={channels} onSee={see} />
      {refusal ? <Refused refusal={refusal} close={dismiss} /> : null}
      {error ? <Sheet><Broken title="The calendar cannot be read" actions={<Button low onPress={() => void refetch()}>Ask again</Button>}>{inWords(error).says} {inWords(error).next}</Broken></Sheet>
        : seen.view === "month" ? (
          <Sheet marginWidth={300} marginLabel="The plan" marginClass="pad" margin={plan ? <><ShareMeter promotional={plan.share.promotional} posts={plan.share.posts} limit={plan.share.bound}>{shareSays(plan.share)}</ShareMeter><Mix pillars={plan.share.pillars} /><Tray posts={unplanned} /><MarksKey /></> : null}>
            <Month {...view} on={seen.on} onStep={step} wanted={wanted} />
          </Sheet>
        ) : (
          <Sheet>
            {seen.view === "week" ? <Week {...view} on={seen.on} onStep={step} usual={usual} /> : <Agenda {...view} isFiltered={seen.channels.length + seen.pillars.length > 0} />}
            <Margin label="The plan" className="foot week-foot">
              {plan && seen.view === "week" ? <WeekFoot share={plan.share} swaps={plan.swaps} wanted={wanted} isThisWeek={days.includes(today)} onMove={swap} certain={certain} waiting={waiting} /> : null}
              <Tray posts={unplanned} />
            </Margin>
          </Sheet>
        )}
      {drag ? <div ref={ghost} className="drag-ghost" inert><PostChip post={drag.post} /></div> : null}
      <Suspense>
        {over?.kind === "post" && !drag ? <PostPeek post={over.post} beside={over.beside} close={close} /> : null}
        {over?.kind === "day" && !drag ? <DayPeek day={over.day} posts={posts.get(over.day) ?? []} beside={over.beside} close={close} /> : null}
        {over?.kind === "move" ? <MoveDialog post={over.post} zone={zone} now={now} day={over.day} time={over.time} onMove={(to) => moveTo(over.post, to)} close={close} /> : null}
      </Suspense>
    </HandsContext>
  );
}
