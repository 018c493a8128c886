import type { Matcher } from "./found.ts";
import { listsOf } from "../rule.ts";

/** One of the phrases is there, and of what the law wants beside it something is nowhere in the text. */
export const missing: Matcher = (found) => {
  const isComplete = listsOf(found.rule.missing!).every((_, part) => found.hits("missing", part).length > 0);
  return isComplete ? [] : found.hits("phrases").map(({ first, last }) => ({ first, last }));
};
