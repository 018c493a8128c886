/** Deletes a post, and believes a “there is no such thing” only of an account that can still be seen. */
import { z } from "zod";
import { type Answer, commitRefusalOf } from "../ask.ts";
import type { Refused, Removed, Unknown } from "../outcome.ts";
import { isMissing } from "./errors.ts";
import { goneOr } from "./gone.ts";
import { bodyOf, erase, type Graph } from "./graph.ts";

export async function takeDown(refusalFor: (answer: Answer, graph: Graph) => Refused, graph: Graph, account: string, id: string): Promise<Removed | Refused | Unknown> {
  const answer = await erase(graph, id), { network } = graph;
  if (bodyOf(answer, z.object({ success: z.literal(true) }))) return { is: "removed" };
  if (isMissing(answer)) {
    const there = await goneOr(refusalFor, graph, account);
    return there.is === "gone" ? { is: "removed" } : there;
  }
  return commitRefusalOf(answer, graph.now, network).is === "unknown" ? { is: "unknown", says: `${network} did not say whether the post was taken down. Look again.` } : refusalFor(answer, graph);
}
