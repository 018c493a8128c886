/** What became of a post that TikTok took: it names it by its own number only once it is public. */
import type { Remote } from "../network.ts";
import { type Refused, refused } from "../outcome.ts";
import type { Session } from "../session.ts";
import { call, dataOf, NAME, ofCode, refusalFrom } from "./api.ts";

export type Status = { is: "status"; state: "PROCESSING" | "COMPLETE"; uploadedBytes: number; postId: string | undefined } | { is: "status"; state: "FAILED"; why: Refused };
interface Body { status?: string; fail_reason?: string; uploaded_bytes?: number; publicaly_available_post_id?: (string | number)[] }

export async function statusOf(session: Session, publishId: string): Promise<Status | Refused> {
  const answer = await call(session, "/post/publish/status/fetch/", { publish_id: publishId }), body = dataOf<Body>(answer);
  if (!body) return refusalFrom(answer, session.now());
  if (body.status === "FAILED") return { is: "status", state: "FAILED", why: ofCode(body.fail_reason ?? "", session.now()) ?? refused("content-rejected", `${NAME} did not put the post out. Look into the TikTok app for the reason.`) };
  const [postId] = body.publicaly_available_post_id ?? [];
  return { is: "status", state: body.status === "PUBLISH_COMPLETE" ? "COMPLETE" : "PROCESSING", uploadedBytes: body.uploaded_bytes ?? 0, postId: postId === undefined ? undefined : String(postId) };
}

export const UNKNOWN_PUBLISH_ID = "invalid_publish_id";
/** All bytes are there, so that it goes out by itself. */
export const isWhole = (status: Extract<Status, { uploadedBytes: number }>, size: number): boolean => status.state === "COMPLETE" || status.uploadedBytes >= size;

/** Named by the number of the publishing, which never changes; the post's own is added where it is known. */
export const remoteOf = ({ account }: Session, publishId: string, postId: string | undefined, privacy: string): Remote =>
  ({ id: publishId, url: postId === undefined ? null : addressOf(account.handle, postId), more: { privacy, ...postId === undefined ? {} : { postId } } });

export const addressOf = (handle: string, postId: string): string => `https://www.tiktok.com/@${handle}/video/${postId}`;
