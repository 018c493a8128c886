/** Posts as the plan counts them: what went out, and what still may. */
import type { PostState } from "@chaperone/contract";
import type { Pillar, Surface } from "@chaperone/engine";
import { dayOf } from "./days.ts";

export type Standing = "out" | "scheduled" | "held" | "waiting";
export interface Planned { id: string; title: string; pillar: Pillar; state: Standing; at: string; day: string; channels: string[] }

/** What the plan needs to know of a post. */
export interface Source { id: string; title: string; surface: Surface; pillar: Pillar; state: PostState; plannedFor: string | null; publishedAt: string | null; channels: string[] }

/** Answers speak to one person, a profile stands, and an ad is paid for: none of them is a post of the week. */
const COUNTED: readonly Surface[] = ["post", "giveaway", "caption"];
const STANDING: Partial<Record<PostState, Standing>> = { scheduled: "scheduled", held: "held", waiting: "waiting", returned: "waiting", approved: "waiting", draft: "waiting" };

/** What was planned for a time that has passed without going out is not counted, unless it only waits to be marked as out. */
export function plannedOf(source: Source, now: Date, zone: string): Planned | null {
  const { id, title, pillar, channels, surface, publishedAt, plannedFor } = source;
  const at = publishedAt ?? plannedFor, state = publishedAt ? "out" : STANDING[source.state];
  if (!COUNTED.includes(surface) || at === null || state === undefined) return null;
  if (state !== "out" && state !== "scheduled" && new Date(at) <= now) return null;
  return { id, title, pillar, state, at, day: dayOf(at, zone), channels };
}

export const byTime = (a: Planned, b: Planned): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
export const between = (posts: Planned[], from: string, to: string): Planned[] => posts.filter(({ day }) => day >= from && day <= to);
