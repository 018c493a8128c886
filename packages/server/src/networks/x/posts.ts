/** Posts as X answers with them, and the account's own since a moment. */
import { isGood } from "../ask.ts";
import type { Refused } from "../outcome.ts";
import type { Session } from "../session.ts";
import { call, signed } from "./call.ts";
import { xRefusal } from "./errors.ts";

export interface Post {
  id: string; text: string; created_at?: string; author_id?: string; in_reply_to_user_id?: string;
  entities?: { urls?: Url[] };
  note_tweet?: { text: string; entities?: { urls?: Url[] } };
  attachments?: { media_keys?: string[] };
  referenced_tweets?: { type: string; id: string }[];
  public_metrics?: Record<string, number>;
}
interface Url { url: string; expanded_url: string; media_key?: string }
export interface User { id: string; name: string; username: string; protected?: boolean }
interface Page { data?: Post[]; includes?: { users?: User[] }; meta?: { next_token?: string } }

export const FIELDS = "attachments,author_id,created_at,entities,in_reply_to_user_id,note_tweet,referenced_tweets";

/** X takes whole seconds. */
export const toSeconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
const PAGES = 8, PAGE = "100";

/** `isWhole` is false when there was more than the desk reads. */
export async function postsSince(session: Session, path: string, since: Date, more: Record<string, string> = {}): Promise<{ is: "posts"; posts: Post[]; users: User[]; isWhole: boolean } | Refused> {
  const posts: Post[] = [], users: User[] = [];
  let next: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const answer = await call(signed(session), "GET", path, { query: { start_time: toSeconds(since), max_results: PAGE, "tweet.fields": FIELDS, ...more, ...(next === undefined ? {} : { pagination_token: next }) } });
    if (!isGood(answer)) return xRefusal(answer, session.now());
    const { data = [], includes, meta } = answer.body as Page;
    posts.push(...data);
    users.push(...includes?.users ?? []);
    next = meta?.next_token;
    if (next === undefined) return { is: "posts", posts, users, isWhole: true };
  }
  return { is: "posts", posts, users, isWhole: false };
}
