/** Which word lists a pack needs: those that a phrase names, those that the engine itself reads, and what these take in. */
import type { Rule } from "@chaperone/engine";

/** The engine tells people apart by these; see `packages/engine/src/people.ts`. */
const READ_BY_THE_ENGINE = ["clinician-title", "staff-role", "first-name", "first-name-loose"];
const PHRASES = ["phrases", "unless", "unless-text", "with-text", "review", "review-lacks"] as const;

export function usedLists(lexicon: Record<string, string[]>, rules: readonly Rule[], frames: Record<string, string[]>): Record<string, string[]> {
  const named = [...READ_BY_THE_ENGINE, ...rules.flatMap(namedBy), ...Object.values(frames).flat().flatMap(listsIn)];
  const used = new Set<string>();
  const use = (list: string): void => {
    if (used.has(list) || !lexicon[list]) return;
    used.add(list);
    for (const line of lexicon[list]) if (line.startsWith("@")) use(line.slice(1).trim());
  };
  named.forEach(use);
  return Object.fromEntries(Object.entries(lexicon).filter(([list]) => used.has(list)));
}

function namedBy(rule: Rule): string[] {
  const phrases = [...PHRASES.flatMap((role) => rule[role] ?? []), ...(rule.near ?? []).flat(), ...(rule.missing ?? []).flat()];
  return [...phrases.flatMap(listsIn), ...(rule.echoes ?? []), ...(rule.adds ?? []), ...(rule.identifiers ?? [])];
}

const listsIn = (phrase: string): string[] => [...phrase.matchAll(/<([^>]+)>/g)].flatMap((match) => match[1]!.split("|").map((name) => name.trim()));
