import type { Network } from "../networks/network.ts";
import type { Credentials } from "../networks/session.ts";

const MINUTE = 60_000, DAY = 24 * 60 * MINUTE;
/** No step of ours takes longer than this. */
const USUAL_MS = 5 * MINUTE;
/** What is renewed by something that runs out itself is renewed only while that still works. Too late is then too late, so there is time for several tries. */
const EARLY_MS = 10 * DAY;

/** Whether the desk can renew this sign-in by itself. A token without another to renew it by, but with an end to its renewing, renews itself. */
export const canRefresh = ({ refresh }: Pick<Network, "refresh">, credentials: Credentials): boolean => refresh !== undefined && (credentials.refresh !== null || renewsItself(credentials));

const renewsItself = ({ refresh, refreshExpiresAt }: Credentials): boolean => refresh === null && refreshExpiresAt !== null;

/** `isAhead`: nobody may use the channel for a while. */
export function refreshIsDue(network: Pick<Network, "refresh">, credentials: Credentials, now: Date, isAhead = false): boolean {
  if (!canRefresh(network, credentials)) return false;
  const { expiresAt, refreshExpiresAt } = credentials, isWithin = (end: string | null, ms: number): boolean => end !== null && Date.parse(end) - now.getTime() < ms;
  if (expiresAt === null || renewsItself(credentials) || isAhead) return isWithin(refreshExpiresAt, EARLY_MS) || isWithin(expiresAt, USUAL_MS);
  return isWithin(expiresAt, USUAL_MS);
}

export const stillWorks = ({ expiresAt }: Credentials, now: Date): boolean => expiresAt === null || Date.parse(expiresAt) > now.getTime();
