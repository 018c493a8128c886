/** Bluesky, on whichever server keeps the account (AT Protocol). */
import type { Network } from "../network.ts";
import { connect, refresh, revoke } from "./connect.ts";
import { describe } from "./describe.ts";
import { APP_VIEW, DIRECTORY } from "./identity.ts";
import { incoming, reply } from "./incoming.ts";
import { prepare } from "./prepare.ts";
import { commit, reconcile } from "./publish.ts";
import { metrics, readBack, remove } from "./stand.ts";

export const bluesky: Network = {
  id: "bluesky",
  hosts: [APP_VIEW, DIRECTORY].map((address) => new URL(address).hostname),
  connect, refresh, revoke, describe, prepare, commit, reconcile, readBack, remove, incoming, reply, metrics,
};
