import { useSyncExternalStore } from "react";

/** What was just done, with the way back. Never for anything that matters: that stands on the page. */
export interface Toast { says: string; undo?: () => void }

const listeners = new Set<() => void>();
let shown: (Toast & { id: number }) | null = null, count = 0;

function show(next: typeof shown): void {
  shown = next;
  for (const tell of listeners) tell();
}
const listen = (tell: () => void) => { listeners.add(tell); return () => { listeners.delete(tell); }; };

/** One at a time: a newer one takes the place. */
export const toast = (one: Toast): void => show({ ...one, id: ++count });
export const closeToast = (): void => show(null);
export const useToast = () => useSyncExternalStore(listen, () => shown);
