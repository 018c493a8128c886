import type { Network } from "../networks/network.ts";
import type { Credentials } from "../networks/session.ts";

const MINUTE = 60_000, DAY = 24 * 60 * MINUTE;
/** No step of ours takes longer than this. */
const USUAL_MS = 5 * MINUTE;
/** Some networks renew a token only by itself, and only while it still works. Too late is then too late, so there is time for several tries. */
const BY_ITSELF_MS = 10 * DAY;

/** Whether the desk can renew this sign-in by itself. A token that renews itself stands in both places. */
export const canRefresh = ({ refresh }: Pick<Network, "refresh">, credentials: Credentials): boolean => refresh !== undefined && credentials.refresh !== null;

export function refreshIsDue(network: Pick<Network, "refresh">, credentials: Credentials, now: Date): boolean {
  if (!canRefresh(network, credentials) || credentials.expiresAt === null) return false;
  const left = Date.parse(credentials.expiresAt) - now.getTime();
  return left < (credentials.refresh === credentials.access ? BY_ITSELF_MS : USUAL_MS);
}

export const stillWorks = ({ expiresAt }: Credentials, now: Date): boolean => expiresAt === null || Date.parse(expiresAt) > now.getTime();
