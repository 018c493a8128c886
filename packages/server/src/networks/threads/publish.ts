/** Containers first, then the one call, then whether it happened, how it reads, and taking it down. */
import { z } from "zod";
import { containersOf, fill } from "../meta/containers.ts";
import { isMissing } from "../meta/errors.ts";
import { goneOr } from "../meta/gone.ts";
import { bodyOf, get } from "../meta/graph.ts";
import { findPublished, ownPosts, publish, quotaOf } from "../meta/published.ts";
import { takeDown } from "../meta/take-down.ts";
import type { Network } from "../network.ts";
import { refused } from "../outcome.ts";
import { refusalFor, threadsOf } from "./account.ts";
import { flowOf, planFor, unfit } from "./containers.ts";

export const QUOTA_FIELDS = "quota_usage,config";

export const prepare: Network["prepare"] = async (session, outgoing, soFar) => unfit(outgoing) ?? fill(flowOf(session), planFor(outgoing), soFar);

export const commit: Network["commit"] = async (session, _outgoing, prepared) => {
  const graph = threadsOf(session), { id } = session.account;
  return publish(graph, `${id}/threads_publish`, containersOf(prepared), await quotaOf(graph, `${id}/threads_publishing_limit`, QUOTA_FIELDS));
};

const media = z.object({ id: z.string(), text: z.string().optional(), timestamp: z.string(), permalink: z.string().optional(), media_type: z.string(), children: z.object({ data: z.array(z.object({ id: z.string() })) }).optional() });
const FIELDS = "id,text,timestamp,permalink,media_type,children{id}";
const picturesIn = ({ media_type, children }: z.infer<typeof media>): number => media_type === "IMAGE" ? 1 : children?.data.length ?? 0;

export const reconcile: Network["reconcile"] = (session, outgoing, prepared, trace) => {
  const flow = flowOf(session);
  return findPublished(flow, outgoing, prepared, trace, () => ownPosts(flow, outgoing, {
    fields: FIELDS, shape: media, ownOf: (one) => ({ id: one.id, text: one.text ?? "", at: one.timestamp, url: one.permalink ?? null, pictures: picturesIn(one) }),
  }));
};

export const readBack: NonNullable<Network["readBack"]> = async (session, { id }) => {
  const graph = threadsOf(session), answer = await get(graph, id, { fields: FIELDS }), body = bodyOf(answer, media);
  if (body) return { is: "read", text: body.text ?? "", url: body.permalink ?? null, isPublic: true, pictures: picturesIn(body) };
  return isMissing(answer) ? goneOr(refusalFor, graph, session.account.id) : refusalFor(answer, graph);
};

export const remove: NonNullable<Network["remove"]> = async (session, { id }) => {
  const outcome = await takeDown(refusalFor, threadsOf(session), session.account.id, id);
  if (outcome.is !== "refused" || outcome.kind !== "permission") return outcome;
  return refused("permission", "Threads lets the desk take posts down only with the permission threads_delete. Sign in again with it, or delete the post in the app.", outcome.code ? { code: outcome.code } : {});
};
