/** The week against its two bounds, the calendar, and what today asks for. */
import { PILLARS } from "@chaperone/engine";
import * as z from "zod/mini";
import { postSummary, publication } from "./posts.ts";
import { id, time } from "./text.ts";

export const slot = z.object({ day: z.iso.date(), post: z.nullable(id()), state: z.enum(["out", "scheduled", "held", "waiting", "empty"]), says: z.string() });
export const swap = z.object({ kind: z.enum(["change", "move"]), post: id(), title: z.string(), says: z.string(), to: z.nullable(z.enum(PILLARS)), at: z.nullable(time()), shareAfter: z.number() });
/** Both meters, from what went out and what is still planned: posts, giveaways and captions, not answers or ads. Shares are 0 to 1, over the four weeks that end with this one.
 *  A swap's `title` is what to do, “Move Saturday”; a gap's `about` is what or when it is missing. */
export const plan = z.object({
  week: z.object({ from: z.iso.date(), wanted: z.int(), have: z.int(), slots: z.array(slot) }),
  share: z.object({ promotional: z.int(), posts: z.int(), share: z.number(), bound: z.number(), isBroken: z.boolean(), pillars: z.record(z.enum(PILLARS), z.int()) }),
  swaps: z.array(swap), gaps: z.array(z.object({ says: z.string(), about: z.string() })),
});
export type Plan = z.infer<typeof plan>;

export const today = z.object({
  date: z.iso.date(), held: z.array(postSummary), goingOut: z.array(postSummary), waitingForMe: z.array(postSummary), next: z.array(postSummary), drafts: z.array(postSummary), plan,
  idea: z.nullable(z.object({ text: z.string(), pillar: z.enum(PILLARS) })), isEmpty: z.boolean(),
});
export type Today = z.infer<typeof today>;

export const calendarQuery = z.object({ from: time(), to: time() });
/** Posts with a time between `from` and `to`, their publications, and how the plan stands. */
export const calendar = z.object({ posts: z.array(z.extend(postSummary, { publications: z.array(publication) })), unplanned: z.array(postSummary), plan });
export type Calendar = z.infer<typeof calendar>;
