/** X, by version 2 of its interface. Every call is paid for by whoever registered the developer app. */
import type { Network } from "../network.ts";
import { connect, refresh, revoke } from "./connect.ts";
import { describe } from "./describe.ts";
import { incoming, metrics, reply } from "./inbox.ts";
import { prepare } from "./media.ts";
import { commit, readBack, reconcile, remove } from "./publish.ts";

export const x: Network = { id: "x", hosts: ["api.x.com", "x.com"], connect, refresh, revoke, describe, prepare, commit, reconcile, readBack, remove, incoming, reply, metrics };
