import { useQuery } from "@tanstack/react-query";
import { Button } from "../components/button.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Broken, GhostRows } from "../components/states.tsx";
import { Refused } from "../features/calendar/refused.tsx";
import { useMove } from "../features/calendar/use-move.ts";
import { PlanMargin } from "../features/plan/plan-margin.tsx";
import { useWriteIdea } from "../features/plan/write-idea.ts";
import { Agency } from "../features/today/agency.tsx";
import { Day } from "../features/today/day.tsx";
import { FirstSteps } from "../features/today/first-steps.tsx";
import { morningSays } from "../features/today/morning.ts";
import { Said } from "../features/today/said.tsx";
import { inWords } from "../lib/api.ts";
import { hourOf, longDay } from "../lib/dates.ts";
import { useNow } from "../lib/now.ts";
import { push, usePlace } from "../lib/place.ts";
import { choosePractice, deskQuery, meQuery, todayQuery, useChannels, useHere } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";

export function TodayPage() {
  const { search } = usePlace(), { data: me } = useQuery(meQuery), here = useHere(), now = useNow();
  useTitle("Today");
  const isAll = new URLSearchParams(search).get("practices") === "all" && (me?.practices.length ?? 0) > 1;
  if (isAll) return <Agency practices={me!.practices} zone={here.timeZone} now={now} onOpen={(practice) => { choosePractice(practice); push("/"); }} />;
  return <AtPractice name={me!.person.name.split(" ", 1)[0]!} me={me!.person.id} now={now} />;
}

function AtPractice({ name, me, now }: { name: string; me: string; now: Date }) {
  const here = useHere(), zone = here.timeZone, channels = useChannels(), { data: desk } = useQuery(deskQuery);
  const { data: today, error, refetch } = useQuery(todayQuery(here.id)), { move, refusal, dismiss } = useMove(), write = useWriteIdea();
  const hello = <Said date={longDay(now, zone)} words={[{ text: `Good day, ${name}.` }]} />;
  if (error && !today) return <>{hello}<Sheet><Broken title="Today cannot be read" actions={<Button low onPress={() => void refetch()}>Ask again</Button>}>{inWords(error).says} {inWords(error).next}</Broken></Sheet></>;
  if (!today) return <>{hello}<Sheet marginWidth={400} marginClass="pad" margin={<GhostRows rows={2} what="Opening the plan" />}><GhostRows rows={5} what="Opening the day" /></Sheet></>;

  const words = morningSays({ name, hour: hourOf(now, zone), goingOut: today.goingOut.length, held: today.held.length, waiting: today.waitingForMe.length });
  const moveFrom = (post: string, to: string) => move({ post, to, from: [...today.held, ...today.goingOut, ...today.waitingForMe, ...today.next].find(({ id }) => id === post)?.plannedFor ?? null });
  return (
    <>
      <Said date={longDay(now, zone)} words={words} />
      {refusal ? <Refused refusal={refusal} close={dismiss} /> : null}
      <Sheet
        marginWidth={400} marginLabel="The plan" marginClass="pad"
        margin={<PlanMargin plan={today.plan} idea={today.idea} onWrite={today.idea && here.may("write") ? () => write(today.idea!) : undefined} onMove={here.may("schedule") ? moveFrom : undefined} />}
      >
        {today.isEmpty ? <FirstSteps demoIsOpen={desk?.demo !== null} mayWrite={here.may("write")} /> : <Day today={today} mayWrite={here.may("write")} zone={zone} now={now} me={me} channels={channels} />}
      </Sheet>
    </>
  );
}
