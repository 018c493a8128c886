/** The ways back under the bound: posts that have not gone out yet, made into something else or moved to later weeks. */
import type { Plan } from "@chaperone/contract";
import { addDays, daysFrom, isWeekend, longDay, sundayOf, movedTo, weekday } from "./days.ts";
import { ideaOf } from "./ideas.ts";
import { between, byTime, type Planned } from "./planned.ts";
import { isWithin, leastHeard, shareOf, type Window, windowEndingWith } from "./share.ts";

type Swap = Plan["swaps"][number];
interface Around { window: Window; share: Plan["share"]; now: Date; zone: string; specialty: string }

const OFFERED = 2, WEEKS_AHEAD = 4;

/** At most two, each enough by itself where one can be; where it takes several, each says how far it leads. */
export function swapsOf(posts: Planned[], around: Around): Swap[] {
  const { window, share, now } = around;
  if (!share.isBroken) return [];
  const open = between(posts, window.from, window.to).filter(({ pillar, state, at }) => pillar === "promotional" && state !== "out" && new Date(at) > now).toSorted(byTime);
  const [first, ...later] = open, last = open.at(-1);
  if (!first || !last) return [];
  const offers = [changeOf(first, around), moveOf(last, posts, around), ...later.map((post) => changeOf(post, around))].filter((offer) => offer !== null);
  const enough = offers.filter(({ isEnough }) => isEnough);
  return (enough.length > 0 ? enough : offers).slice(0, OFFERED).map(({ swap }) => swap);
}

interface Offer { swap: Swap; isEnough: boolean }

const BECOMES = { educational: "something to learn", appreciation: "a thank-you", community: "something from the neighborhood" } as const;

function changeOf({ id, title, day }: Planned, { share, specialty }: Around): Offer {
  const to = leastHeard(share), idea = ideaOf({ specialty, day, pillar: to });
  const says = `“${title}” becomes ${BECOMES[to]}${idea ? `, for instance “${idea.title}”` : ""}.`;
  return offer({ kind: "change", post: id, title: `Change ${weekday(day)}`, says, to, at: null }, share, share.posts);
}

/** To the first working day after the window on which nothing goes out, where it does not break the bound again. */
function moveOf({ id, title, day, at }: Planned, posts: Planned[], { window, share, zone }: Around): Offer | null {
  const others = posts.filter((post) => post.id !== id), target = daysFrom(addDays(window.to, 1), WEEKS_AHEAD * 7).find((to) => {
    if (isWeekend(to) || others.some((post) => post.day === to)) return false;
    const there = shareOf(others, windowEndingWith(sundayOf(to)), share.bound);
    return isWithin(there.promotional + 1, there.posts + 1, share.bound);
  });
  if (!target) return null;
  return offer({ kind: "move", post: id, title: `Move ${weekday(day)}`, says: `“${title}” goes to ${longDay(target)}.`, to: null, at: movedTo(target, at, zone) }, share, share.posts - 1);
}

function offer(swap: Omit<Swap, "shareAfter">, { promotional, bound }: Plan["share"], posts: number): Offer {
  return { swap: { ...swap, shareAfter: posts === 0 ? 0 : (promotional - 1) / posts }, isEnough: isWithin(promotional - 1, posts, bound) };
}
