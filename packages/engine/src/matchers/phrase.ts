import type { Matcher } from "./found.ts";

/** One of the phrases is there. */
export const phrase: Matcher = (found) => found.hits("phrases").map(({ first, last }) => ({ first, last }));
