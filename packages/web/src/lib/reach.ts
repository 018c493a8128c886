/** Whether the desk answers. The browser's own idea of being online is no help: a desk on this machine needs no network. */
import { useSyncExternalStore } from "react";
import { queryClient } from "./query.ts";

const ASK_AGAIN = 4_000;
const listeners = new Set<() => void>();
let reachable = true, asking: ReturnType<typeof setInterval> | undefined;

export function deskAnswered(): void {
  if (reachable) return;
  clearInterval(asking);
  turn(true);
  void queryClient.invalidateQueries();
}

/** From now on the desk is asked every few seconds, so that nobody has to press a button when it is back. */
export function deskWasSilent(): void {
  if (!reachable) return;
  turn(false);
  asking = setInterval(() => void fetch("/api/health", { cache: "no-store" }).then((answer) => { if (answer.status < 500) deskAnswered(); }, () => undefined), ASK_AGAIN);
}

function turn(to: boolean): void {
  reachable = to;
  for (const tell of listeners) tell();
}

const listen = (tell: () => void) => { listeners.add(tell); return () => { listeners.delete(tell); }; };
export const useIsReachable = (): boolean => useSyncExternalStore(listen, () => reachable);
