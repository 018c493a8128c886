import { placeAt } from "../input/document.ts";
import type { Checked, Format, Outcome } from "./outcome.ts";

/** One JSON object: `results` and `problems`, written as they come. */
export function jsonFormat(): Format {
  const problems: unknown[] = [];
  let hasResults = false;
  return {
    begin: () => "{\"results\": [",
    each: (outcome) => {
      if ("problem" in outcome) {
        problems.push(outcome);
        return "";
      }
      const separator = hasResults ? ",\n" : "\n";
      hasResults = true;
      return separator + JSON.stringify(result(outcome));
    },
    end: (tally) => `\n], "problems": ${JSON.stringify(problems)}, "tally": ${JSON.stringify(tally)}}\n`,
  };
}

/** One line a text, problems among them. */
export function jsonLinesFormat(): Format {
  return { each: (outcome: Outcome) => `${JSON.stringify("problem" in outcome ? outcome : result(outcome))}\n` };
}

function result({ document, verdict, findings, pack }: Checked): unknown {
  return {
    file: document.file,
    line: document.line,
    ...(document.id === undefined ? {} : { id: document.id }),
    surface: document.draft.surface,
    verdict,
    findings: findings.map((finding) => ({ ...finding, place: placeAt(document, finding.start) })),
    pack,
  };
}
