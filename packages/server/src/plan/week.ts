import type { Plan } from "@chaperone/contract";
import { addDays, clock, daysFrom } from "./days.ts";
import { between, byTime, type Planned } from "./planned.ts";

type Slot = Plan["week"]["slots"][number];

/** One slot a post that the practice means to publish: first those that are certain, then those that wait on a person, then days that are free. */
export function weekOf(posts: Planned[], { sunday, today, cadence, zone }: { sunday: string; today: string; cadence: number; zone: string }): Plan["week"] {
  const ofWeek = between(posts, sunday, addDays(sunday, 6)).toSorted(byTime);
  const { certain = [], open = [] } = Object.groupBy(ofWeek, ({ state }) => (state === "out" || state === "scheduled" ? "certain" : "open"));
  const taken = [...certain, ...open].slice(0, cadence).toSorted(byTime);
  const free = daysFrom(sunday, 7).filter((day) => day >= today && !ofWeek.some((post) => post.day === day));
  const empty = Array.from({ length: cadence - taken.length }, (_, index): Slot => ({ day: free[index] ?? free.at(-1) ?? addDays(sunday, 6), post: null, state: "empty", says: "free" }));
  return { from: sunday, wanted: cadence, have: certain.length, slots: [...taken.map((post) => slotOf(post, zone)), ...empty].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) };
}

const SAYS = { out: "out", held: "held", waiting: "waits" } as const;

const slotOf = ({ id, day, state, at }: Planned, zone: string): Slot => ({ day, post: id, state, says: state === "scheduled" ? clock(at, zone) : SAYS[state] });
