/** Looking things up among hits in time that does not grow with their number. Hits come in the order of their last words. */
import type { Hit } from "./run.ts";
import type { Reading } from "../text/reading.ts";

export function bySentence(reading: Reading, hits: readonly Hit[]): Map<number, Hit[]> {
  const sentences = new Map<number, Hit[]>();
  for (const hit of hits) {
    const sentence = reading.sentence[hit.first]!, known = sentences.get(sentence);
    if (known) known.push(hit); else sentences.set(sentence, [hit]);
  }
  return sentences;
}

/** The place of the first hit that ends at or after a word. */
export function firstEndingFrom(hits: readonly Hit[], word: number): number {
  let low = 0, high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.last < word) low = middle + 1; else high = middle;
  }
  return low;
}

/** The last hit that ends before a word. */
export const lastBefore = (hits: readonly Hit[], word: number): Hit | undefined => hits[firstEndingFrom(hits, word) - 1];
