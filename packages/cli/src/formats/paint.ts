import { styleText } from "node:util";
import type { Severity, Verdict } from "../desk.ts";

type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

export function paintFor(isColor: boolean): Paint {
  return isColor ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}

/** A shape and a word beside every colour, so that nothing is said by colour alone. */
export const SHAPES: Record<Verdict | Severity, { shape: string; line: string; style: Style }> = {
  stop: { shape: "■", line: "━", style: "red" },
  question: { shape: "◆", line: "~", style: "yellow" },
  note: { shape: "○", line: "┈", style: "blue" },
  clear: { shape: "✓", line: "", style: "green" },
};
