/** For training and the first five minutes: every step is taken, and nothing leaves the desk. */
import type { Network } from "../network.ts";
import type { Committed } from "../outcome.ts";
import type { Outgoing } from "../outgoing.ts";

/** There is no other side that could remember the post, so its name carries it. */
const rehearsed = ({ key, text, media }: Outgoing): Committed => ({ is: "committed", remote: { id: key, url: null, more: { text, pictures: String(media.length) } } });

export const rehearsal: Network = {
  id: "rehearsal",
  hosts: [],
  connect: { by: "nothing" },
  describe: async () => ({ is: "described", can: ["publish", "pictures", "video", "remove"], missing: [], notes: ["Nothing that you post here leaves the desk."] }),
  prepare: async () => ({ is: "prepared", kept: {} }),
  commit: async (_session, outgoing) => rehearsed(outgoing),
  // Posting twice to nobody is posting once.
  reconcile: async (_session, outgoing) => rehearsed(outgoing),
  readBack: async (_session, { more }) => ({ is: "read", text: more?.text ?? "", url: null, isPublic: false, pictures: Number(more?.pictures ?? 0) }),
  remove: async () => ({ is: "removed" }),
};
