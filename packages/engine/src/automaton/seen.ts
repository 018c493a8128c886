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

/** The ways in which one word has been seen, by its place in the sentence. */
export type Slots = (Seen | undefined)[];
