/** All networks that the desk speaks with, behind one guard. */
import type { NetworkId } from "@chaperone/contract";
import { bluesky } from "./bluesky/index.ts";
import { facebook } from "./facebook/index.ts";
import { googleBusiness } from "./google-business/index.ts";
import { type Guard, makeGuard } from "./guard.ts";
import { instagram } from "./instagram/index.ts";
import { linkedin } from "./linkedin/index.ts";
import { manual } from "./manual/index.ts";
import { mastodon } from "./mastodon/index.ts";
import type { Network } from "./network.ts";
import { pinterest } from "./pinterest/index.ts";
import { rehearsal } from "./rehearsal/index.ts";
import { threads } from "./threads/index.ts";
import { tiktok } from "./tiktok/index.ts";
import { x } from "./x/index.ts";
import { youtube } from "./youtube/index.ts";

const NETWORKS: readonly Network[] = [facebook, instagram, threads, linkedin, x, youtube, tiktok, googleBusiness, bluesky, mastodon, pinterest, manual, rehearsal];

export interface Networks extends Guard {
  /** Undefined where people post by hand. */
  of(id: NetworkId): Network | undefined;
}

interface Options { allowPrivate: boolean; standIns?: string | undefined; timeoutMs?: number; networks?: readonly Network[] }

export function openNetworks({ networks = NETWORKS, ...options }: Options): Networks {
  const byId = new Map(networks.map((network) => [network.id, network]));
  return { ...makeGuard({ ...options, hosts: networks.flatMap(({ hosts }) => hosts) }), of: (id) => byId.get(id) };
}
