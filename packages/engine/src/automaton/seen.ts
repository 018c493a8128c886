/** What the automaton can see of a word. Words that look alike to it share one. */
export interface Seen {
  id: number;
  key: string;
  symbols: readonly number[];
  isFirst: boolean;
  isLast: boolean;
  /** Phrases may pass over it: an emoji, or the rest of a list entry of several words. */
  isPassed: boolean;
}

/** What a word of a text can be to a phrase. Kept as long as the word is remembered, so that all that follows from it is found out once. */
export interface Looks {
  symbols: readonly number[];
  /** The ways in which it has been seen, by its place in the sentence. */
  slots: (Seen | undefined)[];
  /** The same with one symbol more, by that symbol. */
  more: Map<number, Looks> | null;
}

export const looksOf = (symbols: readonly number[]): Looks => ({ symbols, slots: [], more: null });

export function withSymbol(looks: Looks, symbol: number): Looks {
  if (looks.symbols.includes(symbol)) return looks;
  looks.more ??= new Map();
  let more = looks.more.get(symbol);
  if (!more) looks.more.set(symbol, (more = looksOf([...looks.symbols, symbol])));
  return more;
}
