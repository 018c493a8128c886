/** Figures of many runs as lines that one can read. */
export function table(rows: readonly { what: string; of: string; ms: readonly number[] }[]): string {
  const line = (cells: readonly string[]): string => `${cells[0]!.padEnd(32)}${cells.slice(1).map((cell) => cell.padStart(12)).join("")}`;
  return [line(["", "practice", "median", "p95", "worst"]), ...rows.map(({ what, of, ms }) => { const sorted = [...ms].sort((a, b) => a - b); return line([what, of, ...[0.5, 0.95, 1].map((share) => `${at(sorted, share).toFixed(1)} ms`)]); })].join("\n");
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
