import { NETWORK_IDS, type NetworkSetUp } from "@chaperone/contract";
import type { Desk } from "../desk.ts";
import { redirectUriOf } from "./redirect.ts";
import { BY_HAND, SET_UP } from "./set-up.ts";
import type { ClientIdOf } from "./store.ts";

/** How one connects to each network here and now: what its code asks for, and what its people have to do first. */
export const setUpsOf = (desk: Pick<Desk, "networks" | "config">, clientIdOf: ClientIdOf, headers: Headers): NetworkSetUp[] => NETWORK_IDS.map((network) => {
  const connect = desk.networks.of(network)?.connect ?? { by: "nothing" as const }, { steps, notes, fetchesMedia, ways = [] } = (desk.networks.of(network) && SET_UP[network]) ?? BY_HAND;
  const oauth = connect.by === "oauth" ? connect : null;
  return {
    network, by: connect.by, fields: connect.by === "form" ? connect.fields.map(({ value = "", ...field }) => ({ ...field, value })) : [],
    app: oauth?.app ?? "none", appClientId: oauth?.app === "own" ? clientIdOf(network) : null, asksHost: oauth?.app === "registered", redirectUri: redirectUriOf(desk, headers),
    scopes: [...oauth?.scopes ?? []], steps: [...steps], notes: [...notes], fetchesMedia, ways: ways.map((way) => ({ ...way, appClientId: clientIdOf(network, way.host), steps: [...way.steps], notes: [...way.notes] })),
  };
});
