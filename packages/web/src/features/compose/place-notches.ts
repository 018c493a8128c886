/** Where the numbered shapes stand on the margin line: at their words' height, pushed down where two would meet. */

const HALF = 10, APART = 22;

export function placeNotches(heights: readonly { id: string; at: number }[]): { id: string; top: number }[] {
  let lowest = -Infinity;
  return heights.toSorted((a, b) => a.at - b.at).map(({ id, at }) => {
    lowest = Math.max(at - HALF, lowest + APART);
    return { id, top: lowest };
  });
}
