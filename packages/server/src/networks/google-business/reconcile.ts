/** What the profile shows: whether a post is there, how it reads, and taking it down. */
import { type Answer, isGood } from "../ask.ts";
import { call, signed } from "../google/call.ts";
import { googleCommitRefusal, googleRefusal } from "../google/errors.ts";
import type { Network, Remote } from "../network.ts";
import { sameText } from "../same-text.ts";
import { isSince } from "../since.ts";
import { type Candidate, tellApart, unclearOn } from "../tell-apart.ts";
import { type LocalPost, NAME, V4 } from "./api.ts";

export const remoteOf = ({ name, searchUrl }: LocalPost): Remote => ({ id: name, url: searchUrl ?? null });

const MOST_PAGES = 20;

/** The order of the list is not documented, so all of it is read before a post is called absent. */
export const reconcile: Network["reconcile"] = async (session, { text, startedAt }, _prepared, trace) => {
  const fits: (Candidate & { post: LocalPost })[] = [];
  let pageToken = "";
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await call(signed(session), "GET", `${V4}/${session.account.id}/localPosts`, { query: { pageSize: "100", ...pageToken ? { pageToken } : {} } });
    if (!isGood(answer)) return googleRefusal(answer, session.now(), NAME);
    const { localPosts = [], nextPageToken } = answer.body as { localPosts?: LocalPost[]; nextPageToken?: string };
    for (const post of localPosts) if (post.createTime !== undefined && isSince(post.createTime, startedAt) && sameText(post.summary ?? "", text)) fits.push({ post, id: post.name, url: post.searchUrl ?? null, at: Date.parse(post.createTime) });
    pageToken = nextPageToken ?? "";
    if (!pageToken) break;
  }
  const found = await tellApart(fits, trace, (other) => sameText(other, text));
  if (found === "unclear") return unclearOn(NAME);
  if (found !== "none") return { is: "committed", remote: remoteOf(found.post) };
  return !pageToken ? { is: "absent" } : { is: "cannot-tell", says: "The profile has more posts than the desk can look through. Look at the profile on Google and say whether the post is there." };
};

const isMissing = (answer: Answer): boolean => answer.is === "answer" && answer.status === 404;

export const readBack: NonNullable<Network["readBack"]> = async (session, { id }) => {
  const answer = await call(signed(session), "GET", `${V4}/${id}`);
  if (isMissing(answer)) return { is: "gone" };
  if (!isGood(answer)) return googleRefusal(answer, session.now(), NAME);
  const { summary = "", state, searchUrl, media = [] } = answer.body as LocalPost;
  return { is: "read", text: summary, url: searchUrl ?? null, isPublic: state === "LIVE", pictures: media.length };
};

export const remove: NonNullable<Network["remove"]> = async (session, { id }) => {
  const answer = await call(signed(session), "DELETE", `${V4}/${id}`);
  return isGood(answer) || isMissing(answer) ? { is: "removed" } : googleCommitRefusal(answer, session.now(), NAME);
};
