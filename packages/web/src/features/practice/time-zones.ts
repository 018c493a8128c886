import { zoneName } from "../../lib/dates.ts";

const AT_HOME = ["America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico"];

/** "America/New_York" → "New York" */
const city = (zone: string): string => zone.split("/").at(-1)!.replaceAll("_", " ");

/** Where American practices are first, then the rest of the world by name. */
export function timeZones(): { id: string; label: string; detail: string }[] {
  const known = new Set(AT_HOME);
  const rest = Intl.supportedValuesOf("timeZone").filter((zone) => !known.has(zone));
  return [...AT_HOME.map((zone) => ({ id: zone, label: `${zoneName(zone)}, ${city(zone)}`, detail: zone })), ...rest.map((zone) => ({ id: zone, label: city(zone), detail: zone }))];
}

/** The browser's own, where it is a place: a machine set to UTC says nothing about where its practice is. */
export const zoneHere = (): string => { const { timeZone } = Intl.DateTimeFormat().resolvedOptions(); return timeZone?.includes("/") && !timeZone.startsWith("Etc/") ? timeZone : AT_HOME[0]!; };
