import type { Matcher } from "./found.ts";

/** One of the phrases is there, and what the law wants beside it is nowhere in the text. */
export const missing: Matcher = (found) => (found.hits("missing").length > 0 ? [] : found.hits("phrases").map(({ first, last }) => ({ first, last })));
