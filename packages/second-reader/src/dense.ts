/** The meaning of a draft as numbers: of its text, of what it answers, and of both together. */

import { DIMENSIONS } from "./embeddings.ts";

export const DENSE = 3 * DIMENSIONS;
/** Products of two small numbers are smaller still; this brings them back to the size of the rest. */
const LIFT = 11;
const LOUDNESS = 0.7;

export function denseOf(text: Float32Array, answered: Float32Array | null): Float32Array {
  const dense = new Float32Array(DENSE);
  for (let at = 0; at < DIMENSIONS; at++) {
    dense[at] = text[at]! * LOUDNESS;
    if (answered === null) continue;
    dense[DIMENSIONS + at] = answered[at]! * LOUDNESS * LOUDNESS;
    dense[2 * DIMENSIONS + at] = text[at]! * answered[at]! * LIFT * LOUDNESS;
  }
  return dense;
}
