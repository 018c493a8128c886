import type { Entry } from "@chaperone/contract";
import { dayOf, longDay, nearDay } from "../../lib/dates.ts";

/** "Today, November 24", "Yesterday, November 23", "Friday, November 20"; in another year with the year. */
export function dayTitle(at: string, zone: string, now: Date): string {
  const near = nearDay(at, zone, now), long = longDay(at, zone);
  if (near === "Today" || near === "Yesterday") return `${near}, ${long.split(", ").slice(1).join(", ")}`;
  const year = dayOf(at, zone).slice(0, 4);
  return year === dayOf(now, zone).slice(0, 4) ? long : `${long}, ${year}`;
}

export const byDay = (entries: readonly Entry[], zone: string): [string, Entry[]][] => [...Map.groupBy(entries, ({ at }) => dayOf(at, zone))];
