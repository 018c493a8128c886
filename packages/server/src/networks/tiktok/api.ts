/** TikTok's interface: version 2, whose every answer carries a code beside its status. */
import { type Answer, ask, commitRefusalOf, refusalOf } from "../ask.ts";
import { type Refused, refused, type RefusalKind, type Unknown } from "../outcome.ts";
import type { Session } from "../session.ts";

export const NAME = "TikTok";
export const API = "https://open.tiktokapis.com/v2", AUTHORIZE = "https://www.tiktok.com/v2/auth/authorize/";
/** The last one takes the bytes of videos. */
export const HOSTS = ["www.tiktok.com", "open.tiktokapis.com", "open-upload.tiktokapis.com"];
export const SCOPES = ["user.info.basic", "video.publish", "video.list"] as const;

interface Body<T> { data?: T; error?: { code?: string } }

/** The public number of a post is longer than a number here can be, so it is read as text. */
const POST_IDS = /"publicaly_available_post_id"\s*:\s*\[([\d,\s]+)\]/;
const exact = (text: string): string => text.replace(POST_IDS, (_, ids: string) => `"publicaly_available_post_id":[${ids.split(",").map((id) => `"${id.trim()}"`).join(",")}]`);

export const call = ({ fetch, credentials }: Pick<Session, "fetch" | "credentials">, path: string, json: object = {}): Promise<Answer> =>
  ask(async (url, init) => { const response = await fetch(url, init); return new Response(exact(await response.text()), { status: response.status, headers: response.headers }); },
    `${API}${path}`, { method: "POST", headers: { authorization: `Bearer ${credentials.access}`, "content-type": "application/json; charset=UTF-8" }, body: JSON.stringify(json) });

const codeOf = (answer: Answer): string => answer.is === "answer" && typeof answer.body === "object" && answer.body !== null ? (answer.body as Body<unknown>).error?.code ?? "" : "";

/** What was asked for; undefined unless TikTok says that all is well. */
export const dataOf = <T>(answer: Answer): T | undefined =>
  answer.is === "answer" && answer.status === 200 && codeOf(answer) === "ok" ? (answer.body as Body<T>).data ?? ({} as T) : undefined;

const DAY_MS = 86_400_000;
type Known = readonly [RefusalKind, string];
const known: Record<string, Known> = {
  access_token_invalid: ["auth", "TikTok no longer accepts the sign-in. Sign in again."],
  token_not_authorized_for_specified_publish_id: ["auth", "The upload belongs to another sign-in. Sign in again."],
  scope_not_authorized: ["permission", "The sign-in does not include posting. Sign in again and allow everything."],
  scope_permission_missed: ["permission", "The sign-in does not include everything that is needed. Sign in again and allow everything."],
  unaudited_client_can_only_post_to_private_accounts: ["permission", "TikTok has not audited the developer app, and lets it post to private accounts only. Set the account to private in the TikTok app, or ask TikTok for the audit."],
  reached_active_user_cap: ["permission", "The developer app may post for no more people today. Post tomorrow, or ask TikTok for the audit."],
  url_ownership_unverified: ["permission", "TikTok fetches pictures only from addresses that the developer app has verified. Verify this desk’s address in the app’s settings at TikTok."],
  privacy_level_option_mismatch: ["content-invalid", "The account does not offer this choice of who may see the post. Choose again."],
  spam_risk_user_banned_from_posting: ["content-rejected", "TikTok lets this account post nothing for now. Look into the TikTok app for the reason."],
  spam_risk_text: ["content-rejected", "TikTok takes the text for spam. Change the text."],
  spam_risk: ["content-rejected", "TikTok takes the post for spam. Change it, or post it in the TikTok app."],
  invalid_param: ["content-invalid", "TikTok did not take the post as it is. Look at the text and the choices, and change them."],
  invalid_params: ["content-invalid", "TikTok did not take the post as it is. Look at the text and the choices, and change them."],
  file_format_check_failed: ["content-invalid", "TikTok does not take this kind of file. Videos have to be MP4, MOV or WebM; choose another one."],
  duration_check_failed: ["content-invalid", "The video is too short or too long for this account. Cut it, or choose another one."],
  frame_rate_check_failed: ["content-invalid", "TikTok does not take the video’s frame rate. Export it with 23 to 60 pictures a second."],
  picture_size_check_failed: ["content-invalid", "TikTok does not take the size of the picture. Choose one that is larger, or smaller than 20 MB."],
  video_pull_failed: ["transient", "TikTok could not fetch the video. Look whether this desk’s address can be reached from outside."],
  photo_pull_failed: ["transient", "TikTok could not fetch the pictures. Look whether this desk’s address can be reached from outside."],
  publish_cancelled: ["content-rejected", "The post was cancelled at TikTok. Look into the TikTok app, and send it again if it should go out."],
  auth_removed: ["auth", "The account took its sign-in back while the post was being made. Sign in again."],
  invalid_publish_id: ["transient", "TikTok no longer knows the upload. The desk begins another one by itself."],
  internal: ["transient", "TikTok has trouble of its own. The desk tries again by itself."],
};

/** The refusal of a code, where we know it: of a call, or as the reason why a post failed later. */
export function ofCode(code: string, now: Date): Refused | undefined {
  if (code === "spam_risk_too_many_posts" || code === "spam_risk_too_many_pending_share") return refused("rate-limited", "The account has posted as much as TikTok takes in a day. The desk tries again by itself.", { code, retryAt: new Date(now.getTime() + DAY_MS).toISOString() });
  const found = Object.hasOwn(known, code) ? known[code] : undefined;
  return found && refused(found[0], found[1], { code });
}

export const refusalFrom = (answer: Answer, now: Date): Refused => ofCode(codeOf(answer), now) ?? refusalOf(answer, now, NAME);

export function commitRefusalFrom(answer: Answer, now: Date): Refused | Unknown {
  const usual = commitRefusalOf(answer, now, NAME);
  // An answer of 200 that carries a code of refusal is a refusal.
  const is200 = answer.is === "answer" && answer.status === 200 ? ofCode(codeOf(answer), now) : undefined;
  return is200 ?? (usual.is === "unknown" ? usual : refusalFrom(answer, now));
}
