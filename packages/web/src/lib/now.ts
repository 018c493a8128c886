import { useSyncExternalStore } from "react";

const MINUTE = 60_000;
let now = new Date();
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

function listen(tell: () => void): () => void {
  listeners.add(tell);
  if (Date.now() - now.getTime() > MINUTE) now = new Date();
  ticking ??= setInterval(() => { now = new Date(); for (const each of listeners) each(); }, MINUTE);
  return () => {
    listeners.delete(tell);
    if (listeners.size === 0) { clearInterval(ticking); ticking = undefined; }
  };
}

/** The time, a minute sharp: a page that stays open over midnight turns its page. */
export const useNow = (): Date => useSyncExternalStore(listen, () => now);
