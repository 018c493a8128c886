import type { NetworkId } from "@chaperone/contract";
import { api } from "../../lib/api.ts";

/** `channel` is the one that signs in again; null makes a new one. `host` is the server, where a network is many, or that of the way in, where there are several. */
interface Where { practice: string; network: NetworkId; channel: string | null; host: string | null }

/** Leaves for the network, which sends the person back to `/connect`. */
export async function goThere({ practice, network, channel, host }: Where): Promise<void> {
  const { address } = await api.connections.begin({ params: { practice, network }, body: { channel, host } });
  location.assign(address);
}
