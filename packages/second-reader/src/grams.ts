/** Runs of words, of letters and of groups. */

import type { Groups } from "./groups.ts";

/** A word with the groups that it speaks for. */
export interface Slot {
  word: string;
  tags: readonly string[];
}

const REACH = 7;

/** Each word with the groups that it, or the run of words it begins or ends, belongs to. */
export function tagged(words: string[], groups: Groups): Slot[] {
  const slots = words.map((word) => ({ word, tags: [...(groups.get(word) ?? [])] }));
  for (let size = 2; size <= 4; size++) {
    for (let at = 0; at + size <= words.length; at++) {
      const found = groups.get(words.slice(at, at + size).join(" "));
      if (found !== undefined) slots[at + size - 1]!.tags.unshift(...found.filter((tag) => !slots[at + size - 1]!.tags.includes(tag)));
    }
  }
  return slots;
}

export function tagGrams(sentence: Slot[]): string[] {
  const shown = sentence.map((slot) => (slot.tags.length > 0 ? `<${slot.tags[0]}>` : slot.word));
  return grams(["^", ...shown, "$"], 3).filter((gram) => gram.includes("<") && gram.includes(" "));
}

/** Ordered pairs of groups, and of groups with small words, that stand near each other. */
export function tagPairs(sentence: Slot[]): string[] {
  const pairs: string[] = [];
  sentence.forEach((slot, at) => {
    for (const later of sentence.slice(at + 1, at + 1 + REACH)) {
      for (const one of voices(slot)) for (const two of voices(later)) pairs.push(`${one} … ${two}`);
    }
  });
  return pairs;
}

const SMALL = new Set(["not", "no", "never", "if", "with", "after", "before", "was", "were", "are", "is", "will", "have", "had", "did", "when", "?", "%", "$", "@", "for", "to", "and", "or", "any", "all", "every", "the"]);

function voices(slot: Slot): string[] {
  const named = slot.tags.slice(0, 3).map((tag) => `<${tag}>`);
  return SMALL.has(slot.word) ? [...named, slot.word] : named;
}

export function grams(words: readonly string[], longest: number): string[] {
  const found: string[] = [];
  for (let size = 1; size <= longest; size++) {
    for (let at = 0; at + size <= words.length; at++) found.push(words.slice(at, at + size).join(" "));
  }
  return found;
}

export function neighbours(words: readonly string[]): [string, string][] {
  return words.slice(1).map((word, at) => [words[at]!, word]);
}

export function letters(words: readonly string[]): string[] {
  const found: string[] = [];
  for (const word of words) {
    const edged = ` ${word} `;
    for (let size = 3; size <= 5; size++) for (let at = 0; at + size <= edged.length; at++) found.push(edged.slice(at, at + size));
  }
  return found;
}
