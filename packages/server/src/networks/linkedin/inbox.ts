/** Comments under a page's posts, answering them, and how a post does. Members' sign-ins open none of it. */
import { isGood } from "../ask.ts";
import type { Figure, Incoming, Remote } from "../network.ts";
import { type Committed, type Refused, refused, type Unknown } from "../outcome.ts";
import type { Session } from "../session.ts";
import { authorOf, call, hasScope, inPath, isPage, signed } from "./call.ts";
import { linkedinCommitRefusal, linkedinRefusal } from "./errors.ts";
import { postsSince } from "./posts.ts";

const PAGES_ONLY = refused("permission", "LinkedIn opens comments and figures of pages only, and only to reviewed apps. Read and answer them on LinkedIn.", { code: "pages-only" });
export const mayReadComments = (session: Session): boolean => isPage(session) && hasScope(session, "r_organization_social", "r_organization_social_feed");
export const mayComment = (session: Session): boolean => isPage(session) && hasScope(session, "w_organization_social", "w_organization_social_feed");

/** People comment on a post for about this long, and LinkedIn has no list of comments across posts. */
const WATCHED_MS = 14 * 24 * 3_600_000, MOST_POSTS = 20;

interface Comment { id: string; actor: string; commentUrn?: string; object: string; message?: { text?: string }; created?: { time?: number } }

export async function incoming(session: Session, since: Date): Promise<{ is: "incoming"; items: Incoming[] } | Refused> {
  if (!mayReadComments(session)) return PAGES_ONLY;
  const listed = await postsSince(session, new Date(since.getTime() - WATCHED_MS));
  if (listed.is === "refused") return listed;
  const items: Incoming[] = [];
  for (const { id } of listed.posts.slice(0, MOST_POSTS)) {
    const answer = await call(signed(session), "GET", `/socialActions/${inPath(id)}/comments?count=100&start=0`);
    // A post that nobody has commented on is not found here.
    if (answer.is === "answer" && answer.status === 404) continue;
    if (answer.is === "silence" || answer.status >= 300) return linkedinRefusal(answer, session.now());
    const { elements = [] } = answer.body as { elements?: Comment[] };
    items.push(...elements.filter(({ actor, created }) => actor !== authorOf(session) && (created?.time ?? 0) >= since.getTime()).map((comment) => itemOf(comment, id, mayComment(session))));
  }
  return { is: "incoming", items };
}

/** Names of strangers are not given to apps. */
const itemOf = ({ id, actor, commentUrn, object, message, created }: Comment, post: string, mayReply: boolean): Incoming => ({
  id: commentUrn ?? id, kind: "comment", author: actor.startsWith("urn:li:organization:") ? "A page on LinkedIn" : "Somebody on LinkedIn", text: message?.text ?? "", at: new Date(created?.time ?? 0).toISOString(),
  url: `https://www.linkedin.com/feed/update/${post}/`, under: post, mayReply, more: { object, comment: commentUrn ?? "" },
});

/** Comments are plain text: escaping would show. */
export async function reply(session: Session, to: Incoming, text: string): Promise<Committed | Refused | Unknown> {
  const object = to.more?.["object"], parent = to.more?.["comment"];
  if (!mayComment(session) || !to.mayReply || !object) return PAGES_ONLY;
  const answer = await call(signed(session), "POST", `/socialActions/${inPath(parent || object)}/comments`, { json: { actor: authorOf(session), object, message: { text }, ...(parent ? { parentComment: parent } : {}) } });
  const id = isGood(answer) ? (answer.body as { commentUrn?: string } | null)?.commentUrn ?? answer.headers.get("x-restli-id") : null;
  return id ? { is: "committed", remote: { id, url: to.url } } : linkedinCommitRefusal(answer, session.now());
}

const FIGURES: Record<string, Figure> = { impressionCount: "views", uniqueImpressionsCount: "reach", likeCount: "likes", commentCount: "replies", shareCount: "reposts", clickCount: "clicks" };

export async function metrics(session: Session, remote: Remote): Promise<{ is: "metrics"; figures: Partial<Record<Figure, number>> } | Refused> {
  if (!isPage(session) || !hasScope(session, "rw_organization_admin")) return PAGES_ONLY;
  const list = remote.id.startsWith("urn:li:ugcPost:") ? "ugcPosts" : "shares";
  const answer = await call(signed(session), "GET", `/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${inPath(authorOf(session))}&${list}=List(${inPath(remote.id)})`);
  if (!isGood(answer)) return linkedinRefusal(answer, session.now());
  const counted = (answer.body as { elements?: { totalShareStatistics?: Record<string, number> }[] }).elements?.[0]?.totalShareStatistics ?? {};
  return { is: "metrics", figures: Object.fromEntries(Object.entries(FIGURES).flatMap(([name, figure]) => counted[name] === undefined ? [] : [[figure, counted[name]]])) };
}
