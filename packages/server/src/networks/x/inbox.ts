/** Who mentioned the account, answering them, and how a post does. */
import { isGood } from "../ask.ts";
import type { Figure, Incoming, Remote } from "../network.ts";
import { type Committed, type Refused, refused, type Unknown } from "../outcome.ts";
import type { Session } from "../session.ts";
import { call, signed } from "./call.ts";
import { xRefusal } from "./errors.ts";
import { postsSince } from "./posts.ts";
import { send } from "./publish.ts";
import { writtenText } from "./text.ts";

export async function incoming(session: Session, since: Date): Promise<{ is: "incoming"; items: Incoming[] } | Refused> {
  const { account } = session;
  const listed = await postsSince(session, `/users/${account.id}/mentions`, since, { expansions: "author_id", "user.fields": "username" });
  if (listed.is === "refused") return listed;
  const authors = new Map(listed.users.map((user) => [user.id, user]));
  const items = listed.posts.filter(({ author_id }) => author_id !== account.id).map((post): Incoming => {
    const author = authors.get(post.author_id ?? ""), under = post.in_reply_to_user_id === account.id ? post.referenced_tweets?.find(({ type }) => type === "replied_to")?.id ?? null : null;
    return {
      id: post.id, kind: under === null ? "mention" : "comment", author: author ? `@${author.username}` : "", text: writtenText(post), at: post.created_at ?? session.now().toISOString(),
      url: `https://x.com/${author?.username ?? "i"}/status/${post.id}`, under,
      // Whoever is listed here mentioned the account, which is what X asks for.
      mayReply: true,
    };
  });
  return { is: "incoming", items };
}

export async function reply(session: Session, to: Incoming, text: string): Promise<Committed | Refused | Unknown> {
  if (!to.mayReply) return refused("permission", "X lets an app answer only people who mentioned the account or quoted it. Answer this one in X itself.", { code: "reply-restricted" });
  return send(session, { text, reply: { in_reply_to_tweet_id: to.id } });
}

const FIGURES: Record<string, Figure> = { impression_count: "views", like_count: "likes", reply_count: "replies", retweet_count: "reposts", quote_count: "reposts", bookmark_count: "saves" };

export async function metrics(session: Session, remote: Remote): Promise<{ is: "metrics"; figures: Partial<Record<Figure, number>> } | Refused> {
  const answer = await call(signed(session), "GET", `/tweets/${remote.id}`, { query: { "tweet.fields": "public_metrics" } });
  const counted = isGood(answer) ? (answer.body as { data?: { public_metrics?: Record<string, number> } }).data?.public_metrics : undefined;
  if (!counted) return isGood(answer) ? refused("content-invalid", "The post is not on X any more. There is nothing left to count.") : xRefusal(answer, session.now());
  const figures: Partial<Record<Figure, number>> = {};
  for (const [name, figure] of Object.entries(FIGURES)) if (counted[name] !== undefined) figures[figure] = (figures[figure] ?? 0) + counted[name];
  return { is: "metrics", figures };
}
