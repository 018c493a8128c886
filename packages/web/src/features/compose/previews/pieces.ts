/** A text as a network draws it: words, and what becomes a link. */
export interface Piece { text: string; kind: "words" | "hashtag" | "mention" | "link" }

const LINKED = /(?<link>https?:\/\/[^\s<>"]+[^\s<>".,:;!?'’”)\]]|(?<![@\p{L}\p{N}._-])(?:[a-z0-9-]+\.)+(?:com|org|net|health|clinic|care|doctor|example|us|gov|edu)(?:\/[^\s<>"]*[^\s<>".,:;!?'’”)\]])?(?![\p{L}\p{N}@]))|(?<![\p{L}\p{N}_&/#])(?<hashtag>#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+)|(?<![\p{L}\p{N}_/@.])(?<mention>@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]*[\p{L}\p{N}])?)/giu;

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(LINKED)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), kind: "words" });
    const { link, hashtag } = match.groups!;
    pieces.push({ text: match[0], kind: link ? "link" : hashtag ? "hashtag" : "mention" });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), kind: "words" });
  return pieces;
}
