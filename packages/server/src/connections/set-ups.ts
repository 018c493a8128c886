import { NETWORK_IDS, type NetworkId, type NetworkSetUp } from "@chaperone/contract";
import type { Desk } from "../desk.ts";
import { redirectUriOf } from "./redirect.ts";
import { BY_HAND, SET_UP } from "./set-up.ts";

/** How one connects to each network here and now: what its code asks for, and what its people have to do first. */
export const setUpsOf = (desk: Pick<Desk, "networks" | "config">, clientIds: Map<NetworkId, string>, headers: Headers): NetworkSetUp[] => NETWORK_IDS.map((network) => {
  const connect = desk.networks.of(network)?.connect ?? { by: "nothing" as const }, { steps, notes, fetchesMedia, ways = [] } = (desk.networks.of(network) && SET_UP[network]) ?? BY_HAND;
  const oauth = connect.by === "oauth" ? connect : null;
  return {
    network, by: connect.by, fields: connect.by === "form" ? connect.fields.map(({ value = "", ...field }) => ({ ...field, value })) : [],
    app: oauth?.app ?? "none", appClientId: oauth?.app === "own" ? clientIds.get(network) ?? null : null, asksHost: oauth?.app === "registered", redirectUri: redirectUriOf(desk, headers),
    scopes: [...oauth?.scopes ?? []], steps: [...steps], notes: [...notes], fetchesMedia, ways: ways.map((way) => ({ ...way, steps: [...way.steps], notes: [...way.notes] })),
  };
});
