import type { Plan } from "@chaperone/contract";
import { capital, inNumbers } from "../../lib/counting.ts";

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** "5 of 18 posts sell something. One too many." */
export function shareSays({ promotional, posts, bound, isBroken }: Plan["share"]): string {
  if (posts === 0) return "Nothing in these four weeks yet.";
  if (promotional === 0) return posts === 1 ? "The one post sells nothing." : `None of ${posts} posts sells anything.`;
  const over = promotional - Math.floor(posts * bound + 1e-9), sells = `${promotional} of ${posts} post${posts === 1 ? "" : "s"} ${promotional === 1 ? "sells" : "sell"} something.`;
  return isBroken && over > 0 ? `${sells} ${`${capital(inNumbers(over))} too many.`}` : sells;
}

/** What the four slots leave to say. */
export function weekSays({ wanted, have, slots }: Plan["week"]): string {
  const open = wanted - have, almost = slots.filter(({ state }) => state === "held" || state === "waiting").length;
  if (open <= 0) return "The week is full.";
  if (almost > 0) return `${capital(inNumbers(almost))} more wait${almost === 1 ? "s" : ""} on a person.`;
  return `${capital(inNumbers(open))} more make${open === 1 ? "s" : ""} the week.`;
}
