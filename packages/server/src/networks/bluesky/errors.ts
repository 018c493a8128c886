/** What the protocol's own names for trouble mean to a practice. The name counts more than the status: an expired sign-in is a 400 here. */
import { commitRefusalOf, refusalOf } from "../ask.ts";
import { type Refused, type RefusalKind, refused, type Unknown } from "../outcome.ts";
import type { Heard } from "./client.ts";

type Bad = Extract<Heard<unknown>, { is: "bad" }>;

const AGAIN = "Bluesky no longer accepts the sign-in. Sign in again with a new app password.";
const CLOSED = "Bluesky says that this account is closed or set aside. Sign in on Bluesky to see why.";
const GONE = "Bluesky has thrown the pictures away. The desk sends them again.";
const TOO_BIG = "This server does not take a file of that size. Make the picture or the video smaller.";

const NAMED: Record<string, [RefusalKind, string]> = {
  ExpiredToken: ["auth", AGAIN], InvalidToken: ["auth", AGAIN], AuthMissing: ["auth", AGAIN], AuthenticationRequired: ["auth", AGAIN],
  AccountTakedown: ["permission", CLOSED], AccountSuspended: ["permission", CLOSED], AccountDeactivated: ["permission", CLOSED], RepoDeactivated: ["permission", CLOSED], RepoTakendown: ["permission", CLOSED],
  // Whatever the account's scope does not cover, an app password with fewer rights for example.
  ScopeMissingError: ["permission", "The sign-in does not allow this. Sign in again with a new app password."],
  BlobNotFound: ["transient", GONE],
  BlobTooLarge: ["content-invalid", TOO_BIG], PayloadTooLarge: ["content-invalid", TOO_BIG],
  InvalidMimeType: ["content-invalid", "This server does not take that kind of file. Send a JPEG, PNG or WebP picture, or an MP4 video."],
};

export function refusalFrom({ answer, error }: Bad, now: Date): Refused {
  const named = NAMED[error], isTrouble = answer.is === "silence" || answer.status >= 500 || answer.status === 429;
  return named && !isTrouble ? refused(named[0], named[1], { code: error }) : refusalOf(answer, now, "Bluesky");
}

export function commitRefusalFrom(bad: Bad, now: Date): Refused | Unknown {
  const meant = commitRefusalOf(bad.answer, now, "Bluesky");
  return meant.is === "unknown" ? meant : refusalFrom(bad, now);
}
