import type { Found, Match, Matcher, Read } from "./found.ts";
import { bySentence } from "../automaton/hits.ts";

interface Mention extends Match { line: number }

/** A word of the lists stands in the reply and also (`echoes`), or not at all (`adds`), in what is answered. */
export const reply: Matcher = (found) => {
  const { rule, draft, answered } = found;
  if (!answered) return [];
  const matches: Match[] = [];
  for (const [lists, isEcho] of [[rule.echoes, true], [rule.adds, false]] as const) {
    if (!lists) continue;
    const theirs = new Set(mentions(found, answered, lists).map((mention) => mention.line));
    for (const mention of mentions(found, draft, lists)) if (theirs.has(mention.line) === isEcho) matches.push(mention);
  }
  if (!rule.phrases) return matches.map(({ first, last }) => ({ first, last }));
  const said = bySentence(draft.reading, found.hits("phrases"));
  return matches.flatMap((match) => {
    const hit = said.get(draft.reading.sentence[match.first]!)?.[0];
    return hit ? [{ first: Math.min(hit.first, match.first), last: Math.max(hit.last, match.last) }] : [];
  });
};

function mentions({ symbols }: Found, { reading, tagged }: Read, lists: readonly string[]): Mention[] {
  const wanted = lists.map((list) => symbols.list(list)), mentions: Mention[] = [];
  const add = (first: number, last: number): void => {
    const words = reading.words.slice(first, last + 1).join(" ");
    mentions.push({ first, last, line: wanted.map((list) => symbols.lineOf(list, words)).find((line) => line !== undefined) ?? -1 - first });
  };
  for (let at = 0; at < reading.count; at++) {
    const longest = Math.max(-1, ...(tagged.spans[at] ?? []).filter((span) => wanted.includes(span.symbol)).map((span) => span.last));
    if (longest > at) add(at, longest);
    else if (tagged.looks[at]!.symbols.some((symbol) => wanted.includes(symbol))) add(at, at);
  }
  return mentions;
}
