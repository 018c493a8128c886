/** Splits a text into words and sentences without losing the place of a single typed character. */
import { APOSTROPHE, DIGIT, EMOJI, INVISIBLE, LETTER, NEWLINE, QUOTE, SPACE, kindOfAscii, see } from "./fold.ts";
import { open } from "./contractions.ts";
import { CAPITAL, CLAUSE_END, EMOJI_WORD, HASHTAG, QUOTED, Reading, SHOUT, shapeBit } from "./reading.ts";

/** Tells which words the rules know; needed to take apart hashtags and spaced letters. */
export interface KnownWords { has(word: string): boolean }

const NONE: KnownWords = { has: () => false };
const MOST_QUOTED = 80;
const ABBREVIATION = new Set(["dr", "mr", "mrs", "ms", "st", "vs", "jr", "sr", "prof", "dra", "sra", "srta", "approx", "dept", "ave", "blvd", "rd", "ste", "no", "tel", "ext", "etc", "e", "g"]);

const MONTH = new Set(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]);

const HASH = /#([\p{L}\p{N}_\u200d]+)/uy;
const HANDLE = /@[\w.]*\w/y;
const PHONE = /(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)|\d{3}[-.]\d{4}(?![\d-])/y;
const DATE = /\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d{2}))?(?![\d/%])|\d{4}-\d{2}-\d{2}(?!\d)/y;
const TIME = /\d{1,2}:\d{2}(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?/iy;
const MONEY = /[$€£] ?\d[\d,]*(?:\.\d+)?(?:[kK]\b)?/y;
const AMOUNT = /\d[\d,]*(?:\.\d+)? ?(?:dollars|bucks|usd|dolares|dólares)\b/iy;
const PERCENT = /\d+(?:\.\d+)? ?%/y;
const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/y;
const WEB = /(?:https?:\/\/|www\.)[^\s<>"”)]+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|co|us|health|clinic|dental|care|med|vision|info|biz|link|gov)(?:\/[^\s<>"”)]*)?(?![\w@])/iy;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/y;

/** The plain words of a short text, as phrases and word lists are written. */
export function wordsOf(text: string): string[] {
  readWords(text, scratch);
  return scratch.words.slice(0, scratch.count);
}

const scratch = new Reading();

export function readWords(text: string, into: Reading, known: KnownWords = NONE): Reading {
  into.reset(text);
  new Scanner(text, into, known).run();
  return into;
}

/** Opened and closed within one reading; holds the place in the text. */
class Scanner {
  private at = 0;
  private quote = -1;
  private readonly text: string;
  private readonly into: Reading;
  private readonly known: KnownWords;

  constructor(text: string, into: Reading, known: KnownWords) {
    this.text = text;
    this.into = into;
    this.known = known;
  }

