/** Something that the person can put right, said in one clear sentence. Anything else that is thrown is our bug. */
export class Refusal extends Error {}

/** The sentence of a refusal; other errors are rethrown, since they are bugs and need their trace. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  throw error;
}
