/** What a character is, and the plain letters that a reader takes it for. */

export const OTHER = 0, LETTER = 1, DIGIT = 2, INVISIBLE = 3, APOSTROPHE = 4, QUOTE = 5, EMOJI = 6, SPACE = 7, NEWLINE = 8;
export type Kind = number;

const ascii = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  ascii[code] = /[a-z]/i.test(char) ? LETTER : /\d/.test(char) ? DIGIT : char === "'" ? APOSTROPHE : char === '"' ? QUOTE
    : char === "\n" || char === "\r" ? NEWLINE : /\s/.test(char) ? SPACE : OTHER;
}

/** Letters of other scripts that stand in for Latin ones in disguised words. */
const LOOKALIKES: Record<string, string> = {
  а: "a", в: "b", с: "c", ԁ: "d", е: "e", һ: "h", і: "i", ј: "j", к: "k", ӏ: "l", м: "m", н: "h", о: "o", р: "p", ѕ: "s", т: "t", у: "y", х: "x", ѵ: "v", ԝ: "w",
  А: "a", В: "b", С: "c", Е: "e", Н: "h", І: "i", Ј: "j", К: "k", М: "m", О: "o", Р: "p", Ѕ: "s", Т: "t", У: "y", Х: "x",
  α: "a", β: "b", ε: "e", η: "n", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p", τ: "t", υ: "u", χ: "x", Α: "a", Β: "b", Ε: "e", Η: "h", Ι: "i", Κ: "k", Μ: "m", Ν: "n", Ο: "o", Ρ: "p", Τ: "t", Υ: "y", Χ: "x", Ζ: "z",
  ı: "i", ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ɡ: "g", ɑ: "a",
};

interface Seen { kind: Kind; plain: string }
const seen = new Map<number, Seen>();

/** The kind of a code point and its plain lower-case letters ("" where there are none). */
export function see(codePoint: number): Seen {
  const known = seen.get(codePoint);
  if (known) return known;
  const found = look(String.fromCodePoint(codePoint), codePoint);
  if (seen.size < 4096) seen.set(codePoint, found);
  return found;
}

export const kindOfAscii = (code: number): Kind => ascii[code]!;

function look(char: string, code: number): Seen {
  if (code < 128) return { kind: ascii[code]!, plain: char.toLowerCase() };
  if (code === 0x2019 || code === 0x2018 || code === 0x02bc || code === 0xff07 || code === 0x00b4) return { kind: APOSTROPHE, plain: "'" };
  if (/[“”„«»‟＂]/u.test(char)) return { kind: QUOTE, plain: '"' };
  if (/[\p{Default_Ignorable_Code_Point}\p{M}]/u.test(char)) return { kind: INVISIBLE, plain: "" };
  if (code === 0x2028 || code === 0x2029 || code === 0x85) return { kind: NEWLINE, plain: "\n" };
  if (/\s/u.test(char)) return { kind: SPACE, plain: " " };
  if (/\p{Emoji_Modifier}/u.test(char)) return { kind: INVISIBLE, plain: "" };
  if (/[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(char) && !/[©®™]/u.test(char)) return { kind: EMOJI, plain: char };
  const lookalike = LOOKALIKES[char];
  if (lookalike) return { kind: LETTER, plain: lookalike };
  const plain = char.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  if (/^\p{N}+$/u.test(plain)) return { kind: DIGIT, plain };
  if (/^\p{L}+$/u.test(plain)) return { kind: LETTER, plain: LOOKALIKES[plain] ?? plain };
  return { kind: OTHER, plain };
}