  run(): void {
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      const kind = code < 128 ? kindOfAscii(code) : see(text.codePointAt(this.at)!).kind;
      if (kind === LETTER) this.letters();
      else if (kind === SPACE || kind === INVISIBLE || kind === APOSTROPHE) this.at += width(code);
      else if (kind === DIGIT) this.digits();
      else if (kind === NEWLINE) this.newline();
      else if (kind === QUOTE) this.quotation();
      else if (kind === EMOJI) this.emoji();
      else this.sign(code);
    }
    this.into.closeSentence(false);
  }

  private letters(): void {
    const { text } = this, from = this.at;
    let at = from, hasCapital = false, hasSmall = false, isAscii = true, dotted = -1;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 97 && code <= 122) { hasSmall = true; continue; }
      if (code >= 65 && code <= 90) { hasCapital = true; continue; }
      if (code < 128) {
        if (code >= 48 && code <= 57) continue;
        if (code === 39 && isLetterAt(text, at + 1)) continue;
        if ((code === 42 || code === 36 || code === 33 || code === 64) && this.isDisguise(code, at)) continue;
        if (code === 64 || code === 46) dotted = at;
        break;
      }
      const { kind, plain } = see(text.codePointAt(at)!);
      if (kind !== LETTER && kind !== DIGIT && kind !== INVISIBLE && !(kind === APOSTROPHE && isLetterAt(text, at + 1))) break;
      isAscii = false;
      if (kind === LETTER && plain === text[at]) hasSmall = true;
      else if (kind === LETTER) hasCapital ||= /\p{Lu}/u.test(text[at]!);
      at += width(code) - 1;
    }
    if (dotted >= 0 && (this.shape(EMAIL, from, "email") || this.shape(WEB, from, "url"))) return;
    if (text.startsWith("://", at) && this.shape(WEB, from, "url")) return;
    this.at = at;
    const plain = isAscii ? text.slice(from, at).toLowerCase() : unfold(text, from, at);
    if (plain === "") return;
    const isShout = hasCapital && !hasSmall && plain.length > 2;
    const code = text.charCodeAt(from);
    const isCapital = code < 128 ? code >= 65 && code <= 90 : hasCapital;
    this.emit(plain, from, at, (isCapital ? CAPITAL : 0) | (isShout ? SHOUT : 0), isShout ? shapeBit("shout") : 0);
  }

  /** A star, dollar, exclamation or at sign between letters hides one, as in b*tox. */
  private isDisguise(code: number, at: number): boolean {
    const { text } = this;
    if (code === 42) return isLetterAt(text, at + 1) || text.charCodeAt(at + 1) === 42;
    if (code === 64) return isLetterAt(text, at + 1) && !/^@[\w-]+\.\w/.test(text.slice(at, at + 40));
    return isLetterAt(text, at + 1) || (code === 36 && (text.charCodeAt(at + 1) === 36 || text.charCodeAt(at - 1) === 36));
  }

  private emit(plain: string, from: number, to: number, flags: number, shapes: number): void {
    const [first, second] = open(plain);
    this.into.add(first, from, to, flags, shapes);
    if (second) this.into.add(second, from, to, 0, 0);
    else if (plain.length === 1) this.joinSpaced();
  }

  /** Letters written one by one (b o t o x, f.r.e.e) are one word, when the rules know that word. */
  private joinSpaced(): void {
    const { into, text } = this;
    const next = text.slice(this.at, this.at + 2);
    if (/^[ .\-_*][\p{L}\p{N}]$/u.test(next) && !/^..[\p{L}\p{N}']/u.test(text.slice(this.at, this.at + 3))) return;
    let first = into.count - 1;
    while (first > 0 && into.words[first - 1]!.length === 1 && into.start[first]! - into.end[first - 1]! <= 1 && into.sentence.length > 0) first--;
    if (into.count - first < 3) return;
    const letters = into.words.slice(first, into.count).join("");
    const parts = split(letters, this.known);
    if (!parts) return;
    const starts = into.start.slice(first, into.count), ends = into.end.slice(first, into.count);
    into.count = first;
    let letter = 0;
    for (const part of parts) {
      into.add(part, starts[letter]!, ends[letter + part.length - 1]!, 0, 0);
      letter += part.length;
    }
  }

  private digits(): void {
    if (this.shape(PHONE, this.at, "phone") || this.shape(TIME, this.at, "time") || this.shape(PERCENT, this.at, "percent") || this.shape(AMOUNT, this.at, "money") || this.shape(DATE, this.at, "date")) return;
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text);
    if (!number) return void this.letters();
    const to = this.at + number[0].length;
    if (isLetterAt(this.text, to) && !/^(?:st|nd|rd|th|mg|ml|cc|mcg|units?|lbs?|k|x|s|yo|yr|yrs|hr|hrs|min|mm|cm)\b/i.test(this.text.slice(to, to + 6))) return this.letters();
    const isYear = /^(?:19|20)\d\d$/.test(number[0]);
    this.into.add(number[0].replaceAll(",", ""), this.at, to, 0, shapeBit("number") | (isYear ? shapeBit("year") : 0));
    this.at = to;
  }

  private shape(pattern: RegExp, from: number, shape: Parameters<typeof shapeBit>[0]): boolean {
    pattern.lastIndex = from;
    const found = pattern.exec(this.text);
    if (!found) return false;
    this.at = from + found[0].length;
    this.into.add(found[0].toLowerCase().replaceAll(/[\s,]/g, ""), from, this.at, 0, shapeBit(shape));
    if (shape === "url" && /[.!?]$/.test(found[0])) this.into.closeSentence(found[0].endsWith("?"));
    return true;
  }

  private newline(): void {
    const rest = /^[\s\u200b]*/u.exec(this.text.slice(this.at, this.at + 40))![0];
    const next = this.text.slice(this.at + rest.length, this.at + rest.length + 2);
    const isParagraph = (rest.match(/\n/g)?.length ?? 0) > 1;
    if (isParagraph) this.quote = -1;
    if (isParagraph || !/^\p{Ll}/u.test(next)) this.into.closeSentence(false);
    else this.into.mark(this.into.count - 1, CLAUSE_END);
    this.at += Math.max(1, rest.length);
  }

  private quotation(): void {
    const { into } = this;
    this.at++;
    if (this.quote < 0) { this.quote = into.count; return; }
    if (into.count - this.quote <= MOST_QUOTED) for (let at = this.quote; at < into.count; at++) into.mark(at, QUOTED);
    this.quote = -1;
  }

  private emoji(): void {
    const from = this.at;
    let word = "";
    for (;;) {
      const point = this.text.codePointAt(this.at);
      if (point === undefined) break;
      const { kind } = see(point);
      const isJoined = word !== "" && this.text.charCodeAt(this.at - 1) === 0x200d;
      if (kind === EMOJI && (word === "" || isJoined)) word += String.fromCodePoint(point);
      else if (kind !== INVISIBLE || word === "") break;
      this.at += point > 0xffff ? 2 : 1;
    }
    this.into.add(word, from, this.at, EMOJI_WORD, 0);
  }

  private sign(code: number): void {
    const { text, into } = this, char = text[this.at]!;
    if (char === "#" && this.hashtag()) return;
    if (char === "@" && this.shape(HANDLE, this.at, "handle")) return;
    if ((char === "(" || char === "+") && this.shape(PHONE, this.at, "phone")) return;
    if ((char === "$" || char === "€" || char === "£") && this.shape(MONEY, this.at, "money")) return;
    this.at += width(code);
    if (char === "." || char === "!" || char === "?" || char === "…" || char === "¡" || char === "¿") return this.stop(char);
    if (char === "•" || char === "|" || char === "·") return into.closeSentence(false);
    if (char === "&") return into.add("and", this.at - 1, this.at, 0, 0);
    if (",;:()[]—–=>".includes(char) || (char === "-" && text[this.at] === " ")) into.mark(into.count - 1, CLAUSE_END);
  }

  private stop(char: string): void {
    const { text, into } = this;
    if (char === "¡" || char === "¿") return into.closeSentence(false);
    const run = /^(?:[.!?…‼⁉]|\p{Variation_Selector})*/u.exec(text.slice(this.at, this.at + 20))![0];
    const marks = char + run;
    this.at += run.length;
    const after = text[this.at] ?? " ";
    const last = into.words[into.count - 1] ?? "";
    if (marks === ".") {
      if (!/[\s"”’')\]]/.test(after) && see(text.codePointAt(this.at) ?? 32).kind !== EMOJI) return;
      if (MONTH.has(last) && /^\s*\d/.test(text.slice(this.at, this.at + 4))) return;
      if (ABBREVIATION.has(last) || (last.length === 1 && /[a-z]/.test(last) && into.flags[into.count - 1]! & CAPITAL)) return;
    }
    const isTrailing = /^(\.{2,}|…+)$/.test(marks);
    if (isTrailing && /^\s*[\p{Ll}]/u.test(text.slice(this.at, this.at + 4))) return into.mark(into.count - 1, CLAUSE_END);
    into.closeSentence(marks.includes("?"));
  }

  private hashtag(): boolean {
    HASH.lastIndex = this.at;
    const found = HASH.exec(this.text);
    if (!found) return false;
    const from = this.at, tag = found[1]!;
    this.at += found[0].length;
    const shape = shapeBit("hashtag");
    if (/^\d+$/.test(tag)) { this.into.add(`#${tag}`, from, this.at, 0, shapeBit("number")); return true; }
    for (const piece of tag.split(/_|(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)) {
      const plain = unfold(piece, 0, piece.length);
      for (const word of split(plain, this.known) ?? [plain]) if (word) this.into.add(word, from, this.at, HASHTAG, shape);
    }
    return true;
  }
}

const width = (code: number): number => (code >= 0xd800 && code < 0xdc00 ? 2 : 1);

function isLetterAt(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (code < 128) return (code | 32) >= 97 && (code | 32) <= 122;
  return see(text.codePointAt(at)!).kind === LETTER;
}

function unfold(text: string, from: number, to: number): string {
  let plain = "";
  for (let at = from; at < to; at++) {
    const point = text.codePointAt(at)!;
    plain += see(point).plain;
    if (point > 0xffff) at++;
  }
  return plain;
}

/** The longest-word way of reading run-together letters as known words, or null when there is none. */
function split(letters: string, known: KnownWords): string[] | null {
  if (known.has(letters)) return [letters];
  if (letters.length > 60) return null;
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= letters.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - 20); start < end; start++) {
      const head = best[start], tail = letters.slice(start, end);
      if (!head || (tail.length < 2 && tail !== "a" && tail !== "i") || !known.has(tail)) continue;
      if (!best[end] || head.length + 1 < best[end]!.length) best[end] = [...head, tail];
    }
  }
  return best[letters.length] ?? null;
}
