/** Instagram and Threads fetch what is posted into containers that nobody sees, and publish one of them. */
import { z } from "zod";
import type { Answer } from "../ask.ts";
import type { Kept } from "../network.ts";
import type { Prepared, Refused, Waiting } from "../outcome.ts";
import { metaRefusal } from "./errors.ts";
import { bodyOf, type Graph, type Params, post, unreadable } from "./graph.ts";

export type State = "IN_PROGRESS" | "FINISHED" | "ERROR" | "EXPIRED" | "PUBLISHED";

export interface Flow {
  graph: Graph;
  /** Where containers are made. */
  path: string;
  status(container: string): Promise<{ is: "status"; state: State; reason: string } | Refused>;
  /** What it means that one could not be filled. */
  broken(reason: string): Refused;
  seconds: number;
}

/** `children` are the parts of a carousel; `whole` is what is published, made of their ids. */
export interface Plan { children: Params[]; whole(children: string[]): Params }

const keptShape = z.object({ children: z.array(z.string()).catch([]), container: z.string().nullable().catch(null) });
export const containersOf = (kept: Kept): z.infer<typeof keptShape> => keptShape.parse(kept);

/** One call that makes something at a time, so that what was made is kept before the next. */
export async function fill(flow: Flow, plan: Plan, soFar: Kept): Promise<Prepared | Waiting | Refused> {
  const kept = containersOf(soFar), next = plan.children[kept.children.length];
  const waiting = (more: Partial<typeof kept>, seconds = flow.seconds): Waiting => ({ is: "waiting", kept: { ...kept, ...more }, seconds });
  if (kept.container === null && next) {
    const made = await make(flow, next);
    return "kind" in made ? made : waiting({ children: [...kept.children, made.id] }, 0);
  }
  for (const id of kept.container === null ? kept.children : [kept.container]) {
    const now = await flow.status(id);
    if (now.is === "refused") return now;
    if (now.state === "ERROR") return flow.broken(now.reason);
    // Nobody published it within a day: everything is made anew.
    if (now.state === "EXPIRED") return waiting({ children: [], container: null }, 0);
    if (now.state === "IN_PROGRESS") return waiting({});
  }
  if (kept.container !== null) return { is: "prepared", kept };
  const made = await make(flow, plan.whole(kept.children));
  return "kind" in made ? made : waiting({ container: made.id }, 1);
}

const identified = z.object({ id: z.string() });

async function make({ graph, path }: Flow, params: Params): Promise<{ id: string } | Refused> {
  const answer = await post(graph, path, params);
  return bodyOf(answer, identified) ?? metaRefusal(answer, graph.now, graph.network);
}

const STATES: readonly string[] = ["IN_PROGRESS", "FINISHED", "ERROR", "EXPIRED", "PUBLISHED"] satisfies State[];

/** Reads a status under the name that the network gives it. */
export function statusIn(answer: Answer, graph: Graph, field: string, reasonField: string): { is: "status"; state: State; reason: string } | Refused {
  const body = bodyOf(answer, z.record(z.string(), z.unknown()));
  if (!body) return metaRefusal(answer, graph.now, graph.network);
  const state = body[field], reason = body[reasonField];
  return typeof state === "string" && STATES.includes(state) ? { is: "status", state: state as State, reason: typeof reason === "string" ? reason : "" } : unreadable(graph.network);
}
