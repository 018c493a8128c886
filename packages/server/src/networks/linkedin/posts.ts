/** The account's own posts, newest first, as LinkedIn lists them. */
import { isGood } from "../ask.ts";
import type { Refused } from "../outcome.ts";
import { isSince } from "../since.ts";
import type { Session } from "../session.ts";
import { authorOf, call, inPath, signed } from "./call.ts";
import { linkedinRefusal } from "./errors.ts";

export interface Post {
  id: string; commentary?: string; createdAt: number; publishedAt?: number; lifecycleState: string; visibility: string;
  content?: { media?: { id: string }; multiImage?: { images: { id: string }[] } };
}

export const mediaOf = ({ content }: Post): string[] => [content?.media, ...content?.multiImage?.images ?? []].flatMap((one) => one?.id ?? []);

const PAGE = 50, PAGES = 4;

/** `isWhole` is false when there was more than the desk reads. */
export async function postsSince(session: Session, since: Date): Promise<{ is: "posts"; posts: Post[]; isWhole: boolean } | Refused> {
  const posts: Post[] = [];
  for (let page = 0; page < PAGES; page++) {
    const answer = await call(signed(session), "GET", `/posts?q=author&author=${inPath(authorOf(session))}&sortBy=CREATED&count=${PAGE}&start=${page * PAGE}`, { headers: { "x-restli-method": "FINDER" } });
    if (!isGood(answer)) return linkedinRefusal(answer, session.now());
    const { elements = [] } = answer.body as { elements?: Post[] }, recent = elements.filter(({ createdAt }) => isSince(createdAt, since.toISOString()));
    posts.push(...recent);
    if (elements.length < PAGE || recent.length < elements.length) return { is: "posts", posts, isWhole: true };
  }
  return { is: "posts", posts, isWhole: false };
}
