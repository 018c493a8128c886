/** Dates as an American practice reads them, always in the practice's own time zone and never in the reader's. */

type Moment = Date | string;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow enough to feel in a long list, so each is made once. */
function format(moment: Moment, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = zone + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat("en-US", { timeZone: zone, ...options })));
  // Intl puts a narrow no-break space before AM and PM; the sans has no such glyph.
  return made.format(new Date(moment)).replace(/\u202f/g, " ");
}

/** "2026-11-24": the calendar day on which the moment falls at the practice. */
export function dayOf(moment: Moment, zone: string): string {
  const [month, day, year] = format(moment, zone, { year: "numeric", month: "2-digit", day: "2-digit" }).split("/");
  return `${year}-${month}-${day}`;
}

/** 0 to 23 on the practice's clock. */
export const hourOf = (moment: Moment, zone: string): number => Number(format(moment, zone, { hour: "2-digit", hourCycle: "h23" }));
/** "9:00 AM" */
export const time = (moment: Moment, zone: string): string => format(moment, zone, { hour: "numeric", minute: "2-digit" });
/** "Nov 24, 2026" */
export const date = (moment: Moment, zone: string): string => format(moment, zone, { month: "short", day: "numeric", year: "numeric" });
/** "Tuesday, November 24" */
export const longDay = (moment: Moment, zone: string): string => format(moment, zone, { weekday: "long", month: "long", day: "numeric" });
/** "Wed, Nov 25, 9:00 AM" */
export const dayAndTime = (moment: Moment, zone: string): string => format(moment, zone, { weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });
/** "Tuesday" */
export const weekday = (moment: Moment, zone: string): string => format(moment, zone, { weekday: "long" });
/** "Tue" */
export const shortWeekday = (moment: Moment, zone: string): string => format(moment, zone, { weekday: "short" });
/** "Nov 24" */
export const shortDate = (moment: Moment, zone: string): string => format(moment, zone, { month: "short", day: "numeric" });
/** "November 2026" */
export const month = (moment: Moment, zone: string): string => format(moment, zone, { month: "long", year: "numeric" });
/** "Eastern Time" */
export const zoneName = (zone: string, moment: Moment = new Date()): string => {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(new Date(moment));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
};

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** "Today", "Tomorrow", "Yesterday", a weekday within the coming six days, else "Nov 24" or, in another year, "Nov 24, 2025". */
export function nearDay(moment: Moment, zone: string, now: Date): string {
  const day = dayOf(moment, zone), today = dayOf(now, zone), away = daysBetween(today, day);
  if (away === 0) return "Today";
  if (away === 1) return "Tomorrow";
  if (away === -1) return "Yesterday";
  if (away > 1 && away < 7) return weekday(moment, zone);
  return format(moment, zone, { month: "short", day: "numeric", ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }) });
}

/** "19 hours", "2 days", "1 minute": how long something has waited, rounded down so that it never exaggerates. */
export function lasting(from: Moment, to: Moment): string {
  const minutes = Math.max(0, Math.floor((new Date(to).getTime() - new Date(from).getTime()) / 60_000));
  const [count, unit] = minutes < 60 ? [minutes, "minute"] : minutes < 48 * 60 ? [Math.floor(minutes / 60), "hour"] : [Math.floor(minutes / 1440), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
