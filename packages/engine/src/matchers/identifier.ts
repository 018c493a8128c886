import type { Shape } from "../text/reading.ts";
import type { Found, Match, Matcher } from "./found.ts";
import { bySentence } from "../automaton/hits.ts";

/** Identifiers that word lists of the same name hold; the others are shapes. */
const LISTED = new Set<string>(["record-number", "birth-date"]);

/** Something that tells one person from another stands there, and is not the practice's own. */
export const identifier: Matcher = (found) => {
  const { rule, draft: { reading, tagged }, symbols } = found;
  const wanted = new Map(rule.identifiers!.map((kind) => [LISTED.has(kind) ? symbols.list(kind) : symbols.shape(kind as Shape), kind]));
  const matches: Match[] = [];
  for (let at = 0; at < reading.count; at++) {
    const kind = tagged.looks[at]!.symbols.map((symbol) => wanted.get(symbol)).find((name) => name !== undefined);
    const span = tagged.spans[at]?.find((other) => wanted.has(other.symbol));
    if ((kind || span) && !(kind === "phone" && isOwnPhone(found, at))) matches.push({ first: at, last: span?.last ?? at });
  }
  if (!rule.phrases) return matches;
  const said = bySentence(reading, found.hits("phrases"));
  return matches.filter((match) => said.get(reading.sentence[match.first]!)?.some((hit) => hit.last < match.first || hit.first > match.last));
};

function isOwnPhone({ draft: { reading }, context }: Found, at: number): boolean {
  const digits = reading.words[at]!.replaceAll(/\D/g, "");
  return (context.phones ?? []).some((phone) => phone.replaceAll(/\D/g, "").endsWith(digits));
}
