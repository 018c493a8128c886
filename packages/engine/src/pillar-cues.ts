/** What in a text may speak for a pillar: words, runs of words, openings of sentences, word lists and shapes, and where they stand. */
import type { Pack } from "./pack.ts";
import { FIRST, Reading, SHAPES } from "./text/reading.ts";
import { readWords } from "./text/words.ts";

const reading = new Reading();

/** A list or shape as a cue: anywhere, in the first sentence, in the last. The first and the last say most about what a text is for. */
type Placed = readonly [anywhere: string, first: string, last: string];
const placed = (name: string): Placed => [`<${name}>`, `first <${name}>`, `last <${name}>`];

const OF_SHAPES = SHAPES.map(placed);
const QUESTION = placed("question");
const LENGTHS = [15, 30, 60, 120].map((length) => ({ length, cue: `<over ${length} words>` }));
/** The cues of word lists by their symbol. */
const ofLists = new WeakMap<Pack, Map<number, Placed>>();

/**
 * Calls `say` for each cue, some of them more than once. A cue that is no plain words stands between `<` and `>`; `^` opens a sentence.
 * `grows` says whether a longer run of words that begins so is of interest: putting runs together is what takes time.
 */
export function eachCue(text: string, pack: Pack, say: (cue: string) => void, grows: (words: string) => boolean = () => true): void {
  readWords(text, reading, pack.symbols);
  const { words, count, flags, shapes } = reading, lists = listsOf(pack);
  for (let at = 0; at < count; at++) {
    const word = words[at]!;
    say(word);
    if (flags[at]! & FIRST) say(`^${word}`);
    if (at + 1 < count && grows(word)) {
      const pair = `${word} ${words[at + 1]!}`;
      say(pair);
      if (at + 2 < count && grows(pair)) say(`${pair} ${words[at + 2]!}`);
    }
    const known = pack.symbols.read(word);
    for (const symbol of known.symbols) sayPlaced(lists.get(symbol), at, say);
    let branch = known.branch?.next.get(words[at + 1] ?? "");
    for (let next = at + 2; branch; branch = branch.next.get(words[next++] ?? "")) for (const symbol of branch.symbols) sayPlaced(lists.get(symbol), at, say);
    for (let bits = shapes[at]!; bits !== 0; bits &= bits - 1) sayPlaced(OF_SHAPES[31 - Math.clz32(bits & -bits)], at, say);
  }
  sayForm(say);
}

function sayPlaced(cues: Placed | undefined, at: number, say: (cue: string) => void): void {
  if (cues === undefined) return;
  const place = reading.sentence[at]!;
  say(cues[0]);
  if (place === 0) say(cues[1]);
  if (place === reading.sentences.length - 1) say(cues[2]);
}

function sayForm(say: (cue: string) => void): void {
  const { count, sentences } = reading;
  for (const { isQuestion, first } of sentences) if (isQuestion) sayPlaced(QUESTION, first, say);
  for (const { length, cue } of LENGTHS) if (count > length) say(cue);
}

function listsOf(pack: Pack): Map<number, Placed> {
  let lists = ofLists.get(pack);
  if (!lists) ofLists.set(pack, (lists = new Map(Object.keys(pack.json.lexicon).map((list) => [pack.symbols.list(list), placed(list)]))));
  return lists;
}
