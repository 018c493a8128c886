/** All networks that the desk speaks with, behind one guard. */
import type { NetworkId } from "@chaperone/contract";
import { type Guard, makeGuard } from "./guard.ts";
import type { Network } from "./network.ts";

const NETWORKS: readonly Network[] = [];

export interface Networks extends Guard {
  /** Undefined where people post by hand. */
  of(id: NetworkId): Network | undefined;
}

interface Options { allowPrivate: boolean; standIns?: string | undefined; timeoutMs?: number; networks?: readonly Network[] }

export function openNetworks({ networks = NETWORKS, ...options }: Options): Networks {
  const byId = new Map(networks.map((network) => [network.id, network]));
  return { ...makeGuard({ ...options, hosts: networks.flatMap(({ hosts }) => hosts) }), of: (id) => byId.get(id) };
}
