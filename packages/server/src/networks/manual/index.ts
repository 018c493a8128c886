/** By hand: people copy the checked text and pictures out, post, and paste the link back. The desk itself calls nobody. */
import type { Network } from "../network.ts";
import { refused } from "../outcome.ts";

export const manual: Network = {
  id: "manual",
  hosts: [],
  connect: { by: "nothing" },
  describe: async () => ({ is: "described", can: ["publish", "pictures", "video"], missing: [], notes: ["You copy the checked post out, publish it yourself and paste its link back."] }),
  prepare: async () => ({ is: "prepared", kept: {} }),
  // The publisher never asks for this: what waits for hands is settled by hands.
  commit: async () => refused("permission", "This channel is posted to by hand. Copy the post out, publish it and paste its link back."),
  reconcile: async () => ({ is: "cannot-tell", says: "Only whoever posted it can say. Look at the channel, then paste the link or say that it is not there." }),
};
