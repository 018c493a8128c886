/** Everything that one word of a text can be to a phrase: itself, a form of a word, a member of a list, a shape. */
import { inflections } from "../phrase/inflect.ts";
import { PhraseError } from "../phrase/parse.ts";
import { wordsOf } from "../text/words.ts";
import type { Looks } from "./seen.ts";
import { looksOf } from "./seen.ts";
import type { Shape } from "../text/reading.ts";
import { SHAPES } from "../text/reading.ts";

const NO_SYMBOLS: readonly number[] = [];

/** A node of the tree of list entries that have several words. */
export interface Branch { next: Map<string, Branch>; symbols: number[] }

interface Written { symbols: Set<number>; branch: Branch | null }

export interface Word extends Looks {
  /** The tree of longer entries that begin with this word. */
  branch: Branch | null;
  /** The rules or lists write this word, so it may be read out of run-together letters. */
  isKnown: boolean;
}

const MOST_REMEMBERED = 40_000;
const MOST_WRITINGS = 100;
const LEET: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", $: "s", "!": "i" };
const unknown = (): Word => ({ ...looksOf(NO_SYMBOLS), branch: null, isKnown: false });

export class Symbols {
  private readonly ids = new Map<string, number>();
  private readonly written = new Map<string, Written>();
  private readonly prefixes = new Map<string, number>();
  private readonly byLength = new Map<number, string[]>();
  private remembered = new Map<string, Word>();
  /** Line that an entry stands on, by list, so that synonyms echo each other. */
  private readonly lines = new Map<number, Map<string, number>>();
  /** Words that lists hold by themselves: only these are looked for behind disguises and plurals. */
  private readonly listed = new Map<string, Set<number>>();
  private readonly unknown = unknown();
  readonly shapes: readonly number[];

  constructor() {
    this.shapes = SHAPES.map((shape) => this.id(`<${shape}>`));
  }

  get count(): number { return this.ids.size; }

  /** Symbols are numbered from 1. */
  private id(name: string): number {
    let id = this.ids.get(name);
    if (id === undefined) this.ids.set(name, (id = this.ids.size + 1));
    return id;
  }

  word(word: string): number {
    const id = this.id(word);
    this.write(word, id);
    return id;
  }

  forms(word: string): number {
    const id = this.id(`${word}~`);
    for (const form of inflections(word)) this.write(form, id);
    return id;
  }

  prefix(prefix: string): number {
    const id = this.id(`${prefix}*`);
    this.prefixes.set(prefix, id);
    return id;
  }

  shape(shape: Shape): number { return this.shapes[SHAPES.indexOf(shape)]!; }

  hasList(list: string): boolean { return this.ids.has(`<${list}>`); }

  list(list: string): number { return this.id(`<${list}>`); }

  /** Adds an entry to a list; `line` is shared by its synonyms. */
  entry(list: string, entry: string, line: number): void {
    const symbol = this.list(list);
    let lines = this.lines.get(symbol);
    if (!lines) this.lines.set(symbol, (lines = new Map()));
    for (const words of writings(entry)) {
      lines.set(words.join(" "), line);
      if (words.length > 1) this.grow(words, symbol);
      else {
        this.write(words[0]!, symbol);
        this.listed.set(words[0]!, (this.listed.get(words[0]!) ?? new Set()).add(symbol));
      }
    }
  }

  /** The line of a list that holds these words, a plural included. */
  lineOf(list: number, words: string): number | undefined {
    const lines = this.lines.get(list);
    return lines?.get(words) ?? lines?.get(words.replace(/s$/, ""));
  }

  private write(word: string, symbol: number): void {
    const entry = this.written.get(word);
    if (entry) { entry.symbols.add(symbol); return; }
    this.begin(word).symbols.add(symbol);
  }

  private begin(word: string): Written {
    const entry: Written = { symbols: new Set(), branch: null };
    this.written.set(word, entry);
    const same = this.byLength.get(word.length);
    if (same) same.push(word); else this.byLength.set(word.length, [word]);
    return entry;
  }

