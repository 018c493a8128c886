/** One step of the automaton: which states are alive after a word, where each came from, and which phrases end. */
import type { Automaton } from "./build.ts";
import type { Seen } from "./seen.ts";
import { ANY, AT_LAST, BY_ANY, BY_EXCLUSION, BY_SYMBOL, LAST_EDGE, targetsOf } from "./build.ts";

/** States alive before a word, latest begun first; each is `state * 16 + words it may still wait`. */
export interface Alive { members: readonly number[]; steps: Map<number, Step> }

export interface Step {
  to: Alive;
  /** For each member of `to`, the place in the set before from which it came, or −1: it began at this word. */
  origins: readonly number[];
  /** Phrases that end at this word, in pairs with the origin of each. */
  ends: readonly number[];
}

const WAITS = 16;

export interface Draft { members: number[]; origins: number[]; ends: number[] }

/** The members after a word, in order: what began later comes first, so that the shortest reading of a phrase is kept. */
export function advance(automaton: Automaton, members: readonly number[], seen: Seen): Draft {
  const draft: Draft = { members: [], origins: [], ends: [] }, best = new Map<number, number>();
  const enter = (state: number, origin: number, waits: number): void => {
    if ((best.get(state) ?? -1) >= waits) return;
    best.set(state, waits);
    if (automaton.kinds[state] !== 0) { draft.members.push(state * WAITS + waits); draft.origins.push(origin); }
    const accepting = automaton.accepting[state]!;
    if (accepting >= 0) for (let at = accepting; automaton.accepts[at] !== -1; at++) draft.ends.push(automaton.accepts[at]!, origin);
    if (seen.isLast && automaton.kinds[state]! & AT_LAST) follow(targetsOf(automaton, state, LAST_EDGE), origin);
    const silent = automaton.silent[state]!;
    if (silent >= 0) follow(silent, origin);
  };
  const follow = (run: number, origin: number): void => {
    if (run >= 0) for (let at = run; automaton.targets[at] !== -1; at++) enter(automaton.targets[at]!, origin, automaton.waits[automaton.targets[at]!]!);
  };
  const take = (state: number, origin: number): void => {
    const kinds = automaton.kinds[state]!;
    if (kinds & BY_SYMBOL) for (const symbol of seen.symbols) follow(targetsOf(automaton, state, symbol), origin);
    if (kinds & BY_ANY) follow(targetsOf(automaton, state, ANY), origin);
    if (kinds & BY_EXCLUSION)
      for (const { symbols, target } of automaton.excluding.get(state)!)
        if (!symbols.some((symbol) => seen.symbols.includes(symbol))) enter(target, origin, automaton.waits[target]!);
  };
  for (const state of seen.isFirst ? automaton.beginsSentence : automaton.begins) take(state, -1);
  members.forEach((member, origin) => {
    const state = (member / WAITS) | 0, waits = member % WAITS;
    take(state, origin);
    if (seen.isPassed) stay(draft, best, member, state, waits, origin);
    else if (waits > 0 && stay(draft, best, member - 1, state, waits - 1, origin)) {
      if (seen.isLast && automaton.kinds[state]! & AT_LAST) follow(targetsOf(automaton, state, LAST_EDGE), origin);
      if (automaton.silent[state]! >= 0) follow(automaton.silent[state]!, origin);
    }
  });
  return draft;
}

function stay(draft: Draft, best: Map<number, number>, member: number, state: number, waits: number, origin: number): boolean {
  if ((best.get(state) ?? -1) >= waits) return false;
  best.set(state, waits);
  draft.members.push(member);
  draft.origins.push(origin);
  return true;
}
