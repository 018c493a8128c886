import { useSyncExternalStore } from "react";

export type Scheme = "system" | "light" | "dark";

const KEPT_AS = "chaperone.scheme";
const listeners = new Set<() => void>();

export function scheme(): Scheme {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** `public/scheme.js` reads what is kept here before the first paint. */
export function chooseScheme(chosen: Scheme): void {
  if (chosen === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = chosen;
  try {
    if (chosen === "system") localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, chosen);
  } catch { /* Storage may be closed; the choice then lasts for this page. */ }
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useScheme = (): Scheme => useSyncExternalStore(listen, scheme);
