/**
 * A linear learner: squared-hinge support vectors by dual coordinate descent, one topic at a time.
 * It needs no learning rate, and a dozen passes over the cases are enough.
 */

export interface Rows {
  /** Row r holds entries starts[r] to starts[r + 1]. */
  starts: Int32Array;
  columns: Int32Array;
  values: Float32Array;
  width: number;
}

export interface Fit {
  weights: Float32Array;
  bias: number;
}

/** What a case says about a topic: 1 holds it, -1 does not, 0 does not count. */
export type Label = -1 | 0 | 1;

export interface Fitting {
  cost: number;
  /** How much more a case that holds the topic weighs. */
  lean: number;
  passes: number;
  /** The size of the constant column; 0 when the rows bring their own. */
  constant: number;
  /** How much each row counts; all alike when left out. */
  weights?: Float32Array;
}

/** One row: which columns it fills, and with what. */
export interface Entries {
  columns: Int32Array;
  values: Float32Array;
}

export function rowsFrom(entries: Entries[], width: number): Rows {
  const starts = new Int32Array(entries.length + 1);
  entries.forEach((row, at) => (starts[at + 1] = starts[at]! + row.columns.length));
  const columns = new Int32Array(starts[entries.length]!);
  const values = new Float32Array(columns.length);
  entries.forEach((row, at) => {
    columns.set(row.columns, starts[at]);
    values.set(row.values, starts[at]);
  });
  return { starts, columns, values, width };
}

export function rowsOf(entries: ReadonlyMap<number, number>[], width: number): Rows {
  return rowsFrom(entries.map((row) => ({ columns: Int32Array.from(row.keys()), values: Float32Array.from(row.values()) })), width);
}

export function fitLinear(rows: Rows, labels: Label[], chosen: number[], how: Fitting): Fit {
  const weights = new Float32Array(rows.width);
  let bias = 0;
  const live = chosen.filter((row) => labels[row] !== 0);
  const duals = new Float64Array(live.length);
  const norms = live.map((row) => squaredLength(rows, row) + how.constant ** 2);
  const order = live.map((_, index) => index);
  const random = dice(7);
  for (let pass = 0; pass < how.passes; pass++) {
    shuffle(order, random);
    let largest = 0;
    for (const index of order) {
      const row = live[index]!;
      const label = labels[row]!;
      const slack = 0.5 / ((label > 0 ? how.cost * how.lean : how.cost) * (how.weights?.[row] ?? 1));
      const gradient = label * (dot(rows, row, weights) + bias) - 1 + slack * duals[index]!;
      const next = Math.max(0, duals[index]! - gradient / (norms[index]! + slack));
      const change = (next - duals[index]!) * label;
      if (change === 0) continue;
      duals[index] = next;
      largest = Math.max(largest, Math.abs(change));
      for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) weights[rows.columns[at]!]! += change * rows.values[at]!;
      bias += change * how.constant ** 2;
    }
    if (largest < 0.003 * how.cost) break;
  }
  return { weights, bias };
}

export function scoreRow(rows: Rows, row: number, fit: Fit): number {
  return dot(rows, row, fit.weights) + fit.bias;
}

function dot(rows: Rows, row: number, weights: Float32Array): number {
  let sum = 0;
  const { columns, values } = rows;
  for (let at = rows.starts[row]!, end = rows.starts[row + 1]!; at < end; at++) sum += weights[columns[at]!]! * values[at]!;
  return sum;
}

function squaredLength(rows: Rows, row: number): number {
  let sum = 0;
  for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) sum += rows.values[at]! ** 2;
  return sum;
}

/** The same numbers on every machine, so that training twice gives the same weights. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

export function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
}