  private grow(words: string[], symbol: number): void {
    const first = words[0]!, root = this.written.get(first) ?? this.begin(first);
    let branch: Branch = (root.branch ??= { next: new Map(), symbols: [] });
    for (const word of words.slice(1)) {
      let next = branch.next.get(word);
      if (!next) branch.next.set(word, (next = { next: new Map(), symbols: [] }));
      branch = next;
    }
    if (!branch.symbols.includes(symbol)) branch.symbols.push(symbol);
  }

  has(word: string): boolean { return this.written.has(word); }

  /** What a word of a text is to the rules, seen through disguises. Same answer every time. */
  read(word: string): Word {
    const known = this.remembered.get(word);
    if (known) return known;
    const found = this.resolve(word);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered = new Map();
    this.remembered.set(word, found);
    return found;
  }

  private resolve(word: string): Word {
    const plains = word.includes("*") && !this.written.has(word) ? this.behindStars(word) : [this.undisguise(word)];
    const symbols = new Set<number>(), written = plains.map((plain) => this.written.get(plain));
    for (const plain of plains) for (const symbol of this.symbolsOf(plain)) symbols.add(symbol);
    if (symbols.size === 0 && !written.some(Boolean)) return this.unknown;
    return { ...looksOf([...symbols]), branch: written[0]?.branch ?? null, isKnown: written.some(Boolean) };
  }

  private symbolsOf(plain: string): Set<number> {
    const symbols = new Set<number>(this.written.get(plain)?.symbols);
    if (plain.endsWith("s") && plain.length > 3) this.listed.get(plain.slice(0, -1))?.forEach((symbol) => symbols.add(symbol));
    if (this.prefixes.size > 0)
      for (let length = 3; length <= plain.length; length++) {
        const symbol = this.prefixes.get(plain.slice(0, length));
        if (symbol !== undefined) symbols.add(symbol);
      }
    return symbols;
  }

  private undisguise(word: string): string {
    if (this.written.has(word)) return word;
    if (/[0-9@$!]/.test(word) && /[a-z]/.test(word)) {
      const letters = [...word].map((char) => LEET[char] ?? char).join("");
      if (this.written.has(letters)) return letters;
      const other = letters.replaceAll("i", "l");
      if (this.written.has(other)) return other;
    }
    if (/(.)\1\1/.test(word)) {
      const twice = word.replace(/(.)\1{2,}/g, "$1$1"), once = word.replace(/(.)\1{2,}/g, "$1");
      if (this.written.has(once)) return once;
      if (this.written.has(twice)) return twice;
      const single = word.replace(/(.)\1+/g, "$1");
      if (this.written.has(single)) return single;
    }
    return word;
  }

  /** Every listed word that the stars may stand for: sh*t is a shot to some and not to others. */
  private behindStars(word: string): string[] {
    if (!/^[a-z]/.test(word) || word.length > 16) return [];
    return (this.byLength.get(word.length) ?? []).filter(
      (candidate) => this.listed.has(candidate) && [...candidate].every((char, at) => word[at] === "*" || word[at] === char));
  }
}

/** The ways to write an entry: each word as it stands, or in all its forms where a ~ follows. */
function writings(entry: string): string[][] {
  let ways: string[][] = [[]];
  for (const chunk of entry.split(/\s+/)) {
    const words = wordsOf(chunk.endsWith("~") ? chunk.slice(0, -1) : chunk), last = words.pop();
    if (last === undefined) continue;
    const forms = chunk.endsWith("~") ? inflections(last) : [last];
    ways = ways.flatMap((way) => forms.map((form) => [...way, ...words, form]));
    if (ways.length > MOST_WRITINGS) throw new PhraseError(`“${entry}” has more than ${MOST_WRITINGS} ways of writing it; mark fewer words with ~`);
  }
  return ways.filter((way) => way.length > 0);
}
