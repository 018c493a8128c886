/** Comments under the channel's videos, and answers to them. */
import { isGood } from "../ask.ts";
import { call, signed } from "../google/call.ts";
import type { Incoming, Network } from "../network.ts";
import { addressOf, API, type Listed } from "./api.ts";
import { commitRefusalFrom, refusalFrom } from "./errors.ts";

interface Comment { id: string; snippet: { authorDisplayName?: string; authorChannelId?: { value?: string }; textOriginal?: string; textDisplay?: string; publishedAt: string; videoId?: string } }
interface Thread { id: string; snippet: { videoId?: string; canReply?: boolean; topLevelComment: Comment }; replies?: { comments?: Comment[] } }

const MOST_PAGES = 5;

/** Threads come newest first, but an old one may have a new answer, so two pages are read at least. */
export const incoming: NonNullable<Network["incoming"]> = async (session, since) => {
  const items: Incoming[] = [];
  let pageToken = "";
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await call(signed(session), "GET", `${API}/commentThreads`, { query: { part: "snippet,replies", allThreadsRelatedToChannelId: session.account.id, order: "time", maxResults: "100", textFormat: "plainText", ...pageToken ? { pageToken } : {} } });
    if (!isGood(answer)) return refusalFrom(answer, session.now());
    const { items: threads = [], nextPageToken } = answer.body as Listed<Thread>;
    const fresh = threads.flatMap((thread) => commentsOf(thread)).filter(({ comment: { snippet } }) => new Date(snippet.publishedAt) >= since && snippet.authorChannelId?.value !== session.account.id);
    items.push(...fresh.map(({ comment, thread }) => incomingOf(comment, thread)));
    if (!nextPageToken || (page > 0 && fresh.length === 0)) break;
    pageToken = nextPageToken;
  }
  return { is: "incoming", items };
};

const commentsOf = (thread: Thread): { comment: Comment; thread: Thread }[] => [thread.snippet.topLevelComment, ...thread.replies?.comments ?? []].map((comment) => ({ comment, thread }));

function incomingOf({ id, snippet }: Comment, thread: Thread): Incoming {
  const video = thread.snippet.videoId ?? snippet.videoId ?? null;
  return {
    id, kind: "comment", author: snippet.authorDisplayName ?? "", text: snippet.textOriginal ?? snippet.textDisplay ?? "", at: snippet.publishedAt,
    url: video === null ? null : `${addressOf(video)}&lc=${id}`, under: video, mayReply: thread.snippet.canReply !== false, more: { thread: thread.snippet.topLevelComment.id },
  };
}

/** Answers hang on the first comment of a thread, never on one another. */
export const reply: NonNullable<Network["reply"]> = async (session, to, text) => {
  const answer = await call(signed(session), "POST", `${API}/comments`, { query: { part: "snippet" }, json: { snippet: { parentId: to.more?.["thread"] ?? to.id, textOriginal: text } } });
  const made = isGood(answer) ? answer.body as Partial<Comment> : undefined;
  if (typeof made?.id === "string") return { is: "committed", remote: { id: made.id, url: to.under === null ? null : `${addressOf(to.under)}&lc=${made.id}` } };
  return commitRefusalFrom(answer, session.now());
};
