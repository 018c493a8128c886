import { googleRefresh, googleRevoke } from "../google/oauth.ts";
import type { Network } from "../network.ts";
import { HOSTS, NAME } from "./api.ts";
import { incoming, reply } from "./comments.ts";
import { connect, describe } from "./connect.ts";
import { commit, prepare } from "./publish.ts";
import { metrics, readBack, reconcile, remove } from "./reconcile.ts";

export const youtube: Network = { id: "youtube", hosts: HOSTS, connect, refresh: googleRefresh(NAME), revoke: googleRevoke, describe, prepare, commit, reconcile, readBack, remove, incoming, reply, metrics };
