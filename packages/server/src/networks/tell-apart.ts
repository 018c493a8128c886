/** Several posts of a practice may say the same. What could be another one of them is not taken for the one that is looked for, and nobody guesses. */
import type { CannotTell } from "./outcome.ts";
import { isSince } from "./since.ts";
import type { OtherPost, Trace } from "./trace.ts";

/** `at` in milliseconds. */
export interface Candidate { id: string; url: string | null; at: number }

/** `fits` are those of the right words and time; `isSame` compares the words of another post. */
export async function tellApart<Post extends Candidate>(fits: readonly Post[], { others }: Pick<Trace, "others">, isSame: (text: string) => boolean): Promise<Post | "none" | "unclear"> {
  if (fits.length === 0) return "none";
  const known = await others(), [found, ...more] = fits.filter((post) => !known.some((other) => isIt(post, other)));
  if (!found) return "none";
  const isRival = (other: OtherPost): boolean => isUnplaced(other, fits) && isSame(other.text) && (other.startedAt === null || isSince(found.at, other.startedAt));
  return more.length === 0 && !known.some(isRival) ? found : "unclear";
}

const isIt = (post: Candidate, { id, url }: OtherPost): boolean => id === post.id || (url !== null && url === post.url);
/** Nobody knows which post it is, or whether it is one. */
const isUnplaced = (other: OtherPost, fits: readonly Candidate[]): boolean => other.id === null && !fits.some((post) => isIt(post, other));

export const unclearOn = (network: string): CannotTell => ({ is: "cannot-tell", says: `There is a post with these words on ${network}, and it could be another one. Look there, and say whether this one is out.` });
