/** How a post of ours stands there: reading it, taking it away, and what people did with it. */
import { z } from "zod";
import type { Figure, Remote } from "../network.ts";
import type { Gone, Read, Refused, Removed, Unknown } from "../outcome.ts";
import type { Session } from "../session.ts";
import { clientOf, hear } from "./client.ts";
import { commitRefusalFrom, refusalFrom } from "./errors.ts";
import { look, rkeyIn, urlOf } from "./publish.ts";
import { COLLECTION } from "./record.ts";
import { viewRefusalFrom } from "./view.ts";

const post = z.object({ text: z.string(), embed: z.looseObject({ images: z.array(z.unknown()).default([]) }).optional() });

export async function readBack(session: Session, { id }: Remote): Promise<Read | Gone | Refused> {
  const heard = await look(session, rkeyIn(id));
  if (heard.is === "bad") return heard.error === "RecordNotFound" ? { is: "gone" } : refusalFrom(heard, session.now());
  const { text, embed } = post.parse(heard.result.value);
  return { is: "read", text, url: urlOf(id), isPublic: true, pictures: embed?.images.length ?? 0 };
}

/** Taking away what is not there is fine by the server, so that a second try is too. */
export async function remove(session: Session, { id }: Remote): Promise<Removed | Refused | Unknown> {
  const heard = await hear((await clientOf(session)).com.atproto.repo.deleteRecord({ repo: session.account.id, collection: COLLECTION, rkey: rkeyIn(id) }));
  return heard.is === "good" ? { is: "removed" } : commitRefusalFrom(heard, session.now());
}

export async function metrics(session: Session, { id }: Remote): Promise<{ is: "metrics"; figures: Partial<Record<Figure, number>> } | Refused> {
  const heard = await hear((await clientOf(session)).app.bsky.feed.getPosts({ uris: [id as `at://${string}`] }));
  if (heard.is === "bad") return viewRefusalFrom(heard, session.now());
  const [found] = heard.result.posts;
  if (!found) return { is: "metrics", figures: {} };
  const { likeCount: likes, replyCount: replies, repostCount, quoteCount = 0, bookmarkCount: saves } = found;
  const counts: [Figure, number | undefined][] = [["likes", likes], ["replies", replies], ["reposts", repostCount === undefined ? undefined : repostCount + quoteCount], ["saves", saves]];
  return { is: "metrics", figures: Object.fromEntries(counts.filter(([, count]) => count !== undefined)) };
}
