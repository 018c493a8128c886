/** Pinterest: pins on boards. It has no inbox for apps. */
import type { Network } from "../network.ts";
import { connect, refresh } from "./connect.ts";
import { describe } from "./describe.ts";
import { commit, prepare } from "./publish.ts";
import { metrics, readBack, reconcile, remove } from "./reconcile.ts";

/** The last is where its documentation says that videos go; it names the place anew for each. */
const hosts = ["api.pinterest.com", "www.pinterest.com", "pinterest-media-upload.s3-accelerate.amazonaws.com"];

export const pinterest: Network = { id: "pinterest", hosts, connect, refresh, describe, prepare, commit, reconcile, readBack, remove, metrics };
