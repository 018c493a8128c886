/** How a text reads now, cut where it differs from what was approved. */
import { changesBetween } from "../../lib/changes.ts";

export interface Piece { kind: "same" | "was" | "is"; text: string }

export function driftIn(approved: string, now: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { was, is, start, end } of changesBetween(approved, now)) {
    pieces.push({ kind: "same", text: now.slice(at, start) }, { kind: "was", text: was }, { kind: "is", text: is });
    at = end;
  }
  return [...pieces, { kind: "same" as const, text: now.slice(at) }].filter(({ text }) => text !== "");
}
