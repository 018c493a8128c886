/** LinkedIn, for a person's own posts and for a page's: `account.more.urn` says which. */
import type { Network } from "../network.ts";
import { connect, refresh } from "./connect.ts";
import { describe } from "./describe.ts";
import { incoming, metrics, reply } from "./inbox.ts";
import { prepare } from "./media.ts";
import { commit, readBack, reconcile, remove } from "./publish.ts";

/** Bytes go to `www.linkedin.com` and to `dms-uploads` addresses below it. */
export const linkedin: Network = { id: "linkedin", hosts: ["api.linkedin.com", "www.linkedin.com"], connect, refresh, describe, prepare, commit, reconcile, readBack, remove, incoming, reply, metrics };
