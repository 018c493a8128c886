/** Facebook Pages. */
import type { Network } from "../network.ts";
import { incoming, reply } from "./comments.ts";
import { connect, refresh } from "./connect.ts";
import { describe, metrics } from "./describe.ts";
import { readBack, reconcile, remove } from "./posts.ts";
import { commit, prepare } from "./publish.ts";

export const facebook: Network = {
  id: "facebook", hosts: ["graph.facebook.com", "rupload.facebook.com", "www.facebook.com"],
  connect, refresh, describe, prepare, commit, reconcile, readBack, remove, incoming, reply, metrics,
};
