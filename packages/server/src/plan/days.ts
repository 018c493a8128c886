/** Days and weeks on the practice's own clock. A day is "2026-11-24"; a moment is ISO 8601 in UTC. */
import { Temporal } from "temporal-polyfill";

const plain = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day);
const local = (at: string, zone: string): Temporal.ZonedDateTime => Temporal.Instant.from(at).toZonedDateTimeISO(zone);
const moment = ({ epochMilliseconds }: Temporal.ZonedDateTime): string => new Date(epochMilliseconds).toISOString();

export const dayOf = (at: string, zone: string): string => local(at, zone).toPlainDate().toString();
export const addDays = (day: string, days: number): string => plain(day).add({ days }).toString();
export const daysFrom = (day: string, count: number): string[] => Array.from({ length: count }, (_, index) => addDays(day, index));
export const daysBetween = (from: string, to: string): number => plain(from).until(plain(to)).days;
/** A week begins on Sunday, as the calendar shows it. */
export const sundayOf = (day: string): string => addDays(day, -(plain(day).dayOfWeek % 7));
export const isWeekend = (day: string): boolean => plain(day).dayOfWeek > 5;
export const monthOf = (day: string): number => plain(day).month;
export const dayNumber = (day: string): number => daysBetween("2024-01-01", day);

/** The first moment of the day, which is not midnight where the clocks skip it. */
export const startOf = (day: string, zone: string): string => moment(plain(day).toZonedDateTime(zone));
/** The same time by the clock on another day. */
export const movedTo = (day: string, at: string, zone: string): string => moment(plain(day).toZonedDateTime({ timeZone: zone, plainTime: local(at, zone).toPlainTime() }));

const said = (day: string, options: Intl.DateTimeFormatOptions): string => plain(day).toLocaleString("en-US", options);
export const weekday = (day: string): string => said(day, { weekday: "long" });
export const date = (day: string): string => said(day, { month: "long", day: "numeric" });
export const longDay = (day: string): string => said(day, { weekday: "long", month: "long", day: "numeric" });
/** "12:15 PM", and "9 AM" on the hour. */
export const clock = (at: string, zone: string): string =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, hour: "numeric", minute: "2-digit" }).format(new Date(at)).replace(/:00(?=\s)/, "").replace(/\s/g, " ");
