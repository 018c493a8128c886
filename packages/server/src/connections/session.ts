/** Signs a channel in for one step of work. */
import { asPerson } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import type { Network } from "../networks/network.ts";
import { refused, type Refused } from "../networks/outcome.ts";
import type { Account, Credentials, Session } from "../networks/session.ts";
import { WrongSeal } from "../secrets/seal.ts";
import type { Found, OpenSession } from "./found.ts";
import { refreshed } from "./refresh.ts";
import { canRefresh, refreshIsDue, stillWorks } from "./refresh-due.ts";
import { appHost, appOf, connectionOf, openChannel, openCredentials } from "./store.ts";

export { signedOut } from "./signed-out.ts";
export type { OpenSession } from "./found.ts";

/** `isAhead` also renews what could run out before the channel is used again. */
export async function openSession(desk: Desk, practice: string, channel: string, { isAhead = false } = {}): Promise<OpenSession | Refused> {
  const found = await find(desk, practice, channel);
  if (found.is !== "found") return found;
  if (!refreshIsDue(found.network, found.credentials, desk.now(), isAhead)) return sessionOf(desk, found);
  const renewed = await renew(desk, practice, channel, found);
  // What could not be renewed just now may serve for a while yet.
  return renewed.is === "refused" && renewed.kind !== "auth" && stillWorks(found.credentials, desk.now()) ? sessionOf(desk, found) : renewed;
}

/** The network refused what was opened at `turn`, though it should still work. Undefined where nothing can be renewed. */
export async function openAfresh(desk: Desk, practice: string, channel: string, turn: number): Promise<OpenSession | Refused | undefined> {
  const found = await find(desk, practice, channel);
  if (found.is === "refused") return found;
  if (found.is === "session") return undefined;
  // Somebody was quicker: theirs has not been tried yet.
  if (found.row.turn !== turn) return sessionOf(desk, found);
  return canRefresh(found.network, found.credentials) ? renew(desk, practice, channel, found) : undefined;
}

async function renew(desk: Desk, practice: string, channel: string, found: Found): Promise<OpenSession | Refused> {
  const renewed = await refreshed(desk, practice, found, () => find(desk, practice, channel));
  return renewed.is === "found" ? sessionOf(desk, renewed) : renewed;
}

async function find(desk: Desk, practice: string, id: string): Promise<Found | OpenSession | Refused> {
  return asPerson(desk.database.db, { practice, person: null }, async (tx) => {
    const channel = await openChannel(tx, practice, id), network = channel && desk.networks.of(channel.network);
    if (!channel) return refused("permission", "The channel is not there any more.");
    if (!network || channel.network === "manual") return refused("permission", "This channel is posted by hand.");
    if (network.connect.by === "nothing") return signedIn(desk, network, { account: NOBODY, credentials: NO_CREDENTIALS, app: null }, 0);
    const row = await connectionOf(tx, practice, id);
    if (!row) return refused("auth", "This channel is not signed in. Connect it, or post by hand.");
    if (row.state === "needs-sign-in") return refused("auth", row.says ?? "The network no longer takes the sign-in. Sign in again.");
    try {
      const credentials = openCredentials(desk.seal, row.credentials), kept = await appOf(tx, desk.seal, practice, channel.network, appHost(row.account));
      return { is: "found", network, row, credentials, app: kept?.app ?? null };
    } catch (error) {
      if (!(error instanceof WrongSeal)) throw error;
      return refused("auth", "The desk has another secret key than when this channel was connected. Whoever runs the desk can give it the old key as well; or sign in again.");
    }
  });
}

const sessionOf = (desk: Desk, { network, row, credentials, app }: Found): OpenSession => signedIn(desk, network, { account: row.account, credentials, app }, row.turn);

const signedIn = ({ networks, now }: Desk, network: Network, who: Pick<Session, "account" | "credentials" | "app">, turn: number): OpenSession =>
  ({ is: "session", network, turn, session: { ...who, fetch: networks.fetch, guarded: networks.init, now } });

const NOBODY: Account = { id: "", name: "", handle: "", url: null, host: null, more: {} };
const NO_CREDENTIALS: Credentials = { access: "", refresh: null, expiresAt: null, refreshExpiresAt: null, scopes: [], more: {} };
