import type { PostSummary } from "@chaperone/contract";
import { useLocation, useRouter } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { Button, ButtonLink } from "../components/button.tsx";
import { ShareMeter } from "../components/meters.tsx";
import { Notice } from "../components/notice.tsx";
import { Margin, Sheet } from "../components/sheet.tsx";
import { Broken } from "../components/states.tsx";
import { addressOf, passes, readAddress, type Seen } from "../features/calendar/address.ts";
import { Agenda } from "../features/calendar/agenda.tsx";
import { CalendarHead } from "../features/calendar/calendar-head.tsx";
import { PostChip } from "../features/calendar/card.tsx";
import { byDay, daysOf, nextHalfHour, onDay, spanOf, stepFrom, usualTime } from "../features/calendar/days.ts";
import { clockOf, momentAt } from "../lib/clock.ts";
import { type Hands, HandsContext } from "../features/calendar/hands.ts";
import { Month } from "../features/calendar/month.tsx";
import { Tray } from "../features/calendar/tray.tsx";
import { TRAY, useDrag } from "../features/calendar/use-drag.ts";
import { useMove } from "../features/calendar/use-move.ts";
import { Week } from "../features/calendar/week.tsx";
import { shareSays } from "../features/plan/meters.ts";
import { MarksKey, Mix } from "../features/plan/mix.tsx";
import { WeekFoot } from "../features/plan/week-foot.tsx";
import { api, inWords } from "../lib/api.ts";
import { dayOf } from "../lib/dates.ts";
import { useNow } from "../lib/now.ts";
import { useChannels, useHere } from "../lib/session.ts";
import { isCertain, momentOf } from "../lib/standing.ts";
import { useTitle } from "../lib/title.ts";

const MoveDialog = lazy(() => import("../features/calendar/move-dialog.tsx").then((file) => ({ default: file.MoveDialog })));
const PostPeek = lazy(() => import("../features/calendar/peek.tsx").then((file) => ({ default: file.PostPeek })));
const DayPeek = lazy(() => import("../features/calendar/peek.tsx").then((file) => ({ default: file.DayPeek })));

type Over = { kind: "post"; post: PostSummary; beside: HTMLElement } | { kind: "day"; day: string; beside: HTMLElement } | { kind: "move"; post: PostSummary; day: string; time: string };

export function CalendarPage() {
  const here = useHere(), zone = here.timeZone, now = useNow(), today = dayOf(now, zone), channels = useChannels(), { history } = useRouter();
  const { searchStr } = useLocation(), seen = readAddress(searchStr, today), days = daysOf(seen.view, seen.on), span = spanOf(days, zone);
  useTitle("Calendar");
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ["practice", here.id, "calendar", span.from, span.to], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.plan.calendar({ params: { practice: here.id }, query: span }, signal),
  });
  const shown = useMemo(() => (data?.posts ?? []).filter((post) => passes(post, seen)), [data, searchStr]);
  const posts = useMemo(() => byDay(shown, momentOf, zone), [shown, zone]), usual = useMemo(() => usualTime((data?.posts ?? []).flatMap(({ plannedFor }) => plannedFor ?? []), zone), [data, zone]);
  const [over, lay] = useState<Over | null>(null), close = () => lay(null), { move, refusal, dismiss } = useMove();

  const see = (next: Seen) => history.push(addressOf(next, today));
  const step = (by: 1 | -1) => see({ ...seen, on: stepFrom(seen.view, seen.on, by) });
  const moveTo = (post: PostSummary, to: string | null) => { if (to !== post.plannedFor) move({ post: post.id, from: post.plannedFor, to }); };
  const askMove = (post: PostSummary, wanted?: string) => {
    const moment = wanted ?? post.plannedFor ?? momentAt(today, usual, zone), ahead = new Date(moment) > now ? moment : nextHalfHour(now);
    lay({ kind: "move", post, day: dayOf(ahead, zone), time: clockOf(ahead, zone) });
  };
  const { drag, grab, ghost } = useDrag((post, onto) => {
    close();
    if (onto === TRAY) return moveTo(post, null);
    const to = post.plannedFor ? onDay(post.plannedFor, onto, zone) : momentAt(onto, usual, zone);
    return new Date(to) > now ? moveTo(post, to) : askMove(post, to);
  });
  const hands: Hands = {
    zone, today, channels, grab, held: drag?.post.id ?? null, over: drag?.over ?? null, mayWrite: here.may("write"),
    mayMove: (post) => here.may("schedule") && post.state !== "published",
    peek: (post, beside) => lay({ kind: "post", post, beside }), peekDay: (day, beside) => lay({ kind: "day", day, beside }), askMove,
    write: (day) => { const at = momentAt(day, usual, zone); history.push(`/compose?at=${new Date(at) > now ? at : nextHalfHour(now)}`); },
  };

  const inView = days.flatMap((day) => posts.get(day) ?? []), isWaiting = !data || isPlaceholderData, wanted = data?.plan.week.wanted ?? 4, view = { days, posts, isWaiting };
  const unplanned = (data?.unplanned ?? []).filter((post) => passes(post, seen));
  const swap = here.may("schedule") ? (post: string, to: string) => move({ post, to, from: data?.posts.find(({ id }) => id === post)?.plannedFor ?? null }) : undefined;
  return (
    <HandsContext value={hands}>
      <CalendarHead seen={seen} today={today} channels={channels} onSee={see} />
      {refusal ? <div style={{ paddingBottom: 12 }}><Notice kind="question" title={refusal.says} actions={<><ButtonLink low kind="plain" href={`/compose/${refusal.post}`}>Open the post</ButtonLink><Button low kind="quiet" onPress={dismiss}>Close</Button></>}>{refusal.next} It stands where it was.</Notice></div> : null}
      {error && !data ? <Sheet><Broken title="The calendar cannot be read" actions={<Button low onPress={() => void refetch()}>Ask again</Button>}>{inWords(error).says} {inWords(error).next}</Broken></Sheet>
        : seen.view === "month" ? (
          <Sheet marginWidth={300} marginLabel="The plan" marginClass="pad" margin={data ? <><ShareMeter promotional={data.plan.share.promotional} posts={data.plan.share.posts} limit={data.plan.share.bound}>{shareSays(data.plan.share)}</ShareMeter><Mix pillars={data.plan.share.pillars} /><Tray posts={unplanned} /><MarksKey /></> : null}>
            <Month {...view} on={seen.on} onStep={step} wanted={wanted} />
          </Sheet>
        ) : (
          <Sheet>
            {seen.view === "week" ? <Week {...view} on={seen.on} onStep={step} usual={usual} /> : <Agenda {...view} isFiltered={seen.channels.length + seen.pillars.length > 0} />}
            <Margin label="The plan" className="foot week-foot">
              {data && seen.view === "week" ? <WeekFoot share={data.plan.share} swaps={data.plan.swaps} wanted={wanted} isThisWeek={days.includes(today)} onMove={swap} certain={inView.filter(isCertain).length} waiting={inView.filter((post) => !isCertain(post)).length} /> : null}
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
