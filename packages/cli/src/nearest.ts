/** “ (did you mean X?)” for a word that is close to one there is, otherwise nothing. */
export function nearest(word: string, known: string[]): string {
  const wanted = word.toLowerCase();
  const [best] = known.map((name) => ({ name, far: distance(wanted, name.toLowerCase()) })).sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, wanted.length / 4) ? ` (did you mean ${best.name}?)` : "";
}

/** Levenshtein's, one row at a time. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1));
    row = next;
  }
  return row[to.length]!;
}
