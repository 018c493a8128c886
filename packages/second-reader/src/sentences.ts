/** Cuts a text into sentences by their UTF-16 offsets. */

export interface Sentence {
  start: number;
  end: number;
  text: string;
}

const END = /[.!?…]+["”’)\]]*(?=\s|$)|\n+/gu;

/** Short tails such as “Dr.” join what follows, so that a title does not end a sentence. */
export function sentencesOf(text: string): Sentence[] {
  const cuts = [...text.matchAll(END)].map((match) => match.index + match[0].length).filter((cut) => !endsInTitle(text.slice(0, cut)));
  const sentences: Sentence[] = [];
  let start = 0;
  for (const cut of [...cuts, text.length]) {
    const sentence = trimmed(text, start, cut);
    if (sentence !== null) sentences.push(sentence);
    start = cut;
  }
  return sentences;
}

function endsInTitle(before: string): boolean {
  return /(?:^|[\s(])(?:dr|dra|mr|mrs|ms|st|vs|no|approx|dept|[a-z])\.$/i.test(before) && !before.endsWith("\n");
}

function trimmed(text: string, start: number, end: number): Sentence | null {
  const raw = text.slice(start, end);
  const lead = raw.length - raw.trimStart().length;
  const body = raw.trim();
  return /[\p{L}\p{N}]/u.test(body) ? { start: start + lead, end: start + lead + body.length, text: body } : null;
}
