/** Finds a post of ours among the account's own, by its words and by when it can have gone out. */
import type { CannotTell } from "../outcome.ts";
import type { Outgoing } from "../outgoing.ts";
import { sinceOf } from "../since.ts";
import type { OtherPost, Trace } from "../trace.ts";

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

/** The one that can be nothing else: of these words, of that time, and neither known as another post of the practice nor possibly one. Where it could be, nobody guesses. */
export async function ours<T extends Own>(own: readonly T[], outgoing: Outgoing, { begunAt, others }: Trace): Promise<T | "none" | "unclear"> {
  const from = sinceOf(outgoing).getTime(), until = Date.parse(begunAt) + MOST_LATE_MS;
  const fits = own.filter(({ text, at }) => isSameText(text, outgoing.text) && timeOf(at) >= from && timeOf(at) <= until);
  if (fits.length === 0) return "none";
  const known = await others(), [found, ...more] = fits.filter((post) => !known.some((other) => isIt(post, other)));
  if (!found) return "none";
  const rivals = known.filter((other) => isUnplaced(other, own) && isSameText(other.text, outgoing.text) && (other.startedAt === null || timeOf(found.at) >= sinceOf({ startedAt: other.startedAt }).getTime()));
  return more.length === 0 && rivals.length === 0 && timeOf(found.at) <= Date.parse(begunAt) + AT_WORK_MS ? found : "unclear";
}

const isIt = (post: Own, { id, url }: OtherPost): boolean => id === post.id || (url !== null && url === post.url);
/** Nobody knows which post it is, or whether it is one. */
const isUnplaced = (other: OtherPost, own: readonly Own[]): boolean => other.id === null && !own.some((post) => isIt(post, other));

export const unclearOn = (network: string): CannotTell => ({ is: "cannot-tell", says: `There is a post with these words on ${network}, and it could be another one. Look there, and say whether this one is out.` });
