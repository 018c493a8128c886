/** What one could say when nobody knows what to say: sentences by specialty, pillar and season. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pillar } from "@chaperone/engine";
import { parse } from "yaml";
import { dayNumber, monthOf } from "./days.ts";

export interface Idea { title: string; text: string; pillar: Exclude<Pillar, "promotional">; for?: string[]; months?: number[] }

let read: Idea[] | undefined;
export const ideas = (): Idea[] => (read ??= parse(readFileSync(join(import.meta.dirname, "ideas.yaml"), "utf8")) as Idea[]);

/** Ideas that fit the practice on that day: its own specialty's, or anybody's. */
const fitting = (specialty: string, day: string): Idea[] => ideas().filter((idea) => (idea.for?.includes(specialty) ?? true) && (idea.months?.includes(monthOf(day)) ?? true));

/** One a day, of the pillar that has been heard least where there is one; the same for everyone who looks that day, and another tomorrow. */
export function ideaOf({ specialty, day, pillar }: { specialty: string; day: string; pillar?: Pillar }): Idea | null {
  const fit = fitting(specialty, day), ofPillar = fit.filter((idea) => idea.pillar === pillar), choice = ofPillar.length > 0 ? ofPillar : fit;
  return choice[dayNumber(day) % choice.length] ?? null;
}
