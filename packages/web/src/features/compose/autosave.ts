/** Keeps what is written: first on this device, then on the desk. Pure: what happened goes in, what to do comes out. */

/** `revision` is the desk's, from which this edit began. `edit` counts the changes made here since. */
export interface Kept<T> { content: T; revision: number; edit: number; sentEdit: number }
export interface Theirs<T> { content: T; revision: number; by?: string; at?: string }

export interface Saving<T> extends Kept<T> {
  /** The edit that is on its way; null when none is. */
  inFlight: number | null;
  isOffline: boolean;
  /** The edit that the desk refused: it would refuse it again, so the next one is waited for. */
  refusedEdit: number | null;
  /** The desk holds another text than the one this edit began from: a person chooses. */
  conflict: Theirs<T> | null;
  /** Texts that were not chosen. Nothing is thrown away. */
  aside: { content: T; whose: "mine" | "theirs" }[];
}

export type Event<T> =
  | { type: "typed"; content: T }
  | { type: "sending" }
  | { type: "saved"; revision: number }
  | { type: "failed" }
  | { type: "refused" }
  | { type: "took"; content: T; revision?: number }
  | { type: "online" }
  | { type: "changed-elsewhere"; theirs: Theirs<T> }
  | { type: "keep-mine" }
  | { type: "take-theirs" };

export type Standing = "saved" | "kept" | "sending" | "offline" | "refused" | "conflict";

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was left on this device, against what the desk has now. */
export function open<T>(desk: Theirs<T>, kept: Kept<T> | null): Saving<T> {
  const fresh: Saving<T> = { content: desk.content, revision: desk.revision, edit: 0, sentEdit: 0, inFlight: null, isOffline: false, refusedEdit: null, conflict: null, aside: [] };
  if (!kept || kept.edit === kept.sentEdit || same(kept.content, desk.content)) return fresh;
  const mine: Saving<T> = { ...fresh, content: kept.content, revision: kept.revision, edit: kept.edit, sentEdit: kept.sentEdit };
  return kept.revision === desk.revision ? mine : { ...mine, conflict: desk };
}

export function after<T>(state: Saving<T>, event: Event<T>): Saving<T> {
  switch (event.type) {
    case "typed": return same(state.content, event.content) ? state : { ...state, content: event.content, edit: state.edit + 1 };
    case "sending": return { ...state, inFlight: state.edit };
    case "saved": return { ...state, revision: event.revision, sentEdit: state.inFlight ?? state.sentEdit, inFlight: null, isOffline: false };
    // What the desk holds already, by another way than this one: no edit of ours.
    case "took": return { ...state, content: event.content, revision: event.revision ?? state.revision };
    case "failed": return { ...state, inFlight: null, isOffline: true };
    case "refused": return { ...state, inFlight: null, isOffline: false, refusedEdit: state.inFlight };
    case "online": return { ...state, isOffline: false };
    // The same words, saved from two places, are no conflict.
    case "changed-elsewhere": return same(state.content, event.theirs.content)
      ? { ...state, revision: event.theirs.revision, sentEdit: state.edit, inFlight: null, isOffline: false }
      : { ...state, inFlight: null, isOffline: false, conflict: event.theirs };
    case "keep-mine": return state.conflict
      ? { ...state, revision: state.conflict.revision, edit: state.edit + 1, conflict: null, aside: [...state.aside, { content: state.conflict.content, whose: "theirs" }] }
      : state;
    case "take-theirs": return state.conflict
      ? { ...state, content: state.conflict.content, revision: state.conflict.revision, sentEdit: state.edit, conflict: null, aside: [...state.aside, { content: state.content, whose: "mine" }] }
      : state;
  }
}

export const isDirty = <T>({ edit, sentEdit }: Kept<T>): boolean => edit !== sentEdit;
/** One at a time, never over a conflict, not while the desk cannot be reached, and not what it has refused. */
export const maySend = <T>(state: Saving<T>): boolean => isDirty(state) && state.inFlight === null && !state.conflict && !state.isOffline && state.refusedEdit !== state.edit;

export function standing<T>(state: Saving<T>): Standing {
  if (state.conflict) return "conflict";
  if (state.isOffline && isDirty(state)) return "offline";
  if (state.inFlight !== null) return "sending";
  if (state.refusedEdit === state.edit && isDirty(state)) return "refused";
  return isDirty(state) ? "kept" : "saved";
}
