/** The chain itself: pure, so that it can be verified anywhere. */
import { createHash } from "node:crypto";

export const FIRST = "0".repeat(64);
export interface Link { seq: number; entry: string; prev: string; hash: string }

export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
export const hashOf = (prev: string, entry: string): string => sha256(`${prev}\n${entry}`);

export interface Walk { isIntact: boolean; entries: number; head: string; firstWrong: { seq: number; says: string } | null }

/** Walks links in the order given; the first that does not follow from the one before ends it. */
export class Walker {
  #entries = 0;
  #head = FIRST;
  #wrong: Walk["firstWrong"] = null;

  step(link: Link): void {
    if (this.#wrong) return;
    const expected = this.#entries + 1;
    const says = link.seq !== expected ? `Entry ${expected} should stand here, and this is ${link.seq}: one was removed, added or moved.`
      : link.prev !== this.#head ? `Entry ${link.seq} does not follow from the entry before it.`
      : hashOf(link.prev, link.entry) !== link.hash ? `Entry ${link.seq} is not what was recorded: its text and its hash do not belong together.`
      : seqIn(link.entry) !== link.seq ? `Entry ${link.seq} names another place in the record.` : undefined;
    if (says) { this.#wrong = { seq: link.seq, says }; return; }
    this.#entries = link.seq;
    this.#head = link.hash;
  }

  /** `end` is what the export says the record ends with; a shorter one was cut off. */
  end(end?: { entries: number; head: string }): Walk {
    const cut = end && !this.#wrong && (end.entries !== this.#entries || end.head !== this.#head);
    const firstWrong = cut ? { seq: this.#entries + 1, says: `The record should end with entry ${end.entries}, and this ends with ${this.#entries}.` } : this.#wrong;
    return { isIntact: firstWrong === null, entries: this.#entries, head: this.#head, firstWrong };
  }
}

function seqIn(entry: string): number | undefined {
  try { return (JSON.parse(entry) as { seq?: number }).seq; } catch { return undefined; }
}
