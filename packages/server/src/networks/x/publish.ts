/** A post at X: the one call, and how to find out afterwards what became of it. */
import { isGood } from "../ask.ts";
import type { Kept, Remote } from "../network.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Absent, CannotTell, Committed, Gone, Read, Refused, Removed, Unknown } from "../outcome.ts";
import type { Session } from "../session.ts";
import { sinceOf } from "../since.ts";
import { call, signed } from "./call.ts";
import { xCommitRefusal, xRefusal } from "./errors.ts";
import { uploadsOf } from "./media.ts";
import { FIELDS, type Post, postsSince, type User } from "./posts.ts";
import { isSameText, writtenText } from "./text.ts";

/** Everybody may reply where none of these is said. */
const REPLY_SETTINGS = new Set(["following", "mentionedUsers", "subscribers", "verified"]);

export async function commit(session: Session, outgoing: Outgoing, prepared: Kept): Promise<Committed | Refused | Unknown> {
  const uploads = uploadsOf(prepared), ids = outgoing.media.flatMap(({ id }) => uploads[id]?.mediaId ?? []);
  return send(session, { ...(outgoing.text === "" ? {} : { text: outgoing.text }), ...(ids.length > 0 ? { media: { media_ids: ids } } : {}), ...choicesOf(outgoing.settings) });
}

function choicesOf({ made_with_ai, paid_partnership, reply_settings }: Outgoing["settings"]): Record<string, unknown> {
  return {
    ...(made_with_ai === true ? { made_with_ai } : {}), ...(paid_partnership === true ? { paid_partnership } : {}),
    ...(typeof reply_settings === "string" && REPLY_SETTINGS.has(reply_settings) ? { reply_settings } : {}),
  };
}

export async function send(session: Session, json: Record<string, unknown>): Promise<Committed | Refused | Unknown> {
  const answer = await call(signed(session), "POST", "/tweets", { json });
  const id = isGood(answer) ? (answer.body as { data?: { id?: string } } | null)?.data?.id : undefined;
  return id === undefined ? xCommitRefusal(answer, session.now()) : { is: "committed", remote: remoteOf(session, id) };
}

const remoteOf = ({ account }: Session, id: string): Remote => ({ id, url: `https://x.com/${account.handle}/status/${id}` });

/** X refuses the same text twice within minutes, so that a little slack for its clock confuses nothing. */
export async function reconcile(session: Session, outgoing: Outgoing, prepared: Kept): Promise<Committed | Absent | CannotTell | Refused> {
  const listed = await postsSince(session, `/users/${session.account.id}/tweets`, sinceOf(outgoing), { exclude: "retweets,replies" });
  if (listed.is === "refused") return listed;
  const keys = new Set(Object.values(uploadsOf(prepared)).map(({ key }) => key).filter(Boolean));
  // Uploads are this publication's alone, so their keys are surer than any text.
  const isOurs = (post: Post): boolean => (post.attachments?.media_keys ?? []).some((key) => keys.has(key)) || (outgoing.text !== "" && isSameText(writtenText(post), outgoing.text));
  const found = listed.posts.findLast(isOurs);
  if (found) return { is: "committed", remote: remoteOf(session, found.id) };
  return listed.isWhole ? { is: "absent" } : { is: "cannot-tell", says: "The account has posted more than the desk can read back. Look at the account on X, and say whether the post is there." };
}

export async function readBack(session: Session, remote: Remote): Promise<Read | Gone | Refused> {
  const answer = await call(signed(session), "GET", `/tweets/${remote.id}`, { query: { "tweet.fields": FIELDS, expansions: "author_id", "user.fields": "protected" } });
  if (answer.is === "answer" && answer.status === 404) return { is: "gone" };
  if (!isGood(answer)) return xRefusal(answer, session.now());
  const { data, includes } = answer.body as { data?: Post; includes?: { users?: User[] } };
  // A post that is not there is answered with 200 and errors.
  if (!data) return { is: "gone" };
  return { is: "read", text: writtenText(data), url: remote.url ?? remoteOf(session, data.id).url, isPublic: includes?.users?.[0]?.protected !== true, pictures: data.attachments?.media_keys?.length ?? 0 };
}

export async function remove(session: Session, remote: Remote): Promise<Removed | Refused | Unknown> {
  const answer = await call(signed(session), "DELETE", `/tweets/${remote.id}`);
  if (answer.is === "answer" && answer.status === 404) return { is: "removed" };
  return isGood(answer) ? { is: "removed" } : xCommitRefusal(answer, session.now());
}
