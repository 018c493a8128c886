/** A network's clock may be behind ours, or ahead, by this much when it says how old a post is. */
const CLOCKS_DIFFER_MS = 120_000;

/** Nothing from before this can be what was first tried at `startedAt`. */
export const sinceOf = ({ startedAt }: { startedAt: string }): Date => new Date(Date.parse(startedAt) - CLOCKS_DIFFER_MS);
export const isSince = (at: string | number, startedAt: string): boolean => new Date(at) >= sinceOf({ startedAt });
