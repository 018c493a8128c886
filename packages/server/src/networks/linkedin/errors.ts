/** How LinkedIn words a refusal: a code of its own, and for some refusals another one deeper down. */
import { type Answer, commitRefusalOf, refusalOf } from "../ask.ts";
import { type Refused, refused, type RefusalKind, type Unknown } from "../outcome.ts";

interface Body { code?: string; message?: string; errorDetails?: { inputErrors?: { code?: string }[] } }

const KNOWN: Record<string, readonly [RefusalKind, string]> = {
  EXPIRED_ACCESS_TOKEN: ["auth", "The sign-in at LinkedIn has come to its end, as it does about every 60 days. Sign in again."],
  REVOKED_ACCESS_TOKEN: ["auth", "The sign-in at LinkedIn was taken back. Sign in again."],
  DUPLICATE_POST: ["content-invalid", "LinkedIn already has a post with this text. Look at the account, and change the text if it is to go out again."],
  FIELD_LENGTH_TOO_LONG: ["content-invalid", "The text is too long for LinkedIn. Shorten it."],
  NONEXISTENT_VERSION: ["permission", "LinkedIn has withdrawn the version of its interface that this desk speaks. Update the desk."],
  MEDIA_ASSET_PROCESSING_FAILED: ["content-invalid", "LinkedIn could not work with the picture or video. Save it as JPEG, PNG or MP4 and choose it again."],
  ACCESS_DENIED: ["permission", "LinkedIn does not allow this for the account. Check the developer app’s products and the person’s role on the page, then sign in again."],
};

export function linkedinRefusal(answer: Answer, now: Date): Refused {
  if (answer.is === "silence" || answer.status >= 500) return refusalOf(answer, now, "LinkedIn");
  const body = (typeof answer.body === "object" && answer.body !== null ? answer.body : {}) as Body;
  const deeper = Array.isArray(body.errorDetails?.inputErrors) ? body.errorDetails.inputErrors.map(({ code }) => code) : [];
  for (const code of [...deeper, body.code]) {
    const known = code !== undefined && Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined;
    if (known) return refused(known[0], known[1], { code: code! });
  }
  // Most limits are by the day, and end at midnight UTC without a header that says so.
  if (answer.status === 429 && /\bDAY limit\b/.test(body.message ?? "")) return refused("rate-limited", "LinkedIn takes no more from this account today. The desk tries again after midnight UTC.", { code: "day-limit", retryAt: nextDay(now) });
  return refusalOf(answer, now, "LinkedIn");
}

export function linkedinCommitRefusal(answer: Answer, now: Date): Refused | Unknown {
  const usually = commitRefusalOf(answer, now, "LinkedIn");
  return usually.is === "unknown" ? usually : linkedinRefusal(answer, now);
}

const nextDay = (now: Date): string => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1)).toISOString();
