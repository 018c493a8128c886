import { paintFor } from "../formats/paint.ts";
import type { Measure, Score, Share } from "./score.ts";

/** The score as a person reads it. */
export function scoreTable(score: Score, isColor: boolean): string {
  const paint = paintFor(isColor);
  const names = Object.keys(score.topics);
  const width = Math.max(12, ...names.map((name) => name.length));
  const head = `${"topic".padEnd(width)}  precision  recall     F1  right  wrong  missed`;
  const row = (name: string, measure: Measure): string =>
    `${name.padEnd(width)}  ${percent(measure.precision).padStart(9)}  ${percent(measure.recall).padStart(6)}  ${measure.f1.toFixed(3)}  ${pad(measure.right, 5)}  ${pad(measure.wrong, 5)}  ${pad(measure.missed, 6)}`;
  return [
    paint("bold", head),
    ...names.map((name) => row(name, score.topics[name]!)),
    paint("bold", row("all (micro)", score.micro)),
    "",
    `${"macro F1".padEnd(24)}${score.macroF1.toFixed(3)}`,
    shareLine("clean pass rate", score.clean, "fine cases with nothing flagged"),
    shareLine("violating caught", score.caught, "cases with at least one expected topic flagged"),
    shareLine("pillar accuracy", score.pillars, "posts and captions"),
    `${"cases".padEnd(24)}${score.cases.toLocaleString("en-US")}`,
    "",
  ].join("\n");
}

function shareLine(name: string, { share, are, of }: Share, what: string): string {
  return `${name.padEnd(24)}${of === 0 ? "–" : percent(share)}  (${are.toLocaleString("en-US")} of ${of.toLocaleString("en-US")} ${what})`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width);
}
