import type { Hit } from "../automaton/run.ts";
import type { Match, Matcher } from "./found.ts";

/** One phrase of each list stands within the same stretch, in any order. */
export const near: Matcher = (found) => {
  const { rule, draft: { reading } } = found, within = rule.within ?? "sentence";
  const lists = rule.near!.map((_, part) => found.hits("near", part));
  if (lists.some((list) => list.length === 0)) return [];
  const isClose = (a: Hit, b: Hit): boolean => {
    if (a.first <= b.last && b.first <= a.last) return false;
    if (within === "text") return true;
    if (reading.sentence[a.first] !== reading.sentence[b.first]) return false;
    return within === "sentence" || Math.max(a.first - b.last, b.first - a.last) <= within;
  };
  const matches: Match[] = [];
  for (const anchor of lists[0]!) {
    const group = [anchor];
    for (const list of lists.slice(1)) {
      const other = nearest(anchor, list.filter((hit) => group.every((member) => isClose(member, hit))));
      if (other) group.push(other);
    }
    if (group.length < lists.length) continue;
    const isOneStretch = within !== "text";
    matches.push(isOneStretch ? { first: Math.min(...group.map((hit) => hit.first)), last: Math.max(...group.map((hit) => hit.last)) } : { first: anchor.first, last: anchor.last });
  }
  return matches;
};

const nearest = (anchor: Hit, hits: readonly Hit[]): Hit | undefined => hits.toSorted((a, b) => Math.abs(a.first - anchor.first) - Math.abs(b.first - anchor.first))[0];
