/** What the desk knows of a call whose answer it did not hear. */
export interface Trace {
  /** When the one call was begun, the last time. */
  begunAt: string;
  /** The practice's other posts on the same channel that could be taken for it. Asked for after the network's list was read: whoever is on the list has begun by then. */
  others(): Promise<readonly OtherPost[]>;
}

/** `id` or `url` where it is known where it went; both null while nobody knows whether it went out. `startedAt` is null where somebody posted it by hand. */
export interface OtherPost { text: string; id: string | null; url: string | null; startedAt: string | null }
