/** Runs the automaton over a text once and reports every phrase that it finds. Steps once taken are remembered, so that common words cost one look. */
import { EMOJI_WORD, FIRST, LAST } from "../text/reading.ts";
import type { Reading } from "../text/reading.ts";
import type { Automaton } from "./build.ts";
import type { Looks, Seen } from "./seen.ts";
import type { Alive, Step } from "./step.ts";
import { advance } from "./step.ts";
import type { Tagged } from "./tag.ts";

/** Phrase `accept` stands on the words `first` to `last`. */
export interface Hit { accept: number; first: number; last: number }

/** Beyond this the memory is emptied; it changes the time of a run, never its answer. */
const MOST_STEPS = 300_000;
const FIRST_WORD = 1, LAST_WORD = 2, PASSED_WORD = 4;

export class Runner {
  private sets = new Map<string, Alive>();
  private seen = new Map<string, Seen>();
  private steps = 0;
  private none: Alive = { members: [], steps: new Map() };
  private taken: Step[] = [];
  private readonly automaton: Automaton;

  constructor(automaton: Automaton) { this.automaton = automaton; }

  /** Finds the phrases that `isWanted` marks. */
  run(reading: Reading, tagged: Tagged, isWanted: Uint8Array): Hit[] {
    if (this.steps > MOST_STEPS) this.forget();
    const hits: Hit[] = [], { taken } = this;
    let alive = this.none;
    for (let at = 0; at < reading.count; at++) {
      const seen = this.see(reading, tagged, at);
      if (seen.isFirst) alive = this.none;
      const step = alive.steps.get(seen.id) ?? this.step(alive, seen);
      taken[at] = step;
      for (let end = 0; end < step.ends.length; end += 2) if (isWanted[step.ends[end]!]) hits.push({ accept: step.ends[end]!, first: this.beginOf(at, step.ends[end + 1]!), last: tagged.ends[at]! });
      alive = step.to;
    }
    return hits;
  }

  /** Follows a thread back to the word at which it began. */
  private beginOf(at: number, origin: number): number {
    while (origin >= 0) origin = this.taken[--at]!.origins[origin]!;
    return at;
  }

  private see(reading: Reading, tagged: Tagged, at: number): Seen {
    const flags = reading.flags[at]!, isLast = (reading.flags[tagged.ends[at]!]! & LAST) !== 0;
    const kind = (flags & FIRST ? FIRST_WORD : 0) | (isLast ? LAST_WORD : 0) | (flags & EMOJI_WORD || tagged.isTail[at] ? PASSED_WORD : 0);
    const looks = tagged.looks[at]!;
    return looks.slots[kind] ?? this.remember(looks, kind);
  }

  private remember({ symbols, slots }: Looks, kind: number): Seen {
    const key = `${kind}:${symbols.join()}`;
    let seen = this.seen.get(key);
    if (!seen) {
      seen = { id: this.seen.size, key, symbols, isFirst: (kind & FIRST_WORD) !== 0, isLast: (kind & LAST_WORD) !== 0, isPassed: (kind & PASSED_WORD) !== 0 };
      this.seen.set(key, seen);
    }
    slots[kind] = seen;
    return seen;
  }

  private step(alive: Alive, seen: Seen): Step {
    const { members, origins, ends } = advance(this.automaton, alive.members, seen);
    const key = members.join();
    let to = members.length === 0 ? this.none : this.sets.get(key);
    if (!to) this.sets.set(key, (to = { members, steps: new Map() }));
    const step = { to, origins, ends };
    alive.steps.set(seen.id, step);
    this.steps++;
    return step;
  }

  private forget(): void {
    this.sets = new Map();
    this.none = { members: [], steps: new Map() };
    this.steps = 0;
  }
}
