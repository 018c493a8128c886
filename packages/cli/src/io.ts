/** What a command may touch besides files. The bin file passes the real terminal, tests pass strings. */
export interface Io {
  stdin: AsyncIterable<Uint8Array>;
  /** Resolves when the reader has room for more, so that long output never piles up in memory. */
  out(text: string): Promise<void>;
  err(text: string): void;
  isColor: boolean;
  columns: number;
  /** Whether someone watches stderr, so that progress is worth drawing. */
  isWatched: boolean;
}

export const CLEAN = 0;
export const FINDINGS = 1;
export const COULD_NOT_CHECK = 2;
