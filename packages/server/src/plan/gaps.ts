/** What is missing in the plan, in words: the nearest and the most telling first. */
import { type Channel, networks, type Plan } from "@chaperone/contract";
import { addDays, date, daysFrom, longDay, weekday } from "./days.ts";
import { between, byTime, type Planned } from "./planned.ts";

type Gap = Plan["gaps"][number];
interface Around { today: string; sunday: string; cadence: number; channels: Channel[]; share: Plan["share"] }

const MOST = 4, MOST_CHANNELS = 2;

export function gapsOf(posts: Planned[], around: Around): Gap[] {
  if (posts.length === 0) return [];
  return [...tooMuch(posts, around), ...nextWeek(posts, around), ...quietDays(posts, around), ...appreciation(posts, around), ...quietChannels(posts, around)].slice(0, MOST);
}

/** What has gone out cannot be swapped: only other posts bring the share down. */
function tooMuch(posts: Planned[], { today, sunday, share: { isBroken, promotional, posts: count, bound } }: Around): Gap[] {
  const isOpen = between(posts, today, addDays(sunday, 6)).some(({ pillar, state }) => pillar === "promotional" && state !== "out");
  if (!isBroken || isOpen || bound === 0) return [];
  const more = Math.ceil(promotional / bound - count - 1e-9);
  return [{ about: "Promotional", says: `What sells is out. ${more} other post${more === 1 ? " brings" : "s bring"} it back under.` }];
}

function nextWeek(posts: Planned[], { sunday }: Around): Gap[] {
  return between(posts, addDays(sunday, 7), addDays(sunday, 13)).length > 0 ? [] : [{ about: "Next week", says: "Nothing is planned yet." }];
}

/** Longer than the cadence leaves between two posts, with a day to spare, up to the next one. */
function quietDays(posts: Planned[], { today, cadence }: Around): Gap[] {
  const quiet = Math.ceil(7 / cadence) + 2, ahead = daysFrom(addDays(today, 1), 14);
  let from: string | null = null;
  for (const [index, day] of ahead.entries()) {
    if (!posts.some((post) => post.day === day)) { from ??= day; continue; }
    if (from !== null && index - ahead.indexOf(from) >= quiet) return [{ about: weekday(from), says: `No post until ${longDay(day)}.` }];
    from = null;
  }
  return [];
}

function appreciation(posts: Planned[], { today }: Around): Gap[] {
  const isHeard = between(posts, addDays(today, -13), addDays(today, 7)).some(({ pillar }) => pillar === "appreciation");
  return isHeard ? [] : [{ about: "Appreciation", says: "Nobody was thanked in two weeks, and no thanks are planned." }];
}

function quietChannels(posts: Planned[], { today, channels }: Around): Gap[] {
  const soon = addDays(today, 7);
  return channels.filter(({ network, paused }) => !paused && network !== "rehearsal").flatMap(({ id, network, name }): Gap[] => {
    const on = posts.filter((post) => post.channels.includes(id) && post.day >= today).toSorted(byTime), isUsed = posts.some((post) => post.channels.includes(id));
    if (!isUsed || on.some(({ day }) => day > today && day <= soon)) return [];
    const next = on.find(({ day }) => day > soon), about = network === "manual" ? name : networks[network].name;
    return [{ about, says: next ? `Nothing after today until ${date(next.day)}.` : "Nothing after today." }];
  }).slice(0, MOST_CHANNELS);
}
