/** Adam with weight decay kept apart from the slopes. */
export class Adam {
  readonly slopes: Float32Array;
  private readonly values: Float32Array;
  private readonly first: Float32Array;
  private readonly second: Float32Array;
  private steps = 0;

  constructor(values: Float32Array) {
    this.values = values;
    this.slopes = new Float32Array(values.length);
    this.first = new Float32Array(values.length);
    this.second = new Float32Array(values.length);
  }

  step(rate: number, decay: number): void {
    this.steps++;
    const { values, slopes, first, second } = this;
    const scale = (rate * Math.sqrt(1 - 0.999 ** this.steps)) / (1 - 0.9 ** this.steps);
    const shrink = 1 - rate * decay;
    for (let at = 0; at < values.length; at++) {
      const slope = slopes[at]!;
      const one = (first[at] = 0.9 * first[at]! + 0.1 * slope);
      const two = (second[at] = 0.999 * second[at]! + 0.001 * slope * slope);
      values[at] = values[at]! * shrink - (scale * one) / (Math.sqrt(two) + 1e-8);
      slopes[at] = 0;
    }
  }
}
