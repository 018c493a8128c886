/** One draft under one's hands: the first words make the post, every pause keeps it. */
import { type Post, Refused } from "@chaperone/contract";
import { useEffect, useRef, useState } from "react";
import { api, inWords } from "../../lib/api.ts";
import { queryClient } from "../../lib/query.ts";
import { postsChanged } from "../../lib/session.ts";
import type { Kept, Standing, Theirs } from "./autosave.ts";
import { type Draft, draftOf } from "./draft.ts";
import { postQuery } from "../../lib/post-queries.ts";
import { forget, type SaveReply, useAutosave } from "./use-autosave.ts";

export interface Writing {
  draft: Draft;
  type: (draft: Draft) => void;
  standing: Standing;
  isSaved: boolean;
  savedAt: string | null;
  revision: number;
  conflict: Theirs<Draft> | null;
  keepMine: () => void;
  takeTheirs: () => void;
  /** The desk refuses this text, and why. */
  problem: { says: string; next: string } | null;
  /** The desk has changed this part by another way; it is no edit of ours. */
  took: (part: Partial<Draft>) => void;
}

interface Options { practice: string; key: string; post: Post | null; start: Draft; kept: Kept<Draft> | null; onBorn: (post: Post) => void }

export function useWriting({ practice, key, post, start, kept, onBorn }: Options): Writing {
  const id = useRef(post?.id ?? null), [keptAs, keepAs] = useState(key), [problem, setProblem] = useState<Writing["problem"]>(null), [savedAt, setSavedAt] = useState(post?.updatedAt ?? null);

  const send = async (draft: Draft, revision: number): Promise<number> => {
    if (id.current === null) {
      const made = await api.posts.create({ params: { practice }, body: { title: draft.title, content: draft.content, plannedFor: draft.plannedFor } });
      id.current = made.id;
      keepAs(made.id);
      void forget(key);
      queryClient.setQueryData(postQuery(practice, made.id).queryKey, made);
      onBorn(made);
      void postsChanged(practice);
      return made.revision;
    }
    const saved = await api.posts.save({ params: { practice, post: id.current }, body: { revision, ...draft } });
    const query = postQuery(practice, id.current).queryKey, before = queryClient.getQueryData(query);
    if (before && (before.state !== saved.state || before.version !== null)) void queryClient.invalidateQueries({ queryKey: query });
    return saved.revision;
  };
  const save = async (draft: Draft, revision: number): Promise<SaveReply<Draft>> => {
    try {
      const saved = await send(draft, revision);
      setProblem(null);
      setSavedAt(new Date().toISOString());
      return { saved };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code === "changed-elsewhere") { const theirs = error.problem.theirs as Post; return { changedElsewhere: { content: draftOf(theirs), revision: theirs.revision, at: theirs.updatedAt } }; }
      setProblem(inWords(error));
      return "refused";
    }
  };

  const { state, standing, isSaved, type, keepMine, takeTheirs, took } = useAutosave(keptAs, { content: start, revision: post?.revision ?? 0 }, kept, save);
  // Another page of ours, or the desk itself, has saved a newer one while nothing is unsaved here.
  useEffect(() => { if (post && post.revision > state.revision && isSaved) took(draftOf(post), post.revision); }, [post, state.revision, isSaved, took]);
  return { draft: state.content, type, standing, isSaved, savedAt, revision: state.revision, conflict: state.conflict, keepMine, takeTheirs, problem, took: (part) => took({ ...state.content, ...part }) };
}
