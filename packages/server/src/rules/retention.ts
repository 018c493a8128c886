/** How long a state wants advertising kept: ISO 8601 durations, in words. */
import type { Provision } from "@chaperone/rules";
import { Temporal } from "temporal-polyfill";

/** Any day does: lengths of years and months are compared from it. */
const FROM = Temporal.PlainDate.from("2024-01-01");
const UNITS = ["years", "months", "weeks", "days"] as const;

/** Where several boards ask, the longest is the one that satisfies all. */
export function retentionOf(provisions: Pick<Provision, "retention">[]): string | null {
  const known = provisions.flatMap(({ retention }) => retention ?? []);
  return known.toSorted((a, b) => Temporal.Duration.compare(a, b, { relativeTo: FROM })).at(-1) ?? null;
}

export function durationInWords(iso: string): string {
  const duration = Temporal.Duration.from(iso);
  return UNITS.filter((unit) => duration[unit] > 0).map((unit) => `${duration[unit]} ${duration[unit] === 1 ? unit.slice(0, -1) : unit}`).join(", ");
}
