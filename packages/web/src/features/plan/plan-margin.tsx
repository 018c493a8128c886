import type { Plan, Today } from "@chaperone/contract";
import { Button, ButtonLink } from "../../components/button.tsx";
import { ShareMeter, SlotsMeter } from "../../components/meters.tsx";
import { PillarMark } from "../../components/pillar-mark.tsx";
import { shortWeekday } from "../../lib/dates.ts";
import { percent, shareSays, weekSays } from "./meters.ts";
import "./plan-margin.css";

type Swap = Plan["swaps"][number];

interface PlanMarginProps {
  plan: Plan;
  idea: Today["idea"];
  /** Undefined for those who may not move posts. */
  onMove?: ((post: string, at: string) => void) | undefined;
  /** Begins a draft from the idea. */
  onWrite?: (() => void) | undefined;
}

/** What the desk says of the plan: the two bounds, the ways back under them, the gaps, and an idea. */
export function PlanMargin({ plan, idea, onMove, onWrite }: PlanMarginProps) {
  const { week, share, swaps, gaps } = plan;
  // A day has no zone, and noon is the same day in all of ours.
  const slots = week.slots.map(({ day, state, says }) => ({ day: shortWeekday(`${day}T12:00:00Z`, "UTC"), detail: says, filled: state === "out" || state === "scheduled" }));
  return (
    <>
      <SlotsMeter slots={slots} goal={week.wanted}>{weekSays(week)}</SlotsMeter>
      <ShareMeter promotional={share.promotional} posts={share.posts} limit={share.bound}>{shareSays(share)}</ShareMeter>
      {swaps.length > 0 ? (
        <section className="swaps">
          <h2>{swaps.length === 1 ? "A way back under" : "Two ways back under"}</h2>
          {swaps.slice(0, 2).map((swap) => <SwapCard key={`${swap.kind}-${swap.post}`} swap={swap} onMove={onMove} />)}
        </section>
      ) : null}
      {gaps.length > 0 ? (
        <section className="gaps-box">
          <h2>Gaps</h2>
          <ul className="gaps">{gaps.map(({ about, says }) => <li key={about + says}><b>{about}</b><span className="muted">{says}</span></li>)}</ul>
        </section>
      ) : null}
      {idea ? (
        <section className="idea">
          <h2 className="label">An idea</h2>
          <p className="serif">{idea.text}</p>
          <div className="row"><PillarMark pillar={idea.pillar} /><span className="grow" />{onWrite ? <button type="button" className="link small" onClick={onWrite}>Write it</button> : null}</div>
        </section>
      ) : null}
    </>
  );
}

function SwapCard({ swap, onMove }: { swap: Swap; onMove: PlanMarginProps["onMove"] }) {
  const { kind, post, at, title, says, shareAfter } = swap;
  return (
    <div className="swap">
      <p><b>{title}</b>{says}</p>
      <span>then <b>{percent(shareAfter)}</b></span>
      {kind === "move" && at && onMove ? <Button low kind="plain" onPress={() => onMove(post, at)}>Move</Button> : <ButtonLink low kind="plain" href={`/compose/${post}`}>Open</ButtonLink>}
    </div>
  );
}
