/** YouTube's own reasons, beside those that all of Google's interfaces have. */
import type { Answer } from "../ask.ts";
import { googleCommitRefusal, googleRefusal } from "../google/errors.ts";
import type { Refused, RefusalKind, Unknown } from "../outcome.ts";
import { NAME } from "./api.ts";

const own: Record<string, readonly [RefusalKind, () => string]> = {
  youtubeSignupRequired: ["permission", () => "This Google account has no YouTube channel. Create one, or sign in with the account that has."],
  uploadLimitExceeded: ["rate-limited", () => "The channel has uploaded as much as YouTube takes in a day. The desk tries again by itself."],
  invalidTitle: ["content-invalid", () => "YouTube does not take the title. It may have up to 100 characters, without < and >: change it."],
  invalidDescription: ["content-invalid", () => "YouTube does not take the text. It may have up to 5,000 bytes, without < and >: change it."],
  invalidVideoMetadata: ["content-invalid", () => "YouTube does not take the title or the text as they are. Change them."],
  invalidFilename: ["content-invalid", () => "YouTube does not take the video file. Choose another one."],
  mediaBodyRequired: ["content-invalid", () => "YouTube takes no post without a video. Add one."],
  forbiddenPrivacySetting: ["content-invalid", () => "YouTube does not take this choice of who may see the video. Choose another one."],
  commentsDisabled: ["permission", () => "Comments are switched off under this video. Answer elsewhere."],
  commentTextTooLong: ["content-invalid", () => "The answer is too long for YouTube. Shorten it."],
  processingFailure: ["content-invalid", () => "YouTube could not take the comment. Change it, or answer on YouTube itself."],
};

const DAY_MS = 86_400_000;
export const refusalFrom = (answer: Answer, now: Date): Refused => dated(googleRefusal(answer, now, NAME, own), now);
export const commitRefusalFrom = (answer: Answer, now: Date): Refused | Unknown => { const refusal = googleCommitRefusal(answer, now, NAME, own); return refusal.is === "unknown" ? refusal : dated(refusal, now); };

/** The channel's own limit names no end; a day is what it is counted by. */
const dated = (refusal: Refused, now: Date): Refused => refusal.code === "uploadLimitExceeded" ? { ...refusal, retryAt: new Date(now.getTime() + DAY_MS).toISOString() } : refusal;
