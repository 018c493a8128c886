import type { Matcher } from "./found.ts";

/** The phrases stand in the text at least so many times; the match runs from the first to the last. */
export const count: Matcher = (found) => {
  const hits = found.hits("phrases"), places = new Set(hits.map((hit) => hit.first));
  if (places.size < found.rule["at-least"]!) return [];
  return [{ first: hits[0]!.first, last: Math.max(...hits.map((hit) => hit.last)) }];
};
