/** Gives every word of a text its symbols, and finds the list entries that have several words. */
import type { Reading } from "../text/reading.ts";
import { SHAPES } from "../text/reading.ts";
import type { Symbols, Word } from "./symbols.ts";

export interface Span { symbol: number; last: number }

export interface Tagged {
  symbols: (readonly number[])[];
  spans: (Span[] | undefined)[];
}

export function tag(reading: Reading, symbols: Symbols): Tagged {
  const words: Word[] = [], tagged: Tagged = { symbols: [], spans: [] };
  for (let at = 0; at < reading.count; at++) {
    const word = symbols.read(reading.words[at]!);
    words.push(word);
    tagged.symbols.push(word.symbols);
    tagged.spans.push(undefined);
    if (reading.shapes[at] !== 0) for (let bit = 0; bit < SHAPES.length; bit++) if (reading.shapes[at]! & (1 << bit)) addSymbol(tagged, at, symbols.shapes[bit]!);
  }
  for (let at = 0; at < reading.count; at++) if (words[at]!.branch) longer(reading, words, tagged, at);
  return tagged;
}

export function addSymbol(tagged: Tagged, at: number, symbol: number): void {
  if (!tagged.symbols[at]!.includes(symbol)) tagged.symbols[at] = [...tagged.symbols[at]!, symbol];
}

export function addSpan(tagged: Tagged, first: number, last: number, symbol: number): void {
  if (first === last) addSymbol(tagged, first, symbol);
  else (tagged.spans[first] ??= []).push({ symbol, last });
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
