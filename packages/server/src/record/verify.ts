import { FIRST, type Link, type Walk, Walker } from "./chain.ts";
import type { Written } from "./journal.ts";

export async function walk(links: AsyncIterable<Link>): Promise<Walk> {
  const walker = new Walker();
  for await (const link of links) walker.step(link);
  return walker.end();
}

export type Standing = "agrees" | "behind" | "ahead" | "none";

/** The journal is written right after the database: behind, it missed an answer that never left; ahead, the database lost what it had acknowledged. */
export function standingOf({ entries, head }: Pick<Walk, "entries" | "head">, practice: string, heads: Map<string, Written> | undefined): Standing {
  if (!heads) return "none";
  const { seq, hash } = heads.get(practice) ?? { seq: 0, hash: FIRST };
  return hash === head ? "agrees" : seq < entries ? "behind" : "ahead";
}
