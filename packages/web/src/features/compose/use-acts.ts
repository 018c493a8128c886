/** What is asked of the desk about a post. Each waits for its answer, and what was refused stands on the page. */
import type { Post, Practice } from "@chaperone/contract";
import { api } from "../../lib/api.ts";
import { dayAndTime } from "../../lib/dates.ts";
import { postQuery } from "../../lib/post-queries.ts";
import { queryClient } from "../../lib/query.ts";
import { postsChanged } from "../../lib/session.ts";
import { toast } from "../../lib/toast.ts";
import { useAct } from "../../lib/use-act.ts";
import type { Writing } from "./use-writing.ts";

export interface Acts {
  says: { says: string; next: string } | null;
  isActing: boolean;
  submit: (askOf: string | null) => void;
  approve: () => void;
  schedule: () => void;
  /** Null takes the time away. */
  giveTime: (at: string | null) => void;
  askOverride: (rule: string, reason: string) => void;
  remove: () => void;
  restore: () => void;
  /** Reads the post again, after something was done to it elsewhere. */
  look: () => void;
}

export function useActs({ id: practice, timeZone }: Practice, post: Post | null, { draft, type, isSaved, revision, took }: Writing): Acts {
  const { act, says, isActing } = useAct(), version = post?.version ?? null, params = { practice, post: post?.id ?? "" };
  const done = (after: Post): void => { queryClient.setQueryData(postQuery(practice, after.id).queryKey, after); void postsChanged(practice); };
  /** Before the first words are kept there is nothing to act on. */
  const on = (work: () => Promise<unknown>): void => { if (post) act(work); };
  const submit = (askOf: string | null): void => on(async () => done(await api.posts.submit({ params, body: { revision, askOf } })));

  const giveTime = (at: string | null): void => {
    if (!version || !isSaved) return type({ ...draft, plannedFor: at });
    const before = post!.plannedFor;
    on(async () => {
      done(at === null ? await api.posts.unschedule({ params }) : await api.posts.move({ params, body: { at } }));
      took({ plannedFor: at });
      toast({ says: at ? `Moved to ${dayAndTime(at, timeZone)}.` : "Taken off the calendar.", ...(before ? { undo: () => giveTime(before) } : {}) });
    });
  };

  return {
    says, isActing, submit, giveTime,
    approve: () => { if (version) on(async () => done(await api.posts.decide({ params, body: { version, decision: "approved", note: "" } }))); },
    schedule: () => {
      const at = draft.plannedFor;
      if (version && at) on(async () => done(await api.posts.schedule({ params, body: { version, at } })));
      else submit(null);
    },
    /** Only a version can be let stand, so a draft becomes one first. */
    askOverride: (rule, reason) => on(async () => {
      const of = version ?? (await api.posts.submit({ params, body: { revision, askOf: null } })).version!;
      await api.posts.askOverride({ params, body: { version: of, rule, reason } });
      done(await api.posts.show({ params }));
    }),
    remove: () => on(async () => {
      await api.posts.remove({ params });
      done(await api.posts.show({ params }));
      toast({ says: "The post is in the bin.", undo: () => void api.posts.restore({ params }).then(done) });
    }),
    restore: () => on(async () => done(await api.posts.restore({ params }))),
    look: () => on(async () => done(await api.posts.show({ params }))),
  };
}
