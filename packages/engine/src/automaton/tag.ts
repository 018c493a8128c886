/** Gives every word of a text its symbols, and finds the list entries that have several words. */
import type { Reading } from "../text/reading.ts";
import { SHAPES } from "../text/reading.ts";
import type { Slots } from "./seen.ts";
import type { Symbols, Word } from "./symbols.ts";

export interface Span { symbol: number; last: number }

export interface Tagged {
  symbols: (readonly number[])[];
  spans: (Span[] | undefined)[];
  /** Last word of the longest entry that begins here. */
  ends: number[];
  /** Whether a word continues an entry that began before it. */
  isTail: boolean[];
  /** The automaton's memory of a word that carries its own symbols only. */
  slots: (Slots | undefined)[];
}

export function tag(reading: Reading, symbols: Symbols): Tagged {
  const words: Word[] = [], tagged: Tagged = { symbols: [], spans: [], ends: [], isTail: [], slots: [] };
  for (let at = 0; at < reading.count; at++) {
    const word = symbols.read(reading.words[at]!);
    words.push(word);
    tagged.symbols.push(word.symbols);
    tagged.spans.push(undefined);
    tagged.ends.push(at);
    tagged.isTail.push(false);
    tagged.slots.push(word.slots);
    if (reading.shapes[at] !== 0) for (let bit = 0; bit < SHAPES.length; bit++) if (reading.shapes[at]! & (1 << bit)) addSymbol(tagged, at, symbols.shapes[bit]!);
  }
  for (let at = 0; at < reading.count; at++) if (words[at]!.branch) longer(reading, words, tagged, at);
  return tagged;
}

export function addSymbol(tagged: Tagged, at: number, symbol: number): void {
  if (tagged.symbols[at]!.includes(symbol)) return;
  tagged.symbols[at] = [...tagged.symbols[at]!, symbol];
  tagged.slots[at] = undefined;
}

/** An entry of several words carries its symbol on the first; phrases pass over the others. */
export function addSpan(tagged: Tagged, first: number, last: number, symbol: number): void {
  addSymbol(tagged, first, symbol);
  if (first === last) return;
  (tagged.spans[first] ??= []).push({ symbol, last });
  tagged.ends[first] = Math.max(tagged.ends[first]!, last);
  for (let at = first + 1; at <= last; at++) tagged.isTail[at] = true;
}

function longer(reading: Reading, words: Word[], tagged: Tagged, first: number): void {
  let branch = words[first]!.branch;
  const sentence = reading.sentence[first];
  for (let at = first + 1; branch && at < reading.count && reading.sentence[at] === sentence; at++) {
    const word = reading.words[at]!;
    const next = branch.next.get(word);
    const plural = !next && word.length > 3 && word.endsWith("s") ? branch.next.get(word.slice(0, -1)) : undefined;
    for (const symbol of (next ?? plural)?.symbols ?? []) addSpan(tagged, first, at, symbol);
    branch = next ?? null;
  }
}
