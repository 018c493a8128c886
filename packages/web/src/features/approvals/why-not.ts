import type { Post } from "@chaperone/contract";
import type { Matter } from "./matters.ts";

/** Why this person does not decide here, or null where they may. The desk has the last word: it also knows who else wrote at it. */
export function whyNot({ override }: Matter, { receipt, author }: Pick<Post, "receipt" | "author">, { me, mayDecide }: { me: string; mayDecide: boolean }): string | null {
  if (!mayDecide) return "You read along. Someone who may approve decides.";
  if (override) return override.askedBy.id === me ? "You asked for it. A second person decides." : author.id === me ? "You wrote it. A second person decides." : null;
  return receipt?.fourEyes && author.id === me ? "You wrote it. Someone else has to agree." : null;
}
