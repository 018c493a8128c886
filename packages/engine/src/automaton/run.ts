/** Runs the automaton over a text once and reports every phrase that it finds. Time grows with the text; the number of states bounds each step. */
import { EMOJI_WORD, FIRST, LAST } from "../text/reading.ts";
import type { Reading } from "../text/reading.ts";
import type { Automaton } from "./build.ts";
import { ANY, AT_LAST, BY_ANY, BY_EXCLUSION, BY_SYMBOL, LAST_EDGE, targetsOf } from "./build.ts";
import type { Tagged } from "./tag.ts";

/** Phrase `accept` stands on the words `first` to `last`. */
export interface Hit { accept: number; first: number; last: number }

const RING = 16;

/** The states alive before a word; at most one of each. */
class Alive {
  count = 0;
  states = new Int32Array(64);
  firsts = new Int32Array(64);
  waits = new Uint8Array(64);
  private readonly place: Int32Array;

  constructor(states: number) { this.place = new Int32Array(states).fill(-1); }

  /** Adds a state, or renews it when this one began later or may wait longer; says whether anything changed. */
  add(state: number, first: number, waits: number): boolean {
    const at = this.place[state]!;
    if (at >= 0) {
      if (first < this.firsts[at]! || (first === this.firsts[at] && waits <= this.waits[at]!)) return false;
      this.firsts[at] = first;
      this.waits[at] = Math.max(waits, this.waits[at]!);
      return true;
    }
    if (this.count === this.states.length) this.grow();
    this.place[state] = this.count;
    this.states[this.count] = state;
    this.firsts[this.count] = first;
    this.waits[this.count++] = waits;
    return true;
  }

  clear(): void {
    for (let at = 0; at < this.count; at++) this.place[this.states[at]!] = -1;
    this.count = 0;
  }

  private grow(): void {
    const size = this.states.length * 2;
    const wider = <T extends Int32Array | Uint8Array>(old: T, fresh: T): T => (fresh.set(old), fresh);
    this.states = wider(this.states, new Int32Array(size));
    this.firsts = wider(this.firsts, new Int32Array(size));
    this.waits = wider(this.waits, new Uint8Array(size));
  }
}

export class Runner {
  private readonly ring: Alive[];
  private readonly automaton: Automaton;
  private hits: Hit[] = [];

  constructor(automaton: Automaton) {
    this.automaton = automaton;
    this.ring = Array.from({ length: RING }, () => new Alive(automaton.states));
  }

  run(reading: Reading, tagged: Tagged): Hit[] {
    this.hits = [];
    for (let at = 0; at < reading.count; at++) this.step(reading, tagged, at);
    for (const alive of this.ring) alive.clear();
    return this.hits;
  }

  private step(reading: Reading, tagged: Tagged, at: number): void {
    const { automaton } = this, flags = reading.flags[at]!;
    if (flags & FIRST) for (const alive of this.ring) alive.clear();
    const alive = this.ring[at % RING]!;
    if (flags & FIRST) this.arrive(alive, automaton.start, at, at - 1, false);
    this.arrive(alive, automaton.root, at, at - 1, false);
    const symbols = tagged.symbols[at]!, spans = tagged.spans[at];
    const next = this.ring[(at + 1) % RING]!, isLast = (flags & LAST) !== 0;
    const isEmoji = (flags & EMOJI_WORD) !== 0;
    for (let thread = 0; thread < alive.count; thread++) {
      const state = alive.states[thread]!, first = alive.firsts[thread]!, waits = alive.waits[thread]!, kinds = automaton.kinds[state]!;
      if (kinds & BY_SYMBOL) {
        for (let index = 0; index < symbols.length; index++) this.follow(targetsOf(automaton, state, symbols[index]!), next, first, at, isLast);
        if (spans) for (const span of spans) this.follow(targetsOf(automaton, state, span.symbol), this.ring[(span.last + 1) % RING]!, first, span.last, (reading.flags[span.last]! & LAST) !== 0);
      }
      if (kinds & (BY_ANY | BY_EXCLUSION) && !isEmoji) {
        if (kinds & BY_ANY) this.follow(targetsOf(automaton, state, ANY), next, first, at, isLast);
        if (kinds & BY_EXCLUSION)
          for (const { symbols: excluded, target } of automaton.excluding.get(state)!)
            if (!excluded.some((symbol) => symbols.includes(symbol) || spans?.some((span) => span.symbol === symbol))) this.arrive(next, target, first, at, isLast);
      }
      if (isLast || state === automaton.root || state === automaton.start) continue;
      if (isEmoji) next.add(state, first, waits);
      else if (waits > 0) next.add(state, first, waits - 1);
    }
    alive.clear();
  }

  private follow(run: number, next: Alive, first: number, last: number, isLast: boolean): void {
    if (run < 0) return;
    const { targets } = this.automaton;
    for (let at = run; targets[at] !== -1; at++) this.arrive(next, targets[at]!, first, last, isLast);
  }

  /** Enters a state and every state that it leads to without a word. */
  private arrive(next: Alive, state: number, first: number, last: number, isLast: boolean): void {
    const { automaton } = this;
    if (!next.add(state, first, automaton.waits[state]!)) return;
    const accepting = automaton.accepting[state]!;
    if (accepting >= 0) this.accept(accepting, first, last);
    if (isLast && automaton.kinds[state]! & AT_LAST) this.follow(targetsOf(automaton, state, LAST_EDGE), next, first, last, false);
    const silent = automaton.silent[state]!;
    if (silent < 0) return;
    const { targets } = automaton;
    for (let at = silent; targets[at] !== -1; at++) this.arrive(next, targets[at]!, first, last, isLast);
  }

  private accept(run: number, first: number, last: number): void {
    const { accepts } = this.automaton;
    for (let at = run; accepts[at] !== -1; at++) this.hits.push({ accept: accepts[at]!, first, last });
  }
}
