/** Mentions of the account, and answers to them. */
import type { mastodon } from "masto";
import type { Incoming, Network } from "../network.ts";
import { clientOf, tried, triedReading } from "./client.ts";
import { commitRefusalHere, refusalHere } from "./errors.ts";
import { once, sent } from "./publish.ts";
import { plainTextOf } from "./text.ts";

const PAGE = 40, MOST_PAGES = 10;

export const incoming: NonNullable<Network["incoming"]> = async (session, since) => {
  const items: Incoming[] = [];
  let maxId: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const asked = { types: ["mention"] as const, limit: PAGE, ...(maxId && { maxId }) };
    const ended = await triedReading(session, "/api/v1/notifications", clientOf(session).v1.notifications.list(asked));
    if (ended.is !== "done") return refusalHere(ended, session.now());
    const notices = (ended.value ?? []).filter(({ id }) => id !== maxId), recent = notices.filter(({ createdAt }) => new Date(createdAt) >= since);
    // Some servers pass over `types`.
    for (const notice of recent) if (notice.type === "mention" && notice.status) items.push(incomingOf(notice.status, session.account.id));
    if (notices.length === 0 || recent.length < notices.length) break;
    maxId = notices.at(-1)!.id;
  }
  return { is: "incoming", items };
};

function incomingOf({ id, content, createdAt, url, uri, visibility, account, inReplyToId, inReplyToAccountId }: mastodon.v1.Status, own: string): Incoming {
  const under = inReplyToAccountId === own ? inReplyToId ?? null : null;
  return {
    id: String(id), kind: visibility === "direct" ? "message" : under ? "comment" : "mention", author: account.displayName || account.acct, text: plainTextOf(content), at: createdAt,
    url: url ?? uri ?? null, under, mayReply: true, more: { handle: account.acct, visibility },
  };
}

/** An answer is seen by those who saw the question. Without the name in front, the person is not told. */
export const reply: NonNullable<Network["reply"]> = async (session, { id, more }, text, key) => {
  const name = `@${more?.handle ?? ""}`, status = more?.handle && !text.startsWith(name) ? `${name} ${text}` : text;
  const visibility = SEEN.find((one) => one === more?.visibility) ?? "public";
  const ended = await tried(clientOf(session).v1.statuses.create({ status, inReplyToId: id, visibility }, once(key)));
  return ended.is === "done" ? sent(ended.value) : commitRefusalHere(ended, session.now());
};
const SEEN = ["public", "unlisted", "private", "direct"] as const;
