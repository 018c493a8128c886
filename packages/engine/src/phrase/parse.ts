/** Reads a phrase as a rule writes it into the parts that the automaton is built from. */
import { wordsOf } from "../text/words.ts";

export type Part =
  | { is: "word"; word: string }
  | { is: "forms"; word: string }
  | { is: "prefix"; prefix: string }
  | { is: "list"; list: string }
  | { is: "gap"; most: number }
  | { is: "first" }
  | { is: "last" }
  | { is: "not"; part: Part }
  | { is: "group"; options: Part[][]; optional: boolean };

export class PhraseError extends Error {}

const MOST_GAP = 12, MOST_PARTS = 80;

export function parsePhrase(phrase: string): Part[] {
  const cursor = { text: phrase, at: 0, parts: 0 };
  const parts = sequence(cursor);
  if (cursor.at < phrase.length) throw new PhraseError(`“${phrase}”: a closing ${phrase[cursor.at]} without its opening`);
  if (!parts.some(speaks)) throw new PhraseError(`“${phrase}” says nothing: it needs at least one word or list`);
  return parts;
}

interface Cursor { text: string; at: number; parts: number }

const speaks = (part: Part): boolean =>
  part.is === "group" ? !part.optional && part.options.every((option) => option.some(speaks)) : part.is !== "gap" && part.is !== "first" && part.is !== "last" && part.is !== "not";

function sequence(cursor: Cursor): Part[] {
  const parts: Part[] = [];
  for (;;) {
    while (cursor.text[cursor.at] === " ") cursor.at++;
    const char = cursor.text[cursor.at];
    if (char === undefined || char === ")" || char === "]" || char === "|") return parts;
    parts.push(...item(cursor));
    if (++cursor.parts > MOST_PARTS) throw new PhraseError(`“${cursor.text}” is longer than ${MOST_PARTS} parts`);
  }
}

function item(cursor: Cursor): Part[] {
  const char = cursor.text[cursor.at]!;
  if (char === "(" || char === "[") return [group(cursor, char === "(" ? ")" : "]")];
  if (char === "<") return [list(cursor)];
  const next = cursor.text[cursor.at + 1] ?? " ";
  if (char === "!" && /[\p{L}(<]/u.test(next)) return [excluded(cursor)];
  if (char === "^") return cursor.at++, [{ is: "first" }];
  if (char === "$" && /[\s)\]|]/.test(next)) return cursor.at++, [{ is: "last" }];
  const gap = /^\.\.(\d+)/.exec(cursor.text.slice(cursor.at, cursor.at + 6));
  if (gap) {
    cursor.at += gap[0].length;
    if (Number(gap[1]) > MOST_GAP) throw new PhraseError(`“${cursor.text}”: a gap holds at most ${MOST_GAP} words`);
    return [{ is: "gap", most: Number(gap[1]) }];
  }
  return words(cursor);
}

function group(cursor: Cursor, closing: string): Part {
  const options: Part[][] = [];
  do {
    cursor.at++;
    options.push(sequence(cursor));
  } while (cursor.text[cursor.at] === "|");
  if (cursor.text[cursor.at] !== closing) throw new PhraseError(`“${cursor.text}”: a ${closing} is missing`);
  cursor.at++;
  if (cursor.text[cursor.at] === "~") {
    cursor.at++;
    for (const option of options) {
      const last = option.at(-1);
      if (last?.is === "word") option[option.length - 1] = { is: "forms", word: last.word };
    }
  }
  const optional = closing === "]" || options.some((option) => option.length === 0);
  return { is: "group", options: options.filter((option) => option.length > 0), optional };
}

function list(cursor: Cursor): Part {
  const end = cursor.text.indexOf(">", cursor.at);
  if (end < 0) throw new PhraseError(`“${cursor.text}”: a > is missing`);
  const names = cursor.text.slice(cursor.at + 1, end).split("|").map((name) => name.trim());
  cursor.at = end + 1;
  const lists = names.map((name): Part => ({ is: "list", list: name }));
  return lists.length === 1 ? lists[0]! : { is: "group", options: lists.map((part) => [part]), optional: false };
}

function excluded(cursor: Cursor): Part {
  cursor.at++;
  const parts = item(cursor);
  if (parts.length !== 1) throw new PhraseError(`“${cursor.text}”: ! excludes one word`);
  return { is: "not", part: parts[0]! };
}

function words(cursor: Cursor): Part[] {
  const found = /^[^\s()[\]|<>~]+/u.exec(cursor.text.slice(cursor.at))?.[0];
  if (!found) throw new PhraseError(`“${cursor.text}”: “${cursor.text[cursor.at]}” does not belong here`);
  cursor.at += found.length;
  if (/^[\p{L}']{3,}\*$/u.test(found)) return [{ is: "prefix", prefix: wordsOf(found.slice(0, -1))[0]! }];
  const plain = wordsOf(found);
  const parts = plain.map((word): Part => ({ is: "word", word }));
  if (cursor.text[cursor.at] === "~") {
    cursor.at++;
    const last = parts.pop();
    if (last?.is !== "word") throw new PhraseError(`“${cursor.text}”: ~ follows a word`);
    parts.push({ is: "forms", word: last.word });
  }
  if (parts.length === 0) throw new PhraseError(`“${cursor.text}”: “${found}” holds no word`);
  return parts;
}
