/** Chance without randomness: the same seed rolls the same numbers everywhere. */

/** A number from 0 up to, but without, `sides`. */
export type Dice = (sides: number) => number;

/** A Weyl sequence whose steps are hashed: short, and even enough to choose among sentences. */
export function dice(seed: number): Dice {
  let step = seed >>> 0;
  return (sides) => {
    step = (step + 0x9e3779b9) >>> 0;
    return Math.floor((scramble(step) / 2 ** 32) * sides);
  };
}

export function seedFrom(text: string): number {
  let seed = text.length;
  for (let at = 0; at < text.length; at++) seed = scramble(seed ^ text.charCodeAt(at));
  return seed;
}

export function shuffled<T>(list: readonly T[], roll: Dice): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = roll(last + 1);
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}

function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
