/** Reviews, and the one answer that each of them may have. */
import { isGood } from "../ask.ts";
import { call, signed } from "../google/call.ts";
import { googleCommitRefusal, googleRefusal } from "../google/errors.ts";
import type { Incoming, Network } from "../network.ts";
import { refused } from "../outcome.ts";
import { NAME, type Review, V4 } from "./api.ts";

const STARS: Record<string, 1 | 2 | 3 | 4 | 5> = { ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 };
const MOST_PAGES = 20, MOST_REPLY_BYTES = 4_096;

/** By the time of the last change: a reviewer may rewrite a review that was answered already. */
export const incoming: NonNullable<Network["incoming"]> = async (session, since) => {
  const items: Incoming[] = [];
  let pageToken = "";
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await call(signed(session), "GET", `${V4}/${session.account.id}/reviews`, { query: { pageSize: "50", orderBy: "updateTime desc", ...pageToken ? { pageToken } : {} } });
    if (!isGood(answer)) return googleRefusal(answer, session.now(), NAME);
    const { reviews = [], nextPageToken } = answer.body as { reviews?: Review[]; nextPageToken?: string };
    const fresh = reviews.filter(({ updateTime }) => new Date(updateTime) >= since);
    items.push(...fresh.map((review) => incomingOf(review, session.account.url)));
    if (fresh.length < reviews.length || !nextPageToken) break;
    pageToken = nextPageToken;
  }
  return { is: "incoming", items };
};

function incomingOf({ name, reviewer, comment = "", updateTime, starRating = "", reviewReply, reviewReplyUrl }: Review, profile: string | null): Incoming {
  const stars = STARS[starRating], answered = reviewReply?.updateTime;
  return {
    id: name, kind: "review", author: reviewer?.isAnonymous ? "" : reviewer?.displayName ?? "", text: comment, at: updateTime, url: reviewReplyUrl ?? profile, under: null,
    ...stars ? { stars } : {}, mayReply: true, ...answered ? { more: { answered } } : {},
  };
}

/** The answer replaces the one before it, so that sending it twice shows it once. */
export const reply: NonNullable<Network["reply"]> = async (session, to, text) => {
  if (Buffer.byteLength(text) > MOST_REPLY_BYTES) return refused("content-invalid", "Google takes answers of up to 4,096 bytes. Shorten the answer.");
  const answer = await call(signed(session), "PUT", `${V4}/${to.id}/reply`, { json: { comment: text } });
  if (!isGood(answer)) return googleCommitRefusal(answer, session.now(), NAME, { FAILED_PRECONDITION: ["permission", () => "Only verified locations may answer reviews. Verify the location in Google Business Profile."] });
  return { is: "committed", remote: { id: `${to.id}/reply`, url: to.url }, says: "Google looks at answers before it shows them." };
};
