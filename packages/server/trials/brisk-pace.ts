import type { Pace } from "../src/publishing/pace.ts";

/** The usual proportions, thirty times as fast, so that a trial need not wait for minutes. */
export const briskPace: Pace = { leaseMs: 4_500, callMs: 1_500, settleMs: 700, retryMs: [300, 600, 1_000, 2_000], lookMs: [500, 1_000, 2_000], lateMs: 120_000, sweepMs: 700, pollSeconds: 0.5, atOnce: 6 };
