/** A text as words: for each its plain form, its place in the typed text, and what is seen at a glance. */

export const CAPITAL = 1, SHOUT = 2, HASHTAG = 4, QUOTED = 8, FIRST = 16, LAST = 32, CLAUSE_END = 64, EMOJI_WORD = 128;

/** Shapes that need no word list, by the names that phrases use. */
export const SHAPES = ["number", "money", "percent", "date", "time", "year", "phone", "email", "url", "handle", "hashtag", "name", "staff", "reviewer", "shout"] as const;
export type Shape = (typeof SHAPES)[number];
export const shapeBit = (shape: Shape): number => 1 << SHAPES.indexOf(shape);

export interface Sentence { first: number; last: number; isQuestion: boolean }

export class Reading {
  text = "";
  count = 0;
  words: string[] = [];
  start = new Int32Array(256);
  end = new Int32Array(256);
  flags = new Uint16Array(256);
  shapes = new Int32Array(256);
  sentence = new Int32Array(256);
  sentences: Sentence[] = [];

  reset(text: string): void {
    this.text = text;
    this.count = 0;
    this.words.length = 0;
    this.sentences.length = 0;
  }

  add(word: string, start: number, end: number, flags: number, shapes: number): void {
    const at = this.count++;
    if (at === this.start.length) this.grow();
    this.words[at] = word;
    this.start[at] = start;
    this.end[at] = end;
    this.flags[at] = flags;
    this.shapes[at] = shapes;
  }

  /** Closes the sentence that began after the last one, if any word stands in it. */
  closeSentence(isQuestion: boolean): void {
    const first = this.sentences.length === 0 ? 0 : this.sentences.at(-1)!.last + 1;
    const last = this.count - 1;
    if (last < first) {
      if (isQuestion && this.sentences.length > 0) this.sentences.at(-1)!.isQuestion = true;
      return;
    }
    this.flags[first]! |= FIRST;
    this.flags[last]! |= LAST;
    for (let at = first; at <= last; at++) this.sentence[at] = this.sentences.length;
    this.sentences.push({ first, last, isQuestion });
  }

  mark(at: number, flag: number): void {
    if (at >= 0 && at < this.count) this.flags[at]! |= flag;
  }

  private grow(): void {
    const size = this.start.length * 2;
    const bigger = <T extends Int32Array | Uint16Array>(old: T, fresh: T): T => (fresh.set(old), fresh);
    this.start = bigger(this.start, new Int32Array(size));
    this.end = bigger(this.end, new Int32Array(size));
    this.flags = bigger(this.flags, new Uint16Array(size));
    this.shapes = bigger(this.shapes, new Int32Array(size));
    this.sentence = bigger(this.sentence, new Int32Array(size));
  }
}
