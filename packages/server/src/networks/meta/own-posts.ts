/** Finds a post of ours among the account's own, by its words and by when it can have gone out. */
import type { Outgoing } from "../outgoing.ts";
import { sinceOf } from "../since.ts";
import { tellApart } from "../tell-apart.ts";
import type { Trace } from "../trace.ts";

export interface Own { id: string; text: string; at: string; url: string | null; pictures: number | null }

/** No call is at work for longer than this after it began. What is dated later is another post, unless a clock is wrong. */
const AT_WORK_MS = 15 * 60_000;
/** The same words planned for the next day are another post whatever the clocks say. */
const MOST_LATE_MS = 20 * 3_600_000;

/** Networks trim, join line breaks, and show a hashtag that became a topic without its sign. */
const plain = (text: string): string => text.normalize("NFC").replace(/[\u200b\u2060\ufeff]/g, "").replace(/#/g, "").replace(/\s+/g, " ").trim();
export const isSameText = (one: string, other: string): boolean => plain(one) === plain(other);

/** Meta writes `+0000` where ISO 8601 wants a colon. */
export const timeOf = (at: string): number => Date.parse(at.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));

/** The one that can be nothing else. */
export async function ours<T extends Own>(own: readonly T[], outgoing: Outgoing, trace: Trace): Promise<T | "none" | "unclear"> {
  const from = sinceOf(outgoing).getTime(), begun = Date.parse(trace.begunAt);
  const fits = own.filter(({ text }) => isSameText(text, outgoing.text)).map((post) => ({ post, id: post.id, url: post.url, at: timeOf(post.at) })).filter(({ at }) => at >= from && at <= begun + MOST_LATE_MS);
  const found = await tellApart(fits, trace, (text) => isSameText(text, outgoing.text));
  if (typeof found === "string") return found;
  return found.at <= begun + AT_WORK_MS ? found.post : "unclear";
}
