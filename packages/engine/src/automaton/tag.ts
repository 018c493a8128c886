/** Gives every word of a text its symbols, and finds the list entries that have several words. */
import type { Reading } from "../text/reading.ts";
import type { Looks } from "./seen.ts";
import { withSymbol } from "./seen.ts";
import type { Branch, Symbols } from "./symbols.ts";

export interface Span { symbol: number; last: number }

/** Filled anew for each text; kept between texts because making it takes longer than filling it. */
export interface Tagged {
  looks: Looks[];
  spans: (Span[] | undefined)[];
  /** Last word of the longest entry that begins here. */
  ends: number[];
  /** Whether a word continues an entry that began before it. */
  isTail: boolean[];
}

export const emptyTagged = (): Tagged => ({ looks: [], spans: [], ends: [], isTail: [] });

export function tag(reading: Reading, symbols: Symbols, into: Tagged): Tagged {
  const { count, words, shapes } = reading, { looks, spans, ends, isTail } = into;
  looks.length = spans.length = ends.length = isTail.length = 0;
  for (let at = 0; at < count; at++) {
    looks.push(symbols.read(words[at]!));
    spans.push(undefined);
    ends.push(at);
    isTail.push(false);
  }
  for (let at = 0; at < count; at++) {
    const { branch } = symbols.read(words[at]!);
    for (let bits = shapes[at]!; bits !== 0; bits &= bits - 1) addSymbol(into, at, symbols.shapes[SHAPES_LAST - Math.clz32(bits & -bits)]!);
    if (branch) longer(reading, branch, into, at);
  }
  return into;
}

/** Shapes are bits of a number of 32; the first is the lowest. */
const SHAPES_LAST = 31;

export function addSymbol(tagged: Tagged, at: number, symbol: number): void {
  tagged.looks[at] = withSymbol(tagged.looks[at]!, symbol);
}

/** An entry of several words carries its symbol on the first; phrases pass over the others. */
export function addSpan(tagged: Tagged, first: number, last: number, symbol: number): void {
  addSymbol(tagged, first, symbol);
  if (first === last) return;
  (tagged.spans[first] ??= []).push({ symbol, last });
  tagged.ends[first] = Math.max(tagged.ends[first]!, last);
  for (let at = first + 1; at <= last; at++) tagged.isTail[at] = true;
}

function longer(reading: Reading, from: Branch, tagged: Tagged, first: number): void {
  const sentence = reading.sentence[first];
  let branch: Branch | undefined = from;
  for (let at = first + 1; branch && at < reading.count && reading.sentence[at] === sentence; at++) {
    const word = reading.words[at]!;
    const next: Branch | undefined = branch.next.get(word);
    const found = next ?? (word.length > 3 && word.endsWith("s") ? branch.next.get(word.slice(0, -1)) : undefined);
    if (found) for (const symbol of found.symbols) addSpan(tagged, first, at, symbol);
    branch = next;
  }
}
