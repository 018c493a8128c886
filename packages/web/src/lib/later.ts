/** For what a page needs only after it can be used: fetched when the browser has a moment to spare, so that the first letter waits for nothing. */
import { lazy } from "react";

const AT_THE_LATEST_MS = 1_500, SOON_MS = 200;

/** Not every browser says when it rests. */
export const whenIdle = (): Promise<void> => new Promise((rest) => {
  if ("requestIdleCallback" in window) requestIdleCallback(() => rest(), { timeout: AT_THE_LATEST_MS });
  else setTimeout(rest, SOON_MS);
});

/** A part that is drawn when it has come; until then its `Suspense` keeps its place. */
export const later = <Props,>(load: () => Promise<React.ComponentType<Props>>) => lazy(async () => { await whenIdle(); return { default: await load() }; });
