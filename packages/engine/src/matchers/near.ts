import type { Hit } from "../automaton/run.ts";
import type { Found, Match, Matcher } from "./found.ts";
import { bySentence, firstEndingFrom } from "../automaton/hits.ts";

/** How many hits on either side of the anchor are looked at; more would only be further away. */
const NEIGHBORS = 8;

/** One phrase of each list stands within the same stretch, in any order. */
export const near: Matcher = (found) => {
  const { rule } = found;
  const lists = rule.near!.map((_, part) => found.hits("near", part));
  if (lists.some((list) => list.length === 0)) return [];
  return rule.within === "text" ? anywhere(lists) : within(found, lists, typeof rule.within === "number" ? rule.within : Infinity);
};

function anywhere(lists: readonly (readonly Hit[])[]): Match[] {
  return lists[0]!.filter((anchor) => lists.slice(1).every((list) => around(list, anchor).some((hit) => !overlap(hit, anchor)))).map(({ first, last }) => ({ first, last }));
}

function within({ draft: { reading } }: Found, lists: readonly (readonly Hit[])[], words: number): Match[] {
  const sentences = lists.slice(1).map((list) => bySentence(reading, list));
  return lists[0]!.flatMap((anchor) => {
    const group = [anchor];
    for (const sentence of sentences) {
      const isClose = (hit: Hit): boolean => group.every((member) => !overlap(member, hit) && Math.max(member.first - hit.last, hit.first - member.last) <= words);
      const hit = around(sentence.get(reading.sentence[anchor.first]!) ?? [], anchor).find(isClose);
      if (!hit) return [];
      group.push(hit);
    }
    return [{ first: Math.min(...group.map((hit) => hit.first)), last: Math.max(...group.map((hit) => hit.last)) }];
  });
}

/** The hits about an anchor, nearest first. */
function around(hits: readonly Hit[], anchor: Hit): Hit[] {
  const at = firstEndingFrom(hits, anchor.first);
  return hits.slice(Math.max(0, at - NEIGHBORS), at + NEIGHBORS).sort((a, b) => Math.abs(a.first - anchor.first) - Math.abs(b.first - anchor.first));
}

const overlap = (a: Hit, b: Hit): boolean => a.first <= b.last && b.first <= a.last;
