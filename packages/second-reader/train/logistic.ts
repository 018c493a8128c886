/** A small logistic regression by AdaGrad, for the second stage. */

export function fitLogistic(rows: number[][], isSo: boolean[], passes = 60): number[] {
  const weights = rows[0]!.map(() => 0);
  const slopes = weights.map(() => 0);
  for (let pass = 0; pass < passes; pass++) {
    rows.forEach((row, at) => {
      const sum = row.reduce((total, value, index) => total + value * weights[index]!, 0);
      const error = 1 / (1 + Math.exp(-sum)) - (isSo[at] ? 1 : 0);
      for (let index = 0; index < weights.length; index++) {
        const slope = error * row[index]! + 1e-4 * weights[index]!;
        slopes[index]! += slope * slope;
        weights[index]! -= (0.3 * slope) / Math.sqrt(slopes[index]! + 1e-6);
      }
    });
  }
  return weights;
}
