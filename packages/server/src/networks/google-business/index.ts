import { googleRefresh, googleRevoke } from "../google/oauth.ts";
import type { Network } from "../network.ts";
import { HOSTS, NAME } from "./api.ts";
import { connect } from "./connect.ts";
import { describe } from "./describe.ts";
import { commit, prepare } from "./publish.ts";
import { readBack, reconcile, remove } from "./reconcile.ts";
import { incoming, reply } from "./reviews.ts";

/** Google shows no figures of single posts any more, so there are no metrics. */
export const googleBusiness: Network = { id: "google-business", hosts: HOSTS, connect, refresh: googleRefresh(NAME), revoke: googleRevoke, describe, prepare, commit, reconcile, readBack, remove, incoming, reply };
