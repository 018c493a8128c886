/** Builds the one automaton from all phrases of all rules. Phrases that begin alike share their states. */
import type { Part } from "../phrase/parse.ts";
import { PhraseError } from "../phrase/parse.ts";
import { inflections } from "../phrase/inflect.ts";
import type { Symbols } from "./symbols.ts";

/** Edges that are taken whatever the symbols of a word, tried after those of its symbols. */
export const ANY = -1, FIRST_EDGE = -2, LAST_EDGE = -3;

export interface Automaton {
  /** Edges by hash of (state, symbol); see `targetsOf`. */
  edgeState: Int32Array;
  edgeSymbol: Int32Array;
  edgeTargets: Int32Array;
  mask: number;
  /** Runs of states, each closed by −1. */
  targets: Int32Array;
  /** Start in `targets` of the states reached without a word, or −1. */
  silent: Int32Array;
  /** Start in `accepts` of the phrases that end here, each run closed by −1, or −1. */
  accepting: Int32Array;
  accepts: Int32Array;
  /** How many words may pass while waiting in a state. */
  waits: Uint8Array;
  /** Bits: has edges by symbol 1, by any word 2, at the last place 4, by exclusion 8. */
  kinds: Uint8Array;
  excluding: Map<number, { symbols: number[]; target: number }[]>;
  /** States from which a phrase may begin at any word, and at the first word of a sentence. */
  begins: readonly number[];
  beginsSentence: readonly number[];
  states: number;
}

export const BY_SYMBOL = 1, BY_ANY = 2, AT_LAST = 4, BY_EXCLUSION = 8;

export class Builder {
  private readonly edges: Map<number, number[]>[] = [new Map()];
  private readonly silent: number[][] = [[]];
  private readonly waits: number[] = [0];
  private readonly accepting = new Map<number, number[]>();
  private readonly made = new Map<string, number>();
  private readonly excluding = new Map<number, { symbols: number[]; target: number }[]>();
  private readonly start: number;
  private readonly symbols: Symbols;

  constructor(symbols: Symbols) {
    this.symbols = symbols;
    this.start = this.state(0);
    this.made.set("0^", this.start);
  }

  add(parts: readonly Part[], accept: number): void {
    const end = this.sequence(0, parts);
    if (end === 0) throw new PhraseError("a phrase that is all optional finds everything");
    const accepts = this.accepting.get(end) ?? [];
    if (!accepts.includes(accept)) this.accepting.set(end, [...accepts, accept]);
  }

  private state(waits: number): number {
    this.edges.push(new Map());
    this.silent.push([]);
    this.waits.push(waits);
    return this.edges.length - 1;
  }

  private once(key: string, waits = 0): [state: number, isNew: boolean] {
    const known = this.made.get(key);
    if (known !== undefined) return [known, false];
    const state = this.state(waits);
    this.made.set(key, state);
    return [state, true];
  }

  private sequence(from: number, parts: readonly Part[]): number {
    return parts.reduce((state, part) => this.part(state, part), from);
  }

  private part(from: number, part: Part): number {
    if (part.is === "group") return this.group(from, part.options, part.optional);
    if (part.is === "first") {
      if (from !== 0) throw new PhraseError("^ stands at the beginning of a phrase");
      return this.start;
    }
    if (part.is === "gap") {
      const [state, isNew] = this.once(`${from}..${part.most}`, part.most);
      if (isNew) this.silent[from]!.push(state);
      return state;
    }
    if (part.is === "not") return this.exclusion(from, part.part);
    const symbol = part.is === "last" ? LAST_EDGE : this.symbolOf(part);
    const [state, isNew] = this.once(`${from} ${symbol}`);
    if (isNew) this.edge(from, symbol, state);
    return state;
  }

  private symbolOf(part: Part): number {
    switch (part.is) {
      case "word": return this.symbols.word(part.word);
      case "forms": return this.symbols.forms(part.word);
      case "prefix": return this.symbols.prefix(part.prefix);
      case "list":
        if (part.list === "word") return ANY;
        if (!this.symbols.hasList(part.list)) throw new PhraseError(`there is no word list <${part.list}>`);
        return this.symbols.list(part.list);
      default: throw new PhraseError("only a word or a list may stand here");
    }
  }

