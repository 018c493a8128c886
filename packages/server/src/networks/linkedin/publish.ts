/** A post on LinkedIn: the one call, and how to find out afterwards what became of it. */
import { isGood } from "../ask.ts";
import type { Kept, Remote } from "../network.ts";
import type { Outgoing } from "../outgoing.ts";
import { type Absent, type CannotTell, type Committed, type Gone, type Read, type Refused, refused, type Removed, type Unknown } from "../outcome.ts";
import { sameText } from "../same-text.ts";
import { isSince } from "../since.ts";
import type { Session } from "../session.ts";
import { authorOf, call, hasScope, inPath, isPage, signed } from "./call.ts";
import { linkedinCommitRefusal, linkedinRefusal } from "./errors.ts";
import { fromLittleText, toLittleText } from "./little-text.ts";
import { uploadsOf } from "./media.ts";
import { mediaOf, type Post, postsSince } from "./posts.ts";

export async function commit(session: Session, outgoing: Outgoing, prepared: Kept): Promise<Committed | Refused | Unknown> {
  const content = contentOf(outgoing, prepared);
  const answer = await call(signed(session), "POST", "/posts", { json: {
    author: authorOf(session), commentary: toLittleText(outgoing.text), visibility: "PUBLIC", lifecycleState: "PUBLISHED", isReshareDisabledByAuthor: false,
    distribution: { feedDistribution: "MAIN_FEED", targetEntities: [], thirdPartyDistributionChannels: [] }, ...(content ? { content } : {}),
  } });
  const urn = isGood(answer) ? answer.headers.get("x-restli-id") : null;
  return urn ? { is: "committed", remote: remoteOf(urn) } : linkedinCommitRefusal(answer, session.now());
}

function contentOf({ media }: Outgoing, prepared: Kept): object | undefined {
  const uploads = uploadsOf(prepared);
  const images = media.flatMap(({ id, alt, kind }) => uploads[id] ? [{ id: uploads[id].urn, ...(alt && kind === "picture" ? { altText: alt } : {}) }] : []);
  return images.length > 1 ? { multiImage: { images } } : images[0] && { media: images[0] };
}

const remoteOf = (urn: string): Remote => ({ id: urn, url: `https://www.linkedin.com/feed/update/${urn}/` });

/** A member's own posts are listed to few apps; pages' to every app that may post there. */
const mayRead = (session: Session): boolean => isPage(session) ? hasScope(session, "r_organization_social") : hasScope(session, "r_member_social");

export async function reconcile(session: Session, outgoing: Outgoing, prepared: Kept): Promise<Committed | Absent | CannotTell | Refused> {
  if (!mayRead(session)) return { is: "cannot-tell", says: "LinkedIn does not let the desk see the account’s own posts. Look at the profile on LinkedIn, and say whether the post is there." };
  const listed = await postsSince(session, new Date(outgoing.startedAt));
  if (listed.is === "refused") return listed;
  const ours = new Set(Object.values(uploadsOf(prepared)).map(({ urn }) => urn));
  // Uploads are this publication's alone, so they are surer than any text.
  const isOurs = (post: Post): boolean => mediaOf(post).some((urn) => ours.has(urn)) || (outgoing.text !== "" && sameText(fromLittleText(post.commentary ?? ""), outgoing.text));
  const found = listed.posts.filter((post) => isSince(post.publishedAt ?? post.createdAt, outgoing.startedAt)).findLast(isOurs);
  if (found) return { is: "committed", remote: remoteOf(found.id) };
  return listed.isWhole ? { is: "absent" } : { is: "cannot-tell", says: "The page has posted more than the desk can read back. Look at the page on LinkedIn, and say whether the post is there." };
}

export async function readBack(session: Session, remote: Remote): Promise<Read | Gone | Refused> {
  if (!mayRead(session)) return refused("permission", "LinkedIn does not let the desk read a person’s own posts. Open the post on LinkedIn to see how it reads.", { code: "write-only" });
  const answer = await call(signed(session), "GET", `/posts/${inPath(remote.id)}?viewContext=AUTHOR`);
  if (answer.is === "answer" && (answer.status === 404 || answer.status === 410)) return { is: "gone" };
  if (answer.is === "silence" || answer.status >= 300) return linkedinRefusal(answer, session.now());
  const post = answer.body as Post;
  return { is: "read", text: fromLittleText(post.commentary ?? ""), url: remote.url ?? remoteOf(post.id).url, isPublic: post.lifecycleState === "PUBLISHED" && post.visibility === "PUBLIC", pictures: mediaOf(post).length };
}

/** LinkedIn answers the same whether the post was still there or not. */
export async function remove(session: Session, remote: Remote): Promise<Removed | Refused | Unknown> {
  const answer = await call(signed(session), "DELETE", `/posts/${inPath(remote.id)}`, { headers: { "x-restli-method": "DELETE" } });
  if (answer.is === "answer" && answer.status === 404) return { is: "removed" };
  return isGood(answer) ? { is: "removed" } : linkedinCommitRefusal(answer, session.now());
}
