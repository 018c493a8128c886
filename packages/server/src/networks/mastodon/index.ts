/** Mastodon, and servers that speak its interface. The server is the person's to choose. */
import type { Network } from "../network.ts";
import { connect, revoke } from "./connect.ts";
import { describe } from "./describe.ts";
import { incoming, reply } from "./incoming.ts";
import { prepare } from "./media.ts";
import { commit } from "./publish.ts";
import { metrics, readBack, reconcile, remove } from "./reconcile.ts";

/** Sign-ins do not end by themselves, so there is nothing to refresh. */
export const mastodon: Network = { id: "mastodon", hosts: [], connect, revoke, describe, prepare, commit, reconcile, readBack, remove, incoming, reply, metrics };
