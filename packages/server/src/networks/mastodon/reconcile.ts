/** Looking a post up afterwards: did it go out, how does it read, is it gone? */
import type { mastodon } from "masto";
import type { Network } from "../network.ts";
import type { Outgoing } from "../outgoing.ts";
import { sinceOf } from "../since.ts";
import { clientOf, tried, triedReading } from "./client.ts";
import { commitRefusalHere, refusalHere } from "./errors.ts";
import { mediaIdsOf } from "./media.ts";
import { remoteOf } from "./publish.ts";
import { isSameText, plainTextOf, withoutNames } from "./text.ts";

type Status = mastodon.v1.Status;
const PAGE = 40, MOST_PAGES = 10;

/** Own posts, newest first, back to the first try. Being wrong about “absent” is harmless for an hour: the next try carries the same key. */
export const reconcile: Network["reconcile"] = async (session, outgoing, prepared) => {
  const since = sinceOf(outgoing).getTime(), ids = mediaIdsOf(prepared), account = encodeURIComponent(session.account.id);
  let maxId: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const asked = { excludeReblogs: true, limit: PAGE, ...(maxId && { maxId }) };
    const ended = await triedReading(session, `/api/v1/accounts/${account}/statuses`, clientOf(session).v1.accounts.$select(account).statuses.list(asked));
    if (ended.is !== "done") return refusalHere(ended, session.now());
    const statuses = (ended.value ?? []).filter(({ id }) => id !== maxId), inTime = statuses.filter(({ createdAt }) => Date.parse(createdAt) >= since), found = inTime.find((status) => isIt(status, outgoing, ids));
    if (found) return { is: "committed", remote: remoteOf(found) };
    if (statuses.length === 0 || inTime.length < statuses.length) return { is: "absent" };
    maxId = statuses.at(-1)!.id;
  }
  return { is: "cannot-tell", says: "The account has posted too much since to be sure. Look at its page, then paste the link or say that it is not there." };
};

/** A file belongs to one post only, so its name settles it. */
function isIt({ content, mediaAttachments = [], reblog }: Status, { text, surface, media }: Outgoing, ids: string[]): boolean {
  if (reblog) return false;
  if (mediaAttachments.some(({ id }) => ids.includes(String(id)))) return true;
  const shown = plainTextOf(content);
  return mediaAttachments.length === media.length && isSameText(surface === "reply" ? withoutNames(shown) : shown, surface === "reply" ? withoutNames(text) : text);
}

export const readBack: NonNullable<Network["readBack"]> = async (session, { id }) => {
  const ended = await fetchStatus(session, id);
  if (ended.is === "answer" && (ended.status === 404 || ended.status === 410)) return { is: "gone" };
  if (ended.is !== "done") return refusalHere(ended, session.now());
  const { content, visibility, mediaAttachments = [] } = ended.value, { url } = remoteOf(ended.value);
  return { is: "read", text: plainTextOf(content), url, isPublic: visibility === "public" || visibility === "unlisted", pictures: mediaAttachments.length };
};

export const remove: NonNullable<Network["remove"]> = async (session, { id }) => {
  const ended = await tried(clientOf(session).v1.statuses.$select(encodeURIComponent(id)).remove());
  return ended.is === "done" || (ended.is === "answer" && (ended.status === 404 || ended.status === 410)) ? { is: "removed" } : commitRefusalHere(ended, session.now());
};

export const metrics: NonNullable<Network["metrics"]> = async (session, { id }) => {
  const ended = await fetchStatus(session, id);
  if (ended.is !== "done") return refusalHere(ended, session.now());
  const { favouritesCount: likes = 0, repliesCount: replies = 0, reblogsCount: reposts = 0 } = ended.value;
  return { is: "metrics", figures: { likes, replies, reposts } };
};

const fetchStatus = (session: Parameters<typeof reconcile>[0], id: string) =>
  triedReading(session, `/api/v1/statuses/${encodeURIComponent(id)}`, clientOf(session).v1.statuses.$select(encodeURIComponent(id)).fetch());
