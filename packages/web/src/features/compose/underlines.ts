/** Findings as underlines in the editor: they move with the words, fade in after a pause, and never move the text. */
import type { Severity } from "@chaperone/engine";
import type { Range } from "@codemirror/state";
import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import type { DecorationSet } from "@codemirror/view";
import { Decoration, EditorView } from "@codemirror/view";

export interface UnderlineMark { id: string; start: number; end: number; severity: Severity; isOpen: boolean }

export const setUnderlines = StateEffect.define<readonly UnderlineMark[]>();

const ORDER: Record<Severity, number> = { note: 0, question: 1, stop: 2 };

export const underlines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    // Words that are being changed lose their underline at once; the check draws it anew where it still holds.
    let moved = marks.map(transaction.changes);
    if (transaction.docChanged) {
      const touched: [number, number][] = [];
      transaction.changes.iterChangedRanges((_a, _b, from, to) => touched.push([from, to]));
      moved = moved.update({ filter: (from, to) => !touched.some(([start, end]) => start < to && from < end) });
    }
    for (const effect of transaction.effects) if (effect.is(setUnderlines)) moved = draw(effect.value, shown(moved), transaction.newDoc.length);
    return moved;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function shown(marks: DecorationSet): Set<string> {
  const ids = new Set<string>();
  for (const at = marks.iter(); at.value; at.next()) ids.add((at.value.spec as { id: string }).id);
  return ids;
}

function draw(marks: readonly UnderlineMark[], before: Set<string>, length: number): DecorationSet {
  const drawn: Range<Decoration>[] = [...marks].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]).flatMap(({ id, start, end, severity, isOpen }) => {
    const to = Math.min(end, length);
    if (start >= to) return [];
    const className = `u ${severity}${isOpen ? " on" : ""}${before.has(id) ? "" : " fresh"}`;
    return [Decoration.mark({ class: className, id, attributes: { "data-finding": id } }).range(start, to)];
  });
  return RangeSet.of(drawn, true);
}
