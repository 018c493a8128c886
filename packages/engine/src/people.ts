/** Who is named: the practice's own people, the one who is being answered, and anybody else. */
import type { Answered, Context } from "./vocabulary.ts";
import type { Reading } from "./text/reading.ts";
import { CAPITAL } from "./text/reading.ts";
import type { Symbols } from "./automaton/symbols.ts";
import type { Tagged } from "./automaton/tag.ts";
import { addSpan, addSymbol } from "./automaton/tag.ts";
import { wordsOf } from "./text/words.ts";

const NO_NAME = new Set(["the", "and", "guest", "anonymous", "google", "user", "local", "guide", "yelp", "mom", "dad", "mama", "real", "not", "happy", "former", "patient", "review", "reviewer", "customer", "client"]);

/** Words before a name that make it somebody's. */
const COURTESY = new Set(["mr", "mrs", "ms", "miss", "sr", "sra", "srta", "senor", "senora"]);

export interface People { own: Set<string>; answered: Set<string> }

export function peopleOf(context: Context, answered: Answered | null | undefined): People {
  const own = new Set<string>();
  for (const name of [...(context.staff ?? []), ...(context.providers ?? []).map((provider) => provider.name), ...(context.names ?? [])])
    for (const word of wordsOf(name)) if (word.length > 1) own.add(word);
  const author = answered ? wordsOf(answered.author).filter((word) => word.length > 2 && /^\p{L}+$/u.test(word) && !NO_NAME.has(word)) : [];
  return { own, answered: new Set(author) };
}

export function tagPeople(reading: Reading, tagged: Tagged, symbols: Symbols, people: People): void {
  const staff = symbols.shape("staff"), name = symbols.shape("name"), reviewer = symbols.shape("reviewer"), date = symbols.shape("date");
  const title = symbols.list("clinician-title"), role = symbols.list("staff-role"), given = symbols.list("first-name"), loose = symbols.list("first-name-loose");
  const is = (at: number, symbol: number): boolean => at >= 0 && at < reading.count && tagged.looks[at]!.symbols.includes(symbol);
  const isCapital = (at: number): boolean => at < reading.count && (reading.flags[at]! & CAPITAL) !== 0;
  const same = (a: number, b: number): boolean => b >= 0 && b < reading.count && reading.sentence[a] === reading.sentence[b];

  let owned = -1;
  for (let at = 0; at < reading.count; at++) {
    const word = reading.words[at]!;
    if (is(at, title) && same(at, at + 1) && (isCapital(at + 1) || is(at + 1, given) || word === "dr")) {
      const last = same(at, at + 2) && isCapital(at + 1) && isCapital(at + 2) && !is(at + 2, title) ? at + 2 : at + 1;
      addSpan(tagged, at, last, staff);
      owned = last;
      continue;
    }
    if (at <= owned || is(at, date)) continue;
    const isGiven = is(at, given), isLoose = is(at, loose) && isCapital(at) && at > 0 && same(at, at - 1);
    if (people.own.has(word) && (isCapital(at) || isGiven)) { addSymbol(tagged, at, staff); continue; }
    if (people.answered.has(word)) { addSymbol(tagged, at, reviewer); continue; }
    const isTitled = isCapital(at) && at > 0 && COURTESY.has(reading.words[at - 1]!) && same(at, at - 1);
    if (!isGiven && !isLoose && !isTitled) continue;
    if ((is(at - 1, role) && same(at, at - 1)) || endsRole(at - 1) || (is(at + 1, role) && same(at, at + 1)) || rolePhraseAfter(at)) addSymbol(tagged, at, staff);
    else addSpan(tagged, at, at, name);
  }

  function endsRole(at: number): boolean {
    for (let first = Math.max(0, at - 3); first < at; first++)
      if (tagged.spans[first]?.some((span) => span.symbol === role && span.last === at) && same(first, at + 1)) return true;
    return false;
  }
  function rolePhraseAfter(at: number): boolean {
    for (let next = at + 1; next <= at + 3 && same(at, next); next++) {
      if (is(next, role) || tagged.spans[next]?.some((span) => span.symbol === role)) return true;
      if (!/^(our|the|is|in|at|from|of|a)$/.test(reading.words[next]!)) return false;
    }
    return false;
  }
}
