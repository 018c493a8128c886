/** The one call that shows, and the look whether it did. */
import type { Kept, Remote } from "../network.ts";
import { type Absent, type CannotTell, type Committed, type Refused, refused, type Unknown } from "../outcome.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { clientOf, hear, type Heard } from "./client.ts";
import { commitRefusalFrom, refusalFrom } from "./errors.ts";
import { prepare } from "./prepare.ts";
import { COLLECTION, isSame, keyOf, type Post, type Ready, readyFrom, recordOf } from "./record.ts";

export async function commit(session: Session, outgoing: Outgoing, prepared: Kept): Promise<Committed | Refused | Unknown> {
  const ready = readyFrom(prepared);
  if (!ready || outgoing.media.some(({ id }) => !ready.blobs[id])) return refused("transient", "The post is not prepared yet. The desk prepares it again.");
  const outcome = await put(session, ready.rkey, recordOf(outgoing, ready, session.now()));
  return outcome.is === "refused" && outcome.code === "BlobNotFound" ? commitAnew(session, outgoing, ready) : outcome;
}

/** The server throws media away that no post has named for hours, and says so before anything shows. The same bytes have the same name there. */
async function commitAnew(session: Session, outgoing: Outgoing, before: Ready): Promise<Committed | Refused | Unknown> {
  const again = await prepare(session, outgoing, { ...before, blobs: {} });
  return again.is === "refused" ? again : put(session, before.rkey, recordOf(outgoing, readyFrom(again.kept)!, session.now()));
}

/**
 * Puts the record where nothing is yet. `swapRecord: null` is what says so: the server refuses where anything stands, and by a name, while its
 * plain `createRecord` answers a second try with a 500.
 */
export async function put(session: Session, rkey: string, record: Post): Promise<Committed | Refused | Unknown> {
  const heard = await hear((await clientOf(session)).com.atproto.repo.putRecord({ repo: session.account.id, collection: COLLECTION, rkey, record: { ...record }, swapRecord: null }));
  if (heard.is === "good") return { is: "committed", remote: remoteOf(heard.result) };
  if (heard.error !== "InvalidSwap") return commitRefusalFrom(heard, session.now());
  // An earlier try of ours got there first, or somebody changed it since.
  const there = await look(session, rkey);
  return there.is === "good" && isSame(there.result.value, record) ? { is: "committed", remote: remoteOf(there.result) } : { is: "unknown", says: CHANGED };
}

export async function reconcile(session: Session, outgoing: Outgoing, prepared: Kept): Promise<Committed | Absent | CannotTell | Refused> {
  const ready = readyFrom(prepared), rkey = keyOf(outgoing, prepared), heard = await look(session, rkey);
  if (heard.is === "bad") return heard.error === "RecordNotFound" ? { is: "absent" } : refusalFrom(heard, session.now());
  if (!ready) return { is: "cannot-tell", says: CHANGED };
  return isSame(heard.result.value, recordOf(outgoing, ready, session.now())) ? { is: "committed", remote: remoteOf(heard.result) } : { is: "cannot-tell", says: CHANGED };
}

const CHANGED = "Where this post belongs on Bluesky stands one that reads differently. Look at it there, and say here whether it is yours.";

export interface Found { uri: string; cid?: string | undefined; value: Record<string, unknown> }

export const look = async (session: Session, rkey: string): Promise<Heard<Found>> =>
  hear((await clientOf(session)).com.atproto.repo.getRecord({ repo: session.account.id, collection: COLLECTION, rkey }));

const remoteOf = ({ uri, cid }: { uri: string; cid?: string | undefined }): Remote => ({ id: uri, url: urlOf(uri), ...(cid ? { more: { cid } } : {}) });

/** By the account and not by its handle, which changes. */
export function urlOf(uri: string): string {
  return `https://bsky.app/profile/${uri.split("/")[2]}/post/${rkeyIn(uri)}`;
}

/** `at://account/collection/key`. */
export const rkeyIn = (uri: string): string => uri.split("/")[4] ?? "";
