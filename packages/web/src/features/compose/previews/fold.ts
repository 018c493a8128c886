/** Where a network hides the rest of a text: after its characters, or after its lines, counted as they would be drawn. */
import type { Fold } from "@chaperone/contract";

export interface Folded { shown: string; isFolded: boolean; after: number }

export function foldText(text: string, fold: Fold | null): Folded {
  if (!fold) return { shown: text, isFolded: false, after: text.length };
  const byLines = afterLines(text, fold), at = Math.min(fold.characters, byLines);
  if (at >= text.trimEnd().length) return { shown: text, isFolded: false, after: text.length };
  const shown = wholeWords(text.slice(0, Math.max(1, byLines < fold.characters ? at - fold.more.length - 2 : at)), text);
  return { shown, isFolded: true, after: shown.length };
}

/** Offset at which the last line that is shown ends; words wrap as a browser would wrap them at the network's usual width. */
function afterLines(text: string, { lines, columns }: Fold): number {
  let line = 1, column = 0;
  for (const { 0: piece, index } of text.matchAll(/\n|[^\S\n]+|\S+/g)) {
    if (piece === "\n") { if (++line > lines) return index; column = 0; continue; }
    if (/^\s/.test(piece)) { column += piece.length; continue; }
    if (column > 0 && column + piece.length > columns) { if (++line > lines) return index; column = 0; }
    column += piece.length;
  }
  return text.length;
}

function wholeWords(cut: string, text: string): string {
  const isMidWord = /\S$/.test(cut) && /^\S/.test(text.slice(cut.length));
  const kept = isMidWord ? cut.replace(/\S+$/, "") : cut;
  return (kept.trim() === "" ? cut : kept).trimEnd();
}
