/** Autosave at work: IndexedDB at each change, the desk through a callback, again when the line is back. */
import { del, get, set } from "idb-keyval";
import { useCallback, useEffect, useReducer, useRef } from "react";
import type { Event, Kept, Saving, Theirs } from "./autosave.ts";
import { useIsReachable } from "../../lib/reach.ts";
import { after, isDirty, maySend, open, standing } from "./autosave.ts";

export type SaveReply<T> = { saved: number } | { changedElsewhere: Theirs<T> } | "refused";
/** Rejects when the desk cannot be reached. */
export type Save<T> = (content: T, revision: number) => Promise<SaveReply<T>>;

const PAUSE_MS = 600, RETRY_MS = 5_000;
const keyOf = (draft: string): string => `draft:${draft}`, asideOf = (draft: string): string => `aside:${draft}`;

/** What this device still holds of a draft; asked for before the page opens it. */
export const keptOf = async <T>(draft: string): Promise<Kept<T> | null> => (await get<Kept<T>>(keyOf(draft))) ?? null;
export const forget = (draft: string): Promise<void> => del(keyOf(draft)).catch(() => undefined);
export const asideTexts = async <T>(draft: string): Promise<Saving<T>["aside"]> => (await get<Saving<T>["aside"]>(asideOf(draft))) ?? [];

export function useAutosave<T>(draft: string, desk: Theirs<T>, kept: Kept<T> | null, save: Save<T>) {
  const [state, happened] = useReducer(after<T>, null, () => open(desk, kept));
  const now = useRef({ state, save, isReachable: true });
  now.current = { state, save, isReachable: useIsReachable() };

  useEffect(() => {
    const { content, revision, edit, sentEdit } = state;
    // A device that will not keep anything (private windows, a full disk) must not stop the writing.
    void (edit === sentEdit ? del(keyOf(draft)) : set(keyOf(draft), { content, revision, edit, sentEdit } satisfies Kept<T>)).catch(() => undefined);
  }, [draft, state.content, state.revision, state.edit, state.sentEdit]);
  useEffect(() => { if (state.aside.length > 0) void set(asideOf(draft), state.aside).catch(() => undefined); }, [draft, state.aside]);

  const send = useCallback(async () => {
    const { state: at, save: by } = now.current;
    if (!maySend(at)) return;
    happened({ type: "sending" });
    try {
      const reply = await by(at.content, at.revision);
      happened(reply === "refused" ? { type: "refused" } : "saved" in reply ? { type: "saved", revision: reply.saved } : { type: "changed-elsewhere", theirs: reply.changedElsewhere });
    } catch { happened({ type: "failed" }); }
  }, []);

  useEffect(() => {
    if (!maySend(state)) return;
    const pause = setTimeout(() => void send(), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [state, send]);
  useEffect(() => {
    const back = (): void => happened({ type: "online" });
    // Leaving is no reason to wait for the pause.
    const leave = (): void => { if (document.visibilityState === "hidden") void send(); };
    const retry = setInterval(() => { if (now.current.state.isOffline && now.current.isReachable) back(); }, RETRY_MS);
    addEventListener("online", back);
    document.addEventListener("visibilitychange", leave);
    return () => { clearInterval(retry); removeEventListener("online", back); document.removeEventListener("visibilitychange", leave); };
  }, [send]);

  const tell = (event: Event<T>): void => happened(event);
  const took = useCallback((content: T, revision?: number) => happened({ type: "took", content, ...(revision === undefined ? {} : { revision }) }), []);
  return { state, standing: standing(state), isSaved: !isDirty(state), type: (content: T) => tell({ type: "typed", content }), keepMine: () => tell({ type: "keep-mine" }), takeTheirs: () => tell({ type: "take-theirs" }), took };
}
