/** What a Mastodon server's refusals mean. Its own words may repeat the post, so only the status is read. */
import { type Answer, commitRefusalOf, refusalOf } from "../ask.ts";
import { refused, type Refused, type Unknown } from "../outcome.ts";

const NAME = "Mastodon";

const tooMuch = (): Refused => refused("content-invalid", "The server does not take the post as it is: too long, or with files that it does not know. Shorten it or change the files.", { code: "422" });

export const refusalHere = (answer: Answer, now: Date): Refused => refusalOf(answer, now, NAME);

export const commitRefusalHere = (answer: Answer, now: Date): Refused | Unknown => answer.is === "answer" && answer.status === 422 ? tooMuch() : commitRefusalOf(answer, now, NAME);

export function mediaRefusalOf(answer: Answer, now: Date): Refused {
  if (answer.is === "answer" && (answer.status === 422 || answer.status === 413 || answer.status === 415)) return refused("content-invalid", "The server does not take one of the files: it is too large, or of a kind that it does not know. Choose another file.", { code: String(answer.status) });
  return refusalHere(answer, now);
}
