import { type NetworkId, networks as known } from "@chaperone/contract";
import type { Desk } from "../desk.ts";
import type { Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import type { Asking, OAuth } from "../networks/connect.ts";
import type { Refused } from "../networks/outcome.ts";
import { SET_UP } from "./set-up.ts";
import { openChannel } from "./store.ts";

export const refusedBy = ({ says }: Pick<Refused, "says">): Refusal => new Refusal("network-refused", { detail: says });

export const askingOf = ({ networks, now }: Pick<Desk, "networks" | "now">): Asking => ({ fetch: networks.fetch, guarded: networks.init, now });

/** The way in, where it leads through the network's own page. */
export function oauthOf({ networks }: Pick<Desk, "networks">, id: NetworkId): OAuth {
  const connect = networks.of(id)?.connect;
  if (connect?.by !== "oauth") throw new Refusal("invalid-request", { detail: `One does not sign in to ${known[id].name} this way. Look at the steps on the Connections page.` });
  return connect;
}

/** One of the ways in that the network has; none is the usual one. */
export function wayIn(network: NetworkId, host: string | null): string | null {
  if (host === null || SET_UP[network].ways?.some((way) => way.host === host)) return host;
  throw new Refusal("invalid-request", { errors: [{ at: "/host", says: "must be one of the ways in that the Connections page names" }] });
}

/** The channel that is signed in again has to be there, and on this network. */
export async function channelFor({ tx, practice }: Pick<Inside, "tx" | "practice">, network: NetworkId, channel: string | null): Promise<void> {
  if (channel !== null && (await openChannel(tx, practice, channel))?.network !== network) throw new Refusal("not-found");
}
