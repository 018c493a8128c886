import type { Calendar } from "@chaperone/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "../../lib/toast.ts";
import { api, inWords } from "../../lib/api.ts";
import { dayAndTime } from "../../lib/dates.ts";
import { postsChanged, useHere } from "../../lib/session.ts";
import { withMoved } from "./moved.ts";

/** `from` and `to` are moments; null is the tray of posts without a time. */
export interface Move { post: string; from: string | null; to: string | null }
export interface Refusal { post: string; says: string; next: string }

/** Moves at once on the page, then at the desk; a refusal puts it back and says why. */
export function useMove() {
  const here = useHere(), client = useQueryClient(), calendars = { queryKey: ["practice", here.id, "calendar"] };
  const { mutate, error, variables, reset } = useMutation({
    mutationFn: ({ post, to }: Move) => {
      const params = { practice: here.id, post };
      return to === null ? api.posts.unschedule({ params }) : api.posts.move({ params, body: { at: to } });
    },
    onMutate: async ({ post, to }) => {
      await client.cancelQueries(calendars);
      const before = client.getQueriesData<Calendar>(calendars);
      client.setQueriesData<Calendar>(calendars, (calendar) => calendar && withMoved(calendar, post, to));
      return { before };
    },
    onError: (_error, _move, context) => { for (const [key, calendar] of context?.before ?? []) client.setQueryData(key, calendar); },
    onSuccess: (_post, move) => toast({ says: move.to === null ? "Taken off the calendar." : `Moved to ${dayAndTime(move.to, here.timeZone)}.`, undo: () => mutate({ post: move.post, from: move.to, to: move.from }) }),
    onSettled: () => postsChanged(here.id),
  });
  const refusal: Refusal | null = error && variables ? { post: variables.post, ...inWords(error) } : null;
  return { move: mutate, refusal, dismiss: reset };
}
