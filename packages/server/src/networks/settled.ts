/** Whoever looks soon may find nothing while the call is still at work, or before a list shows its post: nothing counts only a while after the call began. */
import { type Absent, refused, type Refused } from "./outcome.ts";
import type { Trace } from "./trace.ts";

const SETTLES_MS = 120_000;

export function absentOnceSettled({ begunAt }: Pick<Trace, "begunAt">, now: Date, network: string): Absent | Refused {
  const settledAt = Date.parse(begunAt) + SETTLES_MS;
  return now.getTime() >= settledAt ? { is: "absent" }
    : refused("transient", `${network} does not show it yet, and may take two minutes to. The desk looks again by itself.`, { retryAt: new Date(settledAt).toISOString() });
}
