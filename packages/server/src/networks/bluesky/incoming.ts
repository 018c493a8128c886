/** What others say to the practice, and its answers. */
import type { AppBskyFeedPost, AppBskyNotificationListNotifications } from "@atproto/api";
import type { Incoming } from "../network.ts";
import { type Committed, type Refused, refused, type Unknown } from "../outcome.ts";
import type { Session } from "../session.ts";
import { clientOf, hear } from "./client.ts";
import { facetsOf, isTooLong, TOO_LONG } from "./prepare.ts";
import { put, urlOf } from "./publish.ts";
import { recordKeyOf } from "./record-key.ts";
import { COLLECTION, type Post } from "./record.ts";
import { viewRefusalFrom } from "./view.ts";

type Notification = AppBskyNotificationListNotifications.Notification;

/** Five pages of a hundred: more than a practice is sent between two looks. */
const MOST_PAGES = 5, A_PAGE = 100;
const REASONS: Record<string, Incoming["kind"]> = { reply: "comment", mention: "mention", quote: "mention" };

export async function incoming(session: Session, since: Date): Promise<{ is: "incoming"; items: Incoming[] } | Refused> {
  const client = await clientOf(session), items: Incoming[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const heard = await hear(client.app.bsky.notification.listNotifications({ limit: A_PAGE, reasons: Object.keys(REASONS), ...(cursor ? { cursor } : {}) }));
    if (heard.is === "bad") return viewRefusalFrom(heard, session.now());
    const { notifications, cursor: next } = heard.result, fresh = notifications.filter(({ indexedAt }) => new Date(indexedAt) >= since);
    items.push(...fresh.flatMap(itemOf));
    if (!next || fresh.length < notifications.length || notifications.length === 0) break;
    cursor = next;
  }
  return { is: "incoming", items };
}

function itemOf({ uri, cid, author, reason, reasonSubject, record, indexedAt }: Notification): Incoming[] {
  const kind = REASONS[reason];
  if (!kind || record.$type !== COLLECTION) return [];
  const { text, reply } = record as AppBskyFeedPost.Record, root = reply?.root ?? { uri, cid };
  return [{
    id: uri, kind, author: author.displayName?.trim() || author.handle, text, at: new Date(indexedAt).toISOString(), url: urlOf(uri),
    under: reason === "reply" ? reasonSubject ?? reply?.parent.uri ?? null : null,
    mayReply: !author.viewer?.blockedBy && !author.viewer?.blocking,
    more: { cid, rootUri: root.uri, rootCid: root.cid },
  }];
}

/** An answer has its key from what it answers and from the try, so that a second try meets the first one's. */
export async function reply(session: Session, to: Incoming, text: string, key: string): Promise<Committed | Refused | Unknown> {
  const { cid, rootUri, rootCid } = to.more ?? {};
  if (!cid || !rootUri || !rootCid) return refused("content-invalid", "The desk no longer knows what this answers. Answer on Bluesky itself.");
  if (await isTooLong(text)) return refused("content-invalid", TOO_LONG);
  const facets = await facetsOf(await clientOf(session), text);
  const record = {
    $type: COLLECTION, text, createdAt: session.now().toISOString(), ...(facets.length > 0 ? { facets } : {}),
    reply: { root: { uri: rootUri, cid: rootCid }, parent: { uri: to.id, cid } },
  } as Post;
  return put(session, recordKeyOf(key, to.at), record);
}
