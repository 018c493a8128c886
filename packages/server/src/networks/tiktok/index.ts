import type { Network } from "../network.ts";
import { HOSTS } from "./api.ts";
import { connect, refresh, revoke } from "./connect.ts";
import { describe } from "./creator.ts";
import { commit, prepare } from "./publish.ts";
import { metrics, readBack, reconcile } from "./reconcile.ts";

/** TikTok's interface takes nothing down and knows no comments. */
export const tiktok: Network = { id: "tiktok", hosts: HOSTS, connect, refresh, revoke, describe, prepare, commit, reconcile, readBack, metrics };
