/** What others answer, and what the account answers them. */
import { z } from "zod";
import { setTimeout as pause } from "node:timers/promises";
import { fill } from "../meta/containers.ts";
import { list } from "../meta/list.ts";
import { timeOf } from "../meta/own-posts.ts";
import { publish } from "../meta/published.ts";
import type { Incoming, Kept, Network } from "../network.ts";
import { refused } from "../outcome.ts";
import { threadsOf } from "./account.ts";
import { flowOf, tooLong } from "./containers.ts";
import { get, bodyOf } from "../meta/graph.ts";

const OLDEST_POST_MS = 30 * 24 * 3_600_000;
const thread = z.object({ id: z.string(), has_replies: z.boolean().optional() });
const answered = z.object({ id: z.string(), text: z.string().optional(), username: z.string().optional(), timestamp: z.string(), permalink: z.string().optional(), is_reply_owned_by_me: z.boolean().optional() });
const FIELDS = "id,text,username,timestamp,permalink,is_reply_owned_by_me";

/** A conversation lists answers to answers too. Threads has no list of all of them at once. */
export const incoming: NonNullable<Network["incoming"]> = async (session, since) => {
  const graph = threadsOf(session), from = Math.floor((since.getTime() - OLDEST_POST_MS) / 1000);
  const own = await list(graph, `${session.account.id}/threads`, { fields: "id,has_replies", since: String(from), limit: "25" }, thread);
  if (own.is === "refused") return own;
  const items: Incoming[] = [];
  for (const { id: under } of own.items.filter(({ has_replies }) => has_replies !== false)) {
    const found = await list(graph, `${under}/conversation`, { fields: FIELDS, reverse: "true", limit: "50" }, answered);
    if (found.is === "refused") return found;
    for (const one of found.items) if (one.is_reply_owned_by_me !== true && one.username !== session.account.handle && timeOf(one.timestamp) >= since.getTime()) items.push({
      id: one.id, kind: "comment", author: one.username ?? "Somebody on Threads", text: one.text ?? "", at: new Date(timeOf(one.timestamp)).toISOString(), url: one.permalink ?? null, under, mayReply: true,
    });
  }
  return { is: "incoming", items };
};

const quotaShape = z.object({ data: z.array(z.object({ reply_quota_usage: z.number(), reply_config: z.object({ quota_total: z.number() }) })).min(1) });
const MOST_LOOKS = 10, LOOK_MS = 500;

/** A text is ready within a second or two, and until it is published nobody sees it. */
export const reply: NonNullable<Network["reply"]> = async (session, to, text) => {
  const flow = flowOf(session), { graph } = flow, { id } = session.account, long = tooLong(text);
  if (long) return long;
  const quota = bodyOf(await get(graph, `${id}/threads_publishing_limit`, { fields: "reply_quota_usage,reply_config" }), quotaShape)?.data[0];
  let kept: Kept = {};
  for (let look = 0; look < MOST_LOOKS; look++) {
    const ready = await fill(flow, { children: [], whole: () => ({ media_type: "TEXT", text, reply_to_id: to.id }) }, kept);
    if (ready.is === "refused") return ready;
    if (ready.is === "prepared") return publish(graph, `${id}/threads_publish`, ready.kept, quota && { used: quota.reply_quota_usage, of: quota.reply_config.quota_total });
    kept = ready.kept;
    await pause(LOOK_MS);
  }
  return refused("transient", "Threads took too long over the answer. Nothing was posted; send it again.");
};
