/** What lies before somebody who decides, in the order in which one goes through it. */
import type { Override, Post, PostSummary, Reply, Routes } from "@chaperone/contract";

export type Approvals = Reply<Routes["plan"]["approvals"]>;

/** A post that waits for a decision, or a stop that someone asks to let stand. `isMine` where this person can decide it. */
export interface Matter { id: string; post: PostSummary | Post; override: Override | null; isMine: boolean }

export function mattersOf({ mine, overrides, others }: Pick<Approvals, "mine" | "overrides" | "others">, { me, mayOverride }: { me: string; mayOverride: boolean }): Matter[] {
  const asPost = (isMine: boolean) => (post: PostSummary): Matter => ({ id: post.id, post, override: null, isMine });
  const exceptions = overrides.map(({ post, override }): Matter => ({ id: override.id, post, override, isMine: mayOverride && override.askedBy.id !== me }));
  return [...mine.map(asPost(true)), ...exceptions.filter(({ isMine }) => isMine), ...others.map(asPost(false)), ...exceptions.filter(({ isMine }) => !isMine)];
}

/** The one before or after, and no further than the ends. */
export function stepFrom(matters: readonly Matter[], id: string | null, by: 1 | -1): Matter | undefined {
  const at = matters.findIndex((matter) => matter.id === id);
  return at < 0 ? matters[0] : matters[Math.min(Math.max(at + by, 0), matters.length - 1)];
}

/** What to look at once this one is decided: the next one of one's own, from here on and then from the top. */
export function nextMine(matters: readonly Matter[], id: string): Matter | undefined {
  const at = matters.findIndex((matter) => matter.id === id);
  return [...matters.slice(at + 1), ...matters.slice(0, Math.max(at, 0))].find(({ isMine }) => isMine);
}
