/** Two tabs that begin alike keep their words apart: the first takes the key, the next one behind it. A key is free again when its tab is closed, and what it kept is found by whoever comes next. */
import { useEffect, useState } from "react";

/** Long enough for a page that is just being left to let go. */
const PATIENCE_MS = 150;

/** Null until it is known. Where the browser has no locks (a page that did not come safely), tabs share. */
export function useOwnKey(key: string, isShared: boolean): string | null {
  const isFree = isShared || !("locks" in navigator), [own, take] = useState<string | null>(isFree ? key : null);
  useEffect(() => {
    if (isFree) { take(key); return; }
    let leave: () => void = () => undefined, isGone = false;
    const claim = (nth: number): void => {
      const name = nth === 1 ? key : `${key}:${nth}`;
      navigator.locks.request(`draft:${name}`, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => {
        if (isGone) return;
        take(name);
        return new Promise<void>((done) => { leave = done; });
      }).catch(() => { if (!isGone) claim(nth + 1); });
    };
    claim(1);
    return () => { isGone = true; leave(); };
  }, [key, isFree]);
  return own;
}
