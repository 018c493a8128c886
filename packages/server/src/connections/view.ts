/** How a channel's sign-in looks to people: never a token, and never what a token is sealed in. */
import type { Channel, Connection, DescribedAccount } from "@chaperone/contract";
import type { Desk } from "../desk.ts";
import type { Described, Network } from "../networks/network.ts";
import type { Account } from "../networks/session.ts";
import { canRefresh } from "./refresh-due.ts";
import { type ConnectionRow, credentialsLeft } from "./store.ts";

const WARNS_MS = 7 * 86_400_000;

export function connectionView(desk: Pick<Desk, "networks" | "seal" | "now">, channel: Channel, row: ConnectionRow | undefined): Connection {
  const network = desk.networks.of(channel.network), nothing = { account: null, says: null, scopes: [], ends: null, warns: false, testedAt: null, described: null, connectedAt: null };
  if (!network || channel.network === "manual") return { channel, state: "by-hand", ...nothing };
  // Nobody has to sign in there.
  if (network.connect.by === "nothing") return { channel, state: "connected", ...nothing };
  if (!row) return { channel, state: "not-connected", ...nothing };
  const ends = endOf(desk, network, row), warns = ends !== null && Date.parse(ends) - desk.now().getTime() < WARNS_MS;
  return { channel, state: row.state, account: shown(row.account), says: row.says, scopes: row.scopes, ends, warns, testedAt: row.tested_at, described: row.described, connectedAt: row.connected_at };
}

const shown = ({ name, handle, url, host, more }: Account): Connection["account"] => ({ name, handle, url, host, way: more.way ?? null });

/** When a person has to act. What the desk renews by itself ends only with what it renews it by. */
function endOf(desk: Pick<Desk, "seal">, network: Network, row: ConnectionRow): string | null {
  const credentials = credentialsLeft(desk, row);
  if (!credentials || !canRefresh(network, credentials)) return row.expires_at;
  return row.refresh_expires_at;
}

/** What a network said, in the shape that is shown and kept. */
export const describedView = ({ can, missing, notes, limits = {}, choices = {} }: Described): DescribedAccount =>
  ({ can, missing, notes, limits: Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined)), choices });
