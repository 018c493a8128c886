import type { Override, Post } from "@chaperone/contract";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { postsChanged } from "../../lib/session.ts";
import type { Decision } from "./deciding.tsx";

interface Asked { post: Post; override: Override | null; decision: Decision; note: string }
export interface Decided { decision: Decision; post: Post }

/** Sends a decision about the very version that was on the sheet, and answers how the post stands then. */
export function useDecide(practice: string, onDecided: (decided: Decided) => void) {
  return useMutation({
    mutationFn: async ({ post, override, decision, note }: Asked): Promise<Post> => {
      const params = { practice, post: post.id };
      if (decision === "approved" || decision === "returned") return api.posts.decide({ params, body: { version: post.version!, decision, note } });
      await api.posts.decideOverride({ params: { ...params, override: override!.id }, body: { granted: decision === "granted", note } });
      return api.posts.show({ params });
    },
    onSuccess: async (post, { decision }) => { onDecided({ decision, post }); await postsChanged(practice); },
  });
}

export const useCheckAgain = (practice: string, onChecked: () => void) =>
  useMutation({ mutationFn: (post: string) => api.posts.recheck({ params: { practice, post } }), onSuccess: async () => { await postsChanged(practice); onChecked(); } });
