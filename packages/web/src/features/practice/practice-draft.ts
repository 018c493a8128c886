/** What a section of Settings is about to change: only the fields that were touched, against the revision they were touched at. */
import { type Practice, Refused } from "@chaperone/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { queryClient } from "../../lib/query.ts";
import { practiceQuery, useHere, usePractice } from "../../lib/session.ts";

export type Change = Partial<Omit<Practice, "id" | "providers" | "isDemo" | "pack" | "revision" | "createdAt">>;
export interface Draft { change: Change; revision: number }

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A field that is put back as it was is no change; a draft without changes is none. */
export function drafted(practice: Practice, draft: Draft | null, more: Change): Draft | null {
  const change = Object.fromEntries(Object.entries({ ...draft?.change, ...more }).filter(([name, value]) => !isSame(value, practice[name as keyof Practice]))) as Change;
  return Object.keys(change).length === 0 ? null : { change, revision: draft?.revision ?? practice.revision };
}

export function usePracticeDraft() {
  const practice = usePractice(), { id, may } = useHere(), [draft, keep] = useState<Draft | null>(null);
  const save = useMutation({
    mutationFn: ({ change, revision }: Draft) => api.practices.change({ params: { practice: id }, body: { ...change, revision } }),
    onSuccess: (saved) => {
      queryClient.setQueryData(practiceQuery(id).queryKey, saved);
      keep(null);
      void queryClient.invalidateQueries({ queryKey: ["practice", id] });
      void queryClient.invalidateQueries({ queryKey: ["me"] });
    },
  });
  const problem = save.error instanceof Refused ? save.error.problem : null, isElsewhere = problem?.code === "changed-elsewhere";
  const latest = (): Promise<Practice> => queryClient.fetchQuery({ ...practiceQuery(id), staleTime: 0 });
  return {
    practice, mayChange: may("manage"), isDirty: draft !== null, isSaving: save.isPending, isSaved: save.isSuccess && draft === null, isElsewhere,
    value: { ...practice, ...draft?.change } as Practice,
    change: (more: Change) => { if (!save.isIdle && !save.isPending) save.reset(); keep((before) => drafted(practice, before, more)); },
    save: () => { if (draft) save.mutate(draft); },
    undo: () => { save.reset(); keep(null); },
    /** Mine goes over theirs, on purpose and only in the fields of this section. */
    keepMine: () => void latest().then(({ revision }) => { if (draft) save.mutate({ ...draft, revision }); }),
    takeTheirs: () => void latest().then(() => { save.reset(); keep(null); }),
    error: isElsewhere ? null : save.error,
    errorAt: (field: keyof Change): string | undefined => problem?.errors?.find(({ at }) => at.split("/").includes(field))?.says,
  };
}
export type PracticeDraft = ReturnType<typeof usePracticeDraft>;
