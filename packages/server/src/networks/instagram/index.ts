/** Instagram, for business and creator accounts: with its own login, or through a Facebook Page. */
import type { Network } from "../network.ts";
import { incoming, reply } from "./comments.ts";
import { connect, refresh } from "./connect.ts";
import { describe, metrics } from "./describe.ts";
import { commit, prepare, readBack, reconcile } from "./publish.ts";

export const instagram: Network = {
  id: "instagram", hosts: ["graph.instagram.com", "api.instagram.com", "www.instagram.com", "graph.facebook.com", "www.facebook.com"],
  connect, refresh, describe, prepare, commit, reconcile, readBack, incoming, reply, metrics,
};
