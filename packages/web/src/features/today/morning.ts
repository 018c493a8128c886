/** The sentence at the top of Today: it counts only what needs a person, and its words lead there. */
import { capital, inNumbers } from "../../lib/counting.ts";

export interface Words { text: string; href?: string }
export interface Morning { name: string; hour: number; goingOut: number; held: number; waiting: number }

const greeting = (hour: number): string => hour < 4 ? "Good evening" : hour < 12 ? "Good morning" : hour < 18 ? "Good afternoon" : "Good evening";

interface Clause { count: number; href: string; one: string; many: string; isPartOfLink?: boolean }

/** The first clause says what is counted, the others go without: "Two posts go out today, two are held, and one waits for you." */
export function morningSays({ name, hour, goingOut, held, waiting }: Morning): Words[] {
  const all: Clause[] = [
    { count: goingOut, href: "#out", one: " goes out today", many: " go out today" },
    { count: held, href: "#held", one: " is held", many: " are held", isPartOfLink: true },
    { count: waiting, href: "#waiting", one: " waits for you", many: " wait for you" },
  ];
  const clauses = all.filter(({ count }) => count > 0);
  const hello = `${greeting(hour)}, ${name}. `;
  if (clauses.length === 0) return [{ text: `${hello}Nothing needs you today.` }];
  return [{ text: hello }, ...clauses.flatMap((clause, at) => [...(at > 0 ? [{ text: joint(at, clauses.length) }] : []), ...said(clause, at === 0)]), { text: "." }];
}

const joint = (at: number, of: number): string => at < of - 1 ? ", " : of > 2 ? ", and " : " and ";

function said({ count, href, one, many, isPartOfLink }: Clause, isFirst: boolean): Words[] {
  const counted = isFirst ? `${capital(inNumbers(count))} post${count === 1 ? "" : "s"}` : inNumbers(count), does = count === 1 ? one : many;
  return isPartOfLink ? [{ text: counted + does, href }] : [{ text: counted, href }, { text: does }];
}

export interface Need { name: string; needs: number }

/** For someone with several practices: who needs them first. */
export function practicesSay(practices: readonly (Need & { href: string })[]): Words[] {
  const needing = practices.filter(({ needs }) => needs > 0), many = `${capital(inNumbers(practices.length))} practices. `;
  if (needing.length === 0) return [{ text: `${many}None needs you now.` }];
  const first = needing.slice(0, 3), others = practices.length - needing.length, more = needing.length - first.length;
  const names = first.flatMap(({ name, href }, at) => [...(at > 0 ? [{ text: at < first.length - 1 || more > 0 ? ", " : " and " }] : []), { text: name, href }]);
  const rest = others === 0 ? "." : others === 1 ? "; the other needs nobody." : "; the others need nobody.";
  return [{ text: many }, ...names, { text: `${more > 0 ? ` and ${inNumbers(more)} more` : ""} need${needing.length === 1 ? "s" : ""} you first${rest}` }];
}
