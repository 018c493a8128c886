/** Threads. */
import type { Network } from "../network.ts";
import { connect, refresh } from "./connect.ts";
import { describe, metrics } from "./describe.ts";
import { commit, prepare, readBack, reconcile, remove } from "./publish.ts";
import { incoming, reply } from "./replies.ts";

export const threads: Network = {
  id: "threads", hosts: ["graph.threads.net", "www.threads.net"],
  connect, refresh, describe, prepare, commit, reconcile, readBack, remove, incoming, reply, metrics,
};
