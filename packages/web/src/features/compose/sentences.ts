/** Where sentences begin and end, for taking one out whole. An abbreviation's full stop ends nothing. */

const segmenter = new Intl.Segmenter("en-US", { granularity: "sentence" });
const ABBREVIATED = /(?:^|[\s(“"])(?:drs?|mrs?|ms|st|jr|sr|vs|no|prof|inc|approx|est|dept|ave|[\p{L}])\.\s*$/iu;

export interface Span { start: number; end: number }

export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const last = sentences.at(-1);
    if (last && ABBREVIATED.test(text.slice(last.start, last.end))) last.end = index + segment.length;
    else sentences.push({ start: index, end: index + segment.length });
  }
  return sentences;
}

/** The sentences that a span touches, without the spaces behind the last. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  const touched = sentencesOf(text).filter((sentence) => sentence.start < Math.max(end, start + 1) && start < sentence.end);
  const from = touched[0]?.start ?? start, to = touched.at(-1)?.end ?? end;
  return { start: from, end: from + text.slice(from, to).trimEnd().length };
}
