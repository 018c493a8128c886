/** How X words a refusal: a problem with a type, a title and a detail, and little else to tell two apart. */
import { type Answer, commitRefusalOf, refusalOf } from "../ask.ts";
import { type Refused, refused, type RefusalKind, type Unknown } from "../outcome.ts";

interface Problem { type?: string; title?: string; detail?: string; errors?: { message?: string }[] }

/** Only the detail tells these apart: most of them are a plain 403. Read in order. */
const KNOWN: readonly (readonly [RegExp, RefusalKind, string, string])[] = [
  [/usage-capped|usagecap|credits/, "permission", "credits", "The developer app has no credits left at X, or has reached its spending limit. Buy credits in X’s developer console, then try again."],
  [/duplicate content/, "content-rejected", "duplicate", "X takes the same text only once within some time. Look at the account, and change the text if it is to go out again."],
  [/not been mentioned|reply to this conversation is not allowed/, "permission", "reply-restricted", "X lets an app answer only people who mentioned the account or quoted it. Answer this one in X itself."],
  [/media ids? (are|is) invalid|invalid media/, "content-invalid", "media", "X does not accept the picture or video any more. Try again, so that it is sent anew."],
  [/too long|140 second|duration/, "content-invalid", "too-long", "The text or the video is too long for this account at X. Shorten it."],
  [/suspended|temporarily locked/, "auth", "locked", "X has locked or suspended the account. Sign in at X and follow what it says there."],
  [/unsupported authentication/, "auth", "unsupported-authentication", "X no longer accepts the sign-in. Sign in again."],
  [/not permitted to perform this action/, "content-rejected", "not-permitted", "X did not permit this post. Check its length and its media, and the app’s permissions in X’s developer console."],
  [/client-forbidden|client-not-enrolled|oauth1-permissions/, "permission", "client-forbidden", "The developer app is not set up to read and write posts. Attach it to a project with access in X’s developer console."],
];

function wordsOf(body: unknown): string {
  if (typeof body !== "object" || body === null) return "";
  const { type, title, detail, errors } = body as Problem;
  return [type, title, detail, ...(Array.isArray(errors) ? errors.map(({ message }) => message) : [])].filter(Boolean).join(" ").toLowerCase();
}

export function xRefusal(answer: Answer, now: Date): Refused {
  if (answer.is === "silence" || answer.status >= 500) return refusalOf(answer, now, "X");
  const words = wordsOf(answer.body), [, kind, code, says] = KNOWN.find(([pattern]) => pattern.test(words)) ?? [];
  if (kind && code && says) return refused(kind, says, { code });
  if (answer.status === 402) return refused("permission", "X wants to be paid before it does this. Buy credits in X’s developer console, then try again.", { code: "402" });
  return refusalOf(answer, now, "X");
}

/** For the irreversible calls: what may have arrived and was not clearly refused stays unknown. */
export function xCommitRefusal(answer: Answer, now: Date): Refused | Unknown {
  const usually = commitRefusalOf(answer, now, "X");
  return usually.is === "unknown" ? usually : xRefusal(answer, now);
}
