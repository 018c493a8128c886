/** What others say under the account's posts, and what it answers. */
import { z } from "zod";
import { metaCommitRefusal } from "../meta/errors.ts";
import { bodyOf, post } from "../meta/graph.ts";
import { list } from "../meta/list.ts";
import { timeOf } from "../meta/own-posts.ts";
import type { Incoming, Network } from "../network.ts";
import type { Account } from "../session.ts";
import { accountGraph } from "./account.ts";

const words = z.object({ id: z.string(), text: z.string().optional(), timestamp: z.string(), username: z.string().optional(), from: z.object({ id: z.string(), username: z.string().optional() }).optional() });
const comment = words.extend({ replies: z.object({ data: z.array(words) }).optional() });
const commented = z.object({ id: z.string(), permalink: z.string().optional(), comments: z.object({ data: z.array(comment) }).optional() });
const WORDS = "id,text,timestamp,username,from{id,username}";
type Words = z.infer<typeof words>;

export const incoming: NonNullable<Network["incoming"]> = async (session, since) => {
  const graph = accountGraph(session), found = await list(graph, `${session.account.id}/media`, { fields: `id,permalink,comments.limit(50){${WORDS},replies.limit(50){${WORDS}}}`, limit: "25" }, commented);
  if (found.is === "refused") return found;
  const items = found.items.flatMap(({ id: under, permalink, comments }) => (comments?.data ?? []).flatMap((top) => [{ said: top, parent: null }, ...(top.replies?.data ?? []).map((said) => ({ said, parent: top.id }))]
    .filter(({ said }) => !isOwn(said, session.account) && timeOf(said.timestamp) >= since.getTime())
    .map(({ said, parent }: { said: Words; parent: string | null }): Incoming => ({
      id: said.id, kind: "comment", author: authorOf(said) ?? "Somebody on Instagram", text: said.text ?? "", at: new Date(timeOf(said.timestamp)).toISOString(), url: permalink ?? null, under, mayReply: true, more: parent ? { parent } : {},
    }))));
  return { is: "incoming", items };
};

const authorOf = ({ username, from }: Words): string | undefined => from?.username ?? username;
/** `from` may be missing, so the handle is compared too. */
const isOwn = (said: Words, { id, handle }: Account): boolean => said.from?.id === id || authorOf(said) === handle;

/** An answer to an answer goes under the comment that both are under. No fields are asked for: with them Instagram answers with an error after it has done it. */
export const reply: NonNullable<Network["reply"]> = async (session, to, text) => {
  const graph = accountGraph(session), answer = await post(graph, `${to.more?.parent ?? to.id}/replies`, { message: text }), made = bodyOf(answer, z.object({ id: z.string() }));
  return made ? { is: "committed", remote: { id: made.id, url: null } } : metaCommitRefusal(answer, graph.now, "Instagram");
};
