/** The calendar's arithmetic. Days are "2026-11-24", times "09:30", both on the practice's clock; moments are ISO in UTC. */
import { type CalendarDate, endOfMonth, parseDate, startOfMonth, startOfWeek } from "@internationalized/date";
import { clockOf, momentAt } from "../../lib/clock.ts";
import { dayOf, month } from "../../lib/dates.ts";

export const VIEWS = ["week", "month", "list"] as const;
export type View = (typeof VIEWS)[number];

const WEEK = 7;
/** An American week begins on Sunday. */
const weekStart = (day: CalendarDate): CalendarDate => startOfWeek(day, "en-US", "sun");

/** The days of a view around one of them: its week; whole weeks over its month; the month alone. */
export function daysOf(view: View, on: string): string[] {
  const day = parseDate(on);
  if (view === "week") return daysFrom(weekStart(day), WEEK);
  const first = startOfMonth(day), last = endOfMonth(day);
  if (view === "list") return daysFrom(first, last.day);
  const from = weekStart(first);
  return daysFrom(from, Math.ceil((last.compare(from) + 1) / WEEK) * WEEK);
}

const daysFrom = (first: CalendarDate, count: number): string[] => Array.from({ length: count }, (_, at) => first.add({ days: at }).toString());
export const weeksOf = (days: readonly string[]): string[][] => Array.from({ length: Math.ceil(days.length / WEEK) }, (_, at) => days.slice(at * WEEK, (at + 1) * WEEK));

/** The neighbor of the view; a month keeps the day where the next one has it. */
export const stepFrom = (view: View, on: string, by: 1 | -1): string => parseDate(on).add(view === "week" ? { weeks: by } : { months: by }).toString();
export const addDays = (day: string, days: number): string => parseDate(day).add({ days }).toString();
export const isSameMonth = (day: string, other: string): boolean => day.slice(0, 7) === other.slice(0, 7);
export const isDay = (text: string | null): text is string => { try { return text !== null && parseDate(text).toString() === text; } catch { return false; } };

/** "November 2026" */
export const monthName = (day: string): string => month(`${day}T12:00:00Z`, "UTC");

/** "November 22 to 28", "November 29 to December 5", "November 30". */
export function spanName(days: readonly string[]): string {
  const first = days[0]!, last = days.at(-1)!, named = (day: string) => `${monthName(day).split(" ")[0]} ${Number(day.slice(8))}`;
  return first === last ? named(first) : `${named(first)} to ${isSameMonth(first, last) ? Number(last.slice(8)) : named(last)}`;
}

/** From the first midnight to the one after the last, as the practice's clocks strike them. */
export function spanOf(days: readonly string[], zone: string): { from: string; to: string } {
  return { from: momentAt(days[0]!, "00:00", zone), to: momentAt(addDays(days.at(-1)!, 1), "00:00", zone) };
}

/** The same time of day on another day, whatever the clocks did in between. */
export const onDay = (moment: string, day: string, zone: string): string => momentAt(day, clockOf(moment, zone), zone);

const HALF_AN_HOUR = 30 * 60_000;
/** The next time one would say aloud, a little ahead: 9:41 gives 10:00. */
export const nextHalfHour = (now: Date): string => new Date(Math.ceil((now.getTime() + HALF_AN_HOUR / 6) / HALF_AN_HOUR) * HALF_AN_HOUR).toISOString();

const TEN = 10 * 60;
const minutesOf = (time: string): number => 60 * Number(time.slice(0, 2)) + Number(time.slice(3));
const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** The half hour in which most of these go out; the one nearest to ten o'clock where several are as usual, and ten for a practice without habits. */
export function usualTime(moments: readonly string[], zone: string): string {
  const halves = Map.groupBy(moments, (moment) => 30 * Math.min(47, Math.round(minutesOf(clockOf(moment, zone)) / 30)));
  const [usual] = [...halves].sort(([a, x], [b, y]) => y.length - x.length || Math.abs(a - TEN) - Math.abs(b - TEN))[0] ?? [TEN];
  return timeOf(usual);
}

/** Sorted by time within each day. */
export function byDay<P>(posts: readonly P[], momentOf: (post: P) => string | null, zone: string): Map<string, P[]> {
  const timed = posts.flatMap((post) => { const moment = momentOf(post); return moment ? [{ post, moment }] : []; }).sort((a, b) => a.moment.localeCompare(b.moment));
  return new Map([...Map.groupBy(timed, ({ moment }) => dayOf(moment, zone))].map(([day, list]) => [day, list.map(({ post }) => post)]));
}
