/** How a network crops a picture, as data for the frame and as a sentence for its caption. */
import type { Network } from "@chaperone/contract";

/** Width and height in any unit; only the proportion matters. */
export interface Size { width: number; height: number }

export function cropOf({ pictures: { proportions } }: Pick<Network, "pictures">, { width, height }: Size): { ratio: number; says: string } {
  const own = width / height, bound = Math.min(Math.max(own, proportions.narrowest), proportions.widest), ratio = proportions.shown ?? bound;
  if (Math.abs(ratio - own) < 0.01) return { ratio, says: `The picture is kept ${Math.abs(own - 1) < 0.01 ? "square" : "whole"}.` };
  const lost = Math.round((1 - (ratio > own ? own / ratio : ratio / own)) * 100);
  return { ratio, says: `The picture is cropped ${named(ratio)}: ${lost}% goes ${ratio > own ? "at top and bottom" : "left and right"}.` };
}

const NAMED: [number, string][] = [[1, "to a square"], [4 / 5, "to 4:5"], [3 / 4, "to 3:4"], [2 / 3, "to 2:3"], [4 / 3, "to 4:3"], [16 / 9, "to 16:9"], [1.91, "to 1.91:1"], [2, "to 2:1"]];
const named = (ratio: number): string => NAMED.find(([known]) => Math.abs(known - ratio) < 0.01)?.[1] ?? `to ${ratio.toFixed(2)}:1`;
