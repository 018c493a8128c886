/** From an address to a page that is fetched when somebody goes there. */
import { createContext, use, useContext, useEffect } from "react";
import { patternOf } from "./pattern.ts";
import { beforeShowing, type Place, usePlace } from "./place.ts";

const FORGET_MS = 500;

type Drawn = () => React.ReactNode;

export interface Page { pattern: RegExp; fetch: () => Promise<Drawn>; Page: Drawn }

export function page<File>(path: string, load: () => Promise<File>, pick: (file: File) => Drawn): Page {
  let fetched: Drawn | null = null, coming: Promise<Drawn> | null = null;
  // A page that did not come is asked for again the next time, but not by the very drawing that failed: that would ask without end.
  const fetch = (): Promise<Drawn> => coming ??= load().then((file) => fetched = pick(file)).catch((error: unknown) => { setTimeout(() => { coming = null; }, FORGET_MS); throw error; });
  const Page = (): React.ReactNode => { const Drawn = fetched ?? use(fetch()); return <Drawn />; };
  return { pattern: patternOf(path), fetch, Page };
}

export interface Routes { room: Page; inRoom: readonly Page[]; doors: readonly Page[]; NotFound: Drawn }

const find = ({ inRoom, doors }: Routes, pathname: string): Page | undefined => [...inRoom, ...doors].find(({ pattern }) => pattern.test(pathname));

/** Fetches what an address needs; null where all of it is here. */
export function fetchFor(routes: Routes, pathname: string): Promise<unknown> | null {
  const found = find(routes, pathname);
  return found ? Promise.all([found.fetch(), ...(routes.inRoom.includes(found) ? [routes.room.fetch()] : [])]) : null;
}

const Inside = createContext<Page | null>(null);
const Params = createContext<Readonly<Record<string, string>>>({});

export const useParams = (): Readonly<Record<string, string>> => useContext(Params);

/** The page at hand, wherever the room puts it. */
export function Outlet() {
  const found = useContext(Inside);
  return found ? <><found.Page /><Arrived /></> : null;
}

export function Router({ routes }: { routes: Routes }) {
  const { pathname } = usePlace(), found = find(routes, pathname);
  useEffect(() => beforeShowing((to) => fetchFor(routes, to)), [routes]);
  if (!found) return <routes.NotFound />;
  const params = Object.fromEntries(Object.entries(found.pattern.exec(pathname)?.groups ?? {}).flatMap(([name, part]) => (part === undefined ? [] : [[name, decodeURIComponent(part)]])));
  return <Params value={params}><Inside value={found}>{routes.inRoom.includes(found) ? <routes.room.Page /> : <Outlet />}</Inside></Params>;
}

let last: Place | null = null;

/** Going to another page puts the focus at its beginning, so that readers hear the page and Tab starts there. A page that only got its address stays as it is. */
function Arrived() {
  const place = usePlace();
  useEffect(() => {
    const before = last;
    last = place;
    if (place.hash) { if (before?.hash !== place.hash || before.pathname !== place.pathname) document.getElementById(place.hash)?.scrollIntoView(); return; }
    if (!before || before.pathname === place.pathname || place.isSamePage) return;
    scrollTo(0, 0);
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [place]);
  return null;
}