  private group(from: number, options: readonly Part[][], optional: boolean): number {
    const [join, isNew] = this.once(`${from}${JSON.stringify(options)}${optional}`);
    if (!isNew) return join;
    for (const option of options) {
      const only = option.length === 1 ? option[0]! : null;
      if (only && (only.is === "word" || only.is === "forms" || only.is === "list" || only.is === "prefix")) this.edge(from, this.symbolOf(only), join);
      else this.silent[this.sequence(from, option)]!.push(join);
    }
    if (optional) this.silent[from]!.push(join);
    return join;
  }

  private exclusion(from: number, part: Part): number {
    const [state, isNew] = this.once(`${from}!${JSON.stringify(part)}`);
    if (!isNew) return state;
    const options = part.is === "group" ? part.options.map((option) => option[0]!) : [part];
    const symbols = options.flatMap((option) => (option.is === "forms" ? inflections(option.word).map((form) => this.symbols.word(form)) : [this.symbolOf(option)]));
    this.excluding.set(from, [...(this.excluding.get(from) ?? []), { symbols, target: state }]);
    return state;
  }

  private edge(from: number, symbol: number, to: number): void {
    const edges = this.edges[from]!, targets = edges.get(symbol);
    if (!targets) edges.set(symbol, [to]);
    else if (!targets.includes(to)) targets.push(to);
  }

  private reachedSilently(from: number[]): number[] {
    const reached = new Set(from);
    for (const state of reached) for (const next of this.silent[state]!) reached.add(next);
    return [...reached];
  }

  finish(): Automaton {
    const states = this.edges.length;
    const count = this.edges.reduce((sum, edges) => sum + edges.size, 0);
    let size = 16;
    while (size < count * 2.5) size *= 2;
    const edgeState = new Int32Array(size).fill(-1), edgeSymbol = new Int32Array(size), edgeTargets = new Int32Array(size);
    const targets: number[] = [], accepts: number[] = [];
    const silent = new Int32Array(states).fill(-1), accepting = new Int32Array(states).fill(-1), kinds = new Uint8Array(states);
    for (let state = 0; state < states; state++) {
      for (const [symbol, to] of this.edges[state]!) {
        let slot = hash(state, symbol) & (size - 1);
        while (edgeState[slot] !== -1) slot = (slot + 1) & (size - 1);
        edgeState[slot] = state;
        edgeSymbol[slot] = symbol;
        edgeTargets[slot] = targets.length;
        targets.push(...to, -1);
        kinds[state]! |= symbol > 0 ? BY_SYMBOL : symbol === ANY ? BY_ANY : AT_LAST;
      }
      if (this.excluding.has(state)) kinds[state]! |= BY_EXCLUSION;
      const quiet = this.silent[state]!;
      if (quiet.length > 0) { silent[state] = targets.length; targets.push(...new Set(quiet), -1); }
      const ends = this.accepting.get(state);
      if (ends) { accepting[state] = accepts.length; accepts.push(...ends, -1); }
    }
    const begins = this.reachedSilently([0]), beginsSentence = this.reachedSilently([0, this.start]);
    return {
      edgeState, edgeSymbol, edgeTargets, mask: size - 1, targets: Int32Array.from(targets), silent, accepting, accepts: Int32Array.from(accepts),
      waits: Uint8Array.from(this.waits), kinds, excluding: this.excluding, begins, beginsSentence, states,
    };
  }
}

export const hash = (state: number, symbol: number): number => (Math.imul(state, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7;

/** Where the targets of (state, symbol) begin, or −1. */
export function targetsOf(automaton: Automaton, state: number, symbol: number): number {
  const { edgeState, edgeSymbol, mask } = automaton;
  let slot = hash(state, symbol) & mask;
  for (;;) {
    const at = edgeState[slot]!;
    if (at === -1) return -1;
    if (at === state && edgeSymbol[slot] === symbol) return automaton.edgeTargets[slot]!;
    slot = (slot + 1) & mask;
  }
}
