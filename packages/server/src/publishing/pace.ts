/** How long the publisher waits for what. A program that kills it again and again may want it quicker. */
export interface Pace {
  /** Nobody else touches a publication for so long, unless whoever has it says again and again that it is still at work. */
  leaseMs: number;
  /** How long one call to a network may take, beside the time for what it sends. */
  callMs: number;
  /** A network that did not answer is not asked whether it happened before this has passed: it may still be at work. */
  settleMs: number;
  /** Waits between tries of what may be tried again, one for each; after the last one the last one again. */
  retryMs: readonly number[];
  /** Waits between looks at what a network could not tell. After the last one a person is asked. */
  lookMs: readonly number[];
  /** How late a post may still go out by itself. Later, a person chooses a new time. */
  lateMs: number;
  /** How often somebody looks for publications whose bell was lost. */
  sweepMs: number;
  /** How often a worker asks for bells, in seconds. */
  pollSeconds: number;
  /** Publications that one process works on at the same time. */
  atOnce: number;
  /** Told where a publication stands, so that the crash matrix can kill the process there. */
  passes?(moment: Moment, publication: string): void;
}

export type Moment = "before prepare" | "prepared" | "commit recorded" | "commit answered" | "before looking" | "looked";

const SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE;
export const USUAL_PACE: Pace = {
  leaseMs: 90 * SECOND, callMs: 30 * SECOND, settleMs: 20 * SECOND, retryMs: [5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE], lookMs: [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR],
  lateMs: 30 * MINUTE, sweepMs: 15 * SECOND, pollSeconds: 1, atOnce: 8,
};

export const waitOf = (waits: readonly number[], tries: number): number => waits[Math.min(tries, waits.length - 1)]!;
