/** Longer than this no post is. The cap keeps a file without line breaks from filling the memory. */
export const CAP_BYTES = 1_000_000;

export type Line = { number: number; text: string } | { number: number; problem: string };

export const TOO_LONG = "is longer than 1 MB and was not checked";
export const NOT_UTF8 = "is not valid UTF-8 and was not checked";
const NUL_BYTE = "holds a zero byte, so it is not text, and was not checked";

/** Splits bytes into numbered lines, in the batches in which they arrive. A line that cannot be read is told, not thrown. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const cutter = new LineCutter();
  for await (const chunk of bytes) {
    const lines = cutter.cut(chunk);
    if (lines.length > 0) yield lines;
  }
  const last = cutter.end();
  if (last) yield [last];
}

class LineCutter {
  private pieces: Uint8Array[] = [];
  private size = 0;
  private number = 0;

  cut(chunk: Uint8Array): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      this.keep(chunk.subarray(from, at));
      lines.push(this.line());
      from = at + 1;
    }
    this.keep(chunk.subarray(from));
    return lines;
  }

  end(): Line | undefined {
    return this.size > 0 ? this.line() : undefined;
  }

  /** Past the cap only the size is kept. */
  private keep(piece: Uint8Array): void {
    this.size += piece.length;
    if (this.size > CAP_BYTES) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece);
  }

  private line(): Line {
    const { pieces, size } = this;
    this.pieces = [];
    this.size = 0;
    this.number += 1;
    if (size > CAP_BYTES) return { number: this.number, problem: TOO_LONG };
    const text = decode(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces));
    if (text === undefined) return { number: this.number, problem: NOT_UTF8 };
    if (text.includes("\0")) return { number: this.number, problem: NUL_BYTE };
    return { number: this.number, text: text.endsWith("\r") ? text.slice(0, -1) : text };
  }
}

const strict = new TextDecoder("utf-8", { fatal: true });

/** Undefined when the bytes are not UTF-8: a replacement character could hide the very word that matters. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
