import { type Answer, isGood } from "../ask.ts";
import type { Gone, Refused } from "../outcome.ts";
import { get, type Graph } from "./graph.ts";

/** What is gone and what we may not see sound alike, so the account itself is asked too. */
export async function goneOr(refusalFor: (answer: Answer, graph: Graph) => Refused, graph: Graph, account: string): Promise<Gone | Refused> {
  const answer = await get(graph, account, { fields: "id" });
  return isGood(answer) ? { is: "gone" } : refusalFor(answer, graph);
}
