export interface Cut { text: string; isIn: boolean }

/** A sentence in pieces, inside and outside of what was found; spans may overlap or reach past a sentence that has grown shorter since. */
export function cutAt(text: string, spans: readonly { start: number; end: number }[]): Cut[] {
  const cuts: Cut[] = [];
  let from = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (start > from) cuts.push({ text: text.slice(from, start), isIn: false });
    cuts.push({ text: text.slice(Math.max(start, from), to), isIn: true });
    from = to;
  }
  return from < text.length ? [...cuts, { text: text.slice(from), isIn: false }] : cuts;
}
