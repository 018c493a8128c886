/** `end` is exclusive. */
export interface Part { start: number; end: number }

/** Which bytes a `Range` header asks for: undefined for all of them, as for what it does not understand. Several parts at once are answered with the whole. */
export function partOf(header: string | undefined, size: number): Part | "outside" | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(" ", "") ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return undefined;
  if (first === "") return Number(last) === 0 ? "outside" : { start: Math.max(0, size - Number(last)), end: size };
  const start = Number(first), end = last === "" ? size : Math.min(Number(last) + 1, size);
  if (last !== "" && Number(last) < start) return undefined;
  return start >= size ? "outside" : { start, end };
}
