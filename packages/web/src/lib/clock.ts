/** From the practice's clock to a moment and back. Days are "2026-11-24", times "09:30"; moments are ISO in UTC. */
import { parseAbsolute, parseDate, parseTime, toCalendarDateTime, toZoned } from "@internationalized/date";

/** A time that the clocks skip becomes the hour after it; of one that they strike twice, the first is meant. */
export const momentAt = (day: string, time: string, zone: string): string => toZoned(toCalendarDateTime(parseDate(day), parseTime(time)), zone, "compatible").toAbsoluteString();
/** "09:30" on the practice's clock. */
export const clockOf = (moment: string, zone: string): string => parseAbsolute(moment, zone).toString().slice(11, 16);
