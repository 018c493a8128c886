/** A small logistic regression by Newton's steps, for the second stage: a dozen of them reach the optimum. */

const STEPS = 12;
/** Holds every weight but the first, the constant, near nothing. */
const RIDGE = 0.1;

export function fitLogistic(rows: number[][], isSo: boolean[]): number[] {
  let weights = rows[0]!.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const held = weights.map((_, at) => (at === 0 ? 1e-6 : RIDGE));
    const slope = weights.map((weight, at) => weight * held[at]!);
    const bend = weights.map((_, at) => weights.map((_, other) => (at === other ? held[at]! : 0)));
    rows.forEach((row, at) => {
      const likely = 1 / (1 + Math.exp(-row.reduce((sum, value, index) => sum + value * weights[index]!, 0)));
      const error = likely - (isSo[at] ? 1 : 0);
      row.forEach((value, index) => {
        slope[index]! += error * value;
        for (let other = 0; other <= index; other++) bend[index]![other]! += likely * (1 - likely) * value * row[other]!;
      });
    });
    bend.forEach((line, at) => line.forEach((_, other) => (line[other] = other > at ? bend[other]![at]! : line[other]!)));
    const change = solve(bend, slope);
    weights = weights.map((weight, at) => weight - change[at]!);
  }
  return weights;
}

/** Gauss's elimination; the matrix is symmetric and positive, so that no rows need to change places. */
function solve(matrix: number[][], right: number[]): number[] {
  const lines = matrix.map((line, at) => [...line, right[at]!]);
  lines.forEach((pivot, at) => {
    lines.forEach((line, below) => {
      if (below === at) return;
      const share = line[at]! / pivot[at]!;
      for (let column = at; column < line.length; column++) line[column]! -= share * pivot[column]!;
    });
  });
  return lines.map((line, at) => line.at(-1)! / line[at]!);
}
