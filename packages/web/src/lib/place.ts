/** Where one is: the browser's own history, told to whoever draws by it. */
import { useEffect, useState, useSyncExternalStore } from "react";

/** `hash` comes without its sign. `isSamePage` is an address that the page gave itself: nothing is drawn anew, and the focus stays. */
export interface Place { pathname: string; search: string; hash: string; href: string; isSamePage: boolean }

interface Kept { at: number; isSamePage?: boolean }

/** What has to be there before an address is drawn; it may take this long before waiting is shown instead. */
type Prepare = (pathname: string) => Promise<unknown> | null;
const PATIENCE_MS = 150;

const kept = (): Kept => ({ at: 0, ...(history.state as Partial<Kept> | null) });
const read = (): Place => ({ pathname: location.pathname, search: location.search, hash: decodeURIComponent(location.hash.slice(1)), href: location.pathname + location.search + location.hash, isSamePage: kept().isSamePage === true });

let place = read(), at = kept().at, prepare: Prepare = () => null, ours = 0;
const listeners = new Set<() => void>();

async function show(): Promise<void> {
  const mine = ++ours, wait = prepare(location.pathname);
  if (wait) await Promise.race([wait.catch(() => undefined), new Promise((done) => setTimeout(done, PATIENCE_MS))]);
  // Whoever pressed another link meanwhile goes there.
  if (mine !== ours) return;
  place = read();
  for (const tell of listeners) tell();
}

export function push(href: string): void {
  if (isHeld(() => push(href))) return;
  history.pushState({ at: ++at } satisfies Kept, "", href);
  void show();
}

export function replace(href: string, how: { isSamePage?: boolean } = {}): void {
  if (isHeld(() => replace(href, how))) return;
  history.replaceState({ at, ...how } satisfies Kept, "", href);
  void show();
}

addEventListener("popstate", () => {
  const to = kept().at, by = to - at;
  if (by !== 0 && isHeld(() => history.go(by))) { history.go(-by); return; }
  at = to;
  void show();
});

export const beforeShowing = (first: Prepare): void => { prepare = first; };
const listen = (tell: () => void) => { listeners.add(tell); return () => { listeners.delete(tell); }; };
export const usePlace = (): Place => useSyncExternalStore(listen, () => place);

/** Who holds one back, told of where one wanted to go. */
let holder: ((onward: () => void) => void) | null = null;

function isHeld(onward: () => void): boolean {
  holder?.(onward);
  return holder !== null;
}

/** While `isDirty`, nobody leaves without being asked: `asked` is null until somebody tries. */
export function useHold(isDirty: boolean): { asked: { leave: () => void; stay: () => void } | null } {
  const [onward, wants] = useState<(() => void) | null>(null);
  useEffect(() => {
    if (!isDirty) return;
    const mine = (next: () => void): void => wants(() => next), closing = (event: BeforeUnloadEvent): void => event.preventDefault();
    holder = mine;
    addEventListener("beforeunload", closing);
    return () => { if (holder === mine) holder = null; removeEventListener("beforeunload", closing); };
  }, [isDirty]);
  return { asked: onward && { leave: () => { wants(null); holder = null; onward(); }, stay: () => wants(null) } };
}
