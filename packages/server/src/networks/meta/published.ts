/** Publishes a container, and tells afterwards whether one was. Instagram and Threads differ in their names only. */
import { z } from "zod";
import type { Remote } from "../network.ts";
import { type Absent, type CannotTell, type Committed, refused, type Refused, type Unknown } from "../outcome.ts";
import type { Outgoing } from "../outgoing.ts";
import { absentOnceSettled } from "../settled.ts";
import { sinceOf } from "../since.ts";
import { unclearOn } from "../tell-apart.ts";
import type { Trace } from "../trace.ts";
import { containersOf, type Flow } from "./containers.ts";
import { metaCommitRefusal } from "./errors.ts";
import { bodyOf, get, type Graph, type Params, post } from "./graph.ts";
import { type List, list } from "./list.ts";
import { type Own, ours } from "./own-posts.ts";

const identified = z.object({ id: z.string() }), linked = z.object({ permalink: z.string() });
const quotaShape = z.object({ data: z.array(z.object({ quota_usage: z.number(), config: z.object({ quota_total: z.number() }) })).min(1) });

export interface Quota { used: number; of: number }

/** How many posts of the last day's allowance are used; undefined where the network does not say. */
export async function quotaOf(graph: Graph, path: string, fields: string): Promise<Quota | undefined> {
  const one = bodyOf(await get(graph, path, { fields }), quotaShape)?.data[0];
  return one && { used: one.quota_usage, of: one.config.quota_total };
}

const TRY_AGAIN_MS = 30 * 60_000;
export const spent = ({ network, now }: Graph): Refused => refused("rate-limited", `${network} lets the account publish no more today. The desk tries again by itself.`, { code: "quota", retryAt: new Date(now.getTime() + TRY_AGAIN_MS).toISOString() });

/** The one call. What is read before it may refuse; what is read after it may not. */
export async function publish(graph: Graph, path: string, prepared: Record<string, unknown>, quota: Quota | undefined): Promise<Committed | Refused | Unknown> {
  const { container } = containersOf(prepared);
  if (container === null) throw new Error("Nothing was prepared that could be published.");
  if (quota && quota.used >= quota.of) return spent(graph);
  const answer = await post(graph, path, { creation_id: container } satisfies Params), made = bodyOf(answer, identified);
  if (!made) return metaCommitRefusal(answer, graph.now, graph.network);
  return { is: "committed", remote: await linkedTo(graph, made.id) };
}

export async function linkedTo(graph: Graph, id: string): Promise<Remote> {
  return { id, url: bodyOf(await get(graph, id, { fields: "id,permalink" }), linked)?.permalink ?? null };
}

/** The account's own posts since the first try; they are listed where containers are made. */
export async function ownPosts<T>({ graph, path }: Flow, outgoing: Outgoing, { fields, shape, ownOf }: { fields: string; shape: z.ZodType<T>; ownOf(one: T): Own }): Promise<List<Own> | Refused> {
  const found = await list(graph, path, { fields, since: String(Math.floor(sinceOf(outgoing).getTime() / 1000)), limit: "50" }, shape);
  return found.is === "refused" ? found : { ...found, items: found.items.map(ownOf) };
}

/** A container knows whether it was published; only which post it became has to be looked for. */
export async function findPublished(flow: Flow, outgoing: Outgoing, prepared: Record<string, unknown>, trace: Trace, own: () => Promise<List<Own> | Refused>): Promise<Committed | Absent | CannotTell | Refused> {
  const { container } = containersOf(prepared), { network } = flow.graph;
  if (container === null) return { is: "absent" };
  const now = await flow.status(container);
  if (now.is === "refused") return now;
  if (now.state === "IN_PROGRESS") return { is: "cannot-tell", says: `${network} is still working on it. The desk looks again.` };
  if (now.state === "ERROR") return { is: "absent" };
  // Ready, and a call that publishes it may still be at work.
  if (now.state === "FINISHED") return absentOnceSettled(trace, flow.graph.now, network);
  const found = await own();
  if (found.is === "refused") return found;
  const post = await ours(found.items, outgoing, trace);
  if (post === "unclear") return unclearOn(network);
  // Nothing says that a container which was published a day ago still says so.
  if (post === "none" && now.state === "EXPIRED") return found.isWhole ? { is: "absent" } : { is: "cannot-tell", says: `There are more posts on ${network} since then than the desk reads. Look there yourself.` };
  return post !== "none" ? { is: "committed", remote: { id: post.id, url: post.url } } : { is: "cannot-tell", says: `${network} says that it is out, and does not list it yet. The desk looks again.` };
}
