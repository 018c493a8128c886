/** How much of what the practice says sells something, over the four weeks that end with the week in question. */
import type { Plan } from "@chaperone/contract";
import { PILLARS, type Pillar } from "@chaperone/engine";
import { addDays } from "./days.ts";
import { between, type Planned } from "./planned.ts";

export interface Window { from: string; to: string }
export const windowEndingWith = (sunday: string): Window => ({ from: addDays(sunday, -21), to: addDays(sunday, 6) });

/** A quarter of sixteen posts is four, and not a hair less. */
const HAIR = 1e-9;
export const isWithin = (promotional: number, posts: number, bound: number): boolean => promotional <= posts * bound + HAIR;

export function shareOf(posts: Planned[], { from, to }: Window, bound: number): Plan["share"] {
  const counted = between(posts, from, to), pillars = Object.fromEntries(PILLARS.map((pillar) => [pillar, counted.filter((post) => post.pillar === pillar).length])) as Record<Pillar, number>;
  const { promotional } = pillars;
  return { promotional, posts: counted.length, share: counted.length === 0 ? 0 : promotional / counted.length, bound, isBroken: !isWithin(promotional, counted.length, bound), pillars };
}

/** The pillar that has been heard least; what sells is never missed. */
export const leastHeard = ({ pillars }: Plan["share"]): Exclude<Pillar, "promotional"> => (["educational", "appreciation", "community"] as const).toSorted((a, b) => pillars[a] - pillars[b])[0]!;
