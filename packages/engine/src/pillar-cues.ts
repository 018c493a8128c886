/** What in a text may speak for a pillar: words, runs of words, openings of sentences, word lists and shapes, and where they stand. */
import type { Pack } from "./pack.ts";
import { FIRST, Reading, SHAPES } from "./text/reading.ts";
import { readWords } from "./text/words.ts";

const reading = new Reading();
/** Names of word lists and shapes by their symbol. */
const listNames = new WeakMap<Pack, Map<number, string>>();

/** Calls `say` for each cue, some of them more than once. A cue that is no plain words stands between `<` and `>`; `^` opens a sentence. */
export function eachCue(text: string, pack: Pack, say: (cue: string) => void): void {
  readWords(text, reading, pack.symbols);
  const { words, count, flags, shapes, sentence, sentences } = reading;
  const names = namesOf(pack), last = sentences.length - 1;
  for (let at = 0; at < count; at++) {
    const word = words[at]!, place = sentence[at]!;
    say(word);
    if (at + 1 < count) say(`${word} ${words[at + 1]!}`);
    if (at + 2 < count) say(`${word} ${words[at + 1]!} ${words[at + 2]!}`);
    if (flags[at]! & FIRST) say(`^${word}`);
    const known = pack.symbols.read(word);
    for (const symbol of known.symbols) sayList(names.get(symbol), place, last, say);
    let branch = known.branch?.next.get(words[at + 1] ?? "");
    for (let next = at + 2; branch; branch = branch.next.get(words[next++] ?? "")) for (const symbol of branch.symbols) sayList(names.get(symbol), place, last, say);
    if (shapes[at]! !== 0) SHAPES.forEach((shape, bit) => { if ((shapes[at]! >> bit) & 1) sayList(`<${shape}>`, place, last, say); });
  }
  sayForm(say);
}

/** The first and the last sentence say most about what a text is for. */
function sayList(name: string | undefined, place: number, last: number, say: (cue: string) => void): void {
  if (name === undefined) return;
  say(name);
  if (place === 0) say(`first ${name}`);
  if (place === last) say(`last ${name}`);
}

function sayForm(say: (cue: string) => void): void {
  const { count, sentences } = reading;
  if (sentences[0]?.isQuestion) say("first <question>");
  if (sentences.at(-1)?.isQuestion) say("last <question>");
  if (sentences.some(({ isQuestion }) => isQuestion)) say("<question>");
  for (const length of [15, 30, 60, 120]) if (count > length) say(`<over ${length} words>`);
}

function namesOf(pack: Pack): Map<number, string> {
  let names = listNames.get(pack);
  if (!names) listNames.set(pack, (names = new Map(Object.keys(pack.json.lexicon).map((list) => [pack.symbols.list(list), `<${list}>`]))));
  return names;
}
