/** What others say under the Page's posts, and what the Page answers. */
import { z } from "zod";
import { metaCommitRefusal } from "../meta/errors.ts";
import { bodyOf, post } from "../meta/graph.ts";
import { list } from "../meta/list.ts";
import { timeOf } from "../meta/own-posts.ts";
import type { Incoming, Network } from "../network.ts";
import { pageOf } from "./page.ts";

const comment = z.object({
  id: z.string(), message: z.string().optional(), created_time: z.string(), permalink_url: z.string().optional(), can_comment: z.boolean().optional(),
  from: z.object({ id: z.string(), name: z.string() }).optional(), parent: z.object({ id: z.string() }).optional(),
});
const commented = z.object({ id: z.string(), comments: z.object({ data: z.array(comment) }).optional() });
const COMMENTS = "comments.filter(stream).order(reverse_chronological).limit(50){id,message,created_time,permalink_url,can_comment,from{id,name},parent{id}}";
/** People comment on what is weeks old, and the feed can be asked by the age of posts only. */
const OLDEST_POST_MS = 60 * 24 * 3_600_000;

export const incoming: NonNullable<Network["incoming"]> = async (session, since) => {
  const graph = pageOf(session), from = Math.floor((since.getTime() - OLDEST_POST_MS) / 1000);
  const found = await list(graph, `${session.account.id}/feed`, { fields: `id,${COMMENTS}`, since: String(from), limit: "50" }, commented);
  if (found.is === "refused") return found;
  const items = found.items.flatMap(({ id: under, comments }) => (comments?.data ?? []).filter((one) => one.from?.id !== session.account.id && timeOf(one.created_time) >= since.getTime()).map((one): Incoming => ({
    id: one.id, kind: "comment", author: one.from?.name ?? "Somebody on Facebook", text: one.message ?? "", at: new Date(timeOf(one.created_time)).toISOString(), url: one.permalink_url ?? null, under, mayReply: one.can_comment ?? true,
    more: one.parent ? { parent: one.parent.id } : {},
  })));
  return { is: "incoming", items };
};

/** Threads have two levels there: an answer to an answer goes under the comment that both are under. No fields are asked for: with them Meta answers with an error after it has done it. */
export const reply: NonNullable<Network["reply"]> = async (session, to, text) => {
  const graph = pageOf(session), answer = await post(graph, `${to.more?.parent ?? to.id}/comments`, { message: text }), made = bodyOf(answer, z.object({ id: z.string() }));
  return made ? { is: "committed", remote: { id: made.id, url: null, more: { kind: "comment" } } } : metaCommitRefusal(answer, graph.now, "Facebook");
};
