/** Says what is wrong, why, and what to write instead, with the law that stands behind it. */
import type { Authority, Context, Draft, Finding, Severity } from "./vocabulary.ts";
import type { Match, Read } from "./matchers/found.ts";
import type { Pack } from "./pack.ts";
import type { Rule } from "./rule.ts";
import { isOn } from "./applies.ts";

/** Provisions of the state itself that are shown beside those a rule cites. */
const MOST_STATE_PROVISIONS = 3;
const WEIGHT: Record<Severity, number> = { note: 0, question: 1, stop: 2 };

export function explain(rule: Rule, match: Match, draft: Draft, { reading }: Read, context: Context, pack: Pack, isReadAgain: boolean): Finding {
  const start = reading.start[match.first]!, end = lastCharacter(reading.end, match);
  const overlays = context.states.flatMap((state) => {
    const overlay = rule.states?.[state];
    return overlay && (!overlay.on || isOn(overlay.on, draft.surface)) ? [overlay] : [];
  });
  const asked = overlays.reduce((worst, overlay) => (overlay.severity && WEIGHT[overlay.severity] > WEIGHT[worst] ? overlay.severity : worst), rule.severity);
  const severity = rule.unsure && isReadAgain ? "note" : asked;
  const local = context.states.flatMap((state) => pack.json.states[state]?.[rule.topic] ?? []).slice(0, MOST_STATE_PROVISIONS);
  const cited = [...overlays.flatMap((overlay) => overlay.cites ?? []), ...rule.cites, ...local];
  return {
    rule: rule.id, topic: rule.topic, severity, start, end,
    message: rule.what.replaceAll("{match}", draft.text.slice(start, end)),
    why: overlays.find((overlay) => overlay.why)?.why ?? rule.why,
    instead: overlays.find((overlay) => overlay.instead)?.instead ?? rule.instead,
    authorities: [...new Set(cited)].flatMap((id): Authority[] => (pack.json.authorities[id] ? [{ id, ...pack.json.authorities[id] }] : [])),
    by: "rules",
  };
}

/** Words that were taken apart or joined share their letters, so the last word need not reach furthest. */
function lastCharacter(ends: Int32Array, { first, last }: Match): number {
  let end = 0;
  for (let at = first; at <= last; at++) end = Math.max(end, ends[at]!);
  return end;
}

/** In the order of the text; of overlapping findings on one topic the most severe stays. */
export function settle(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const bySeverity = findings.toSorted((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity] || a.start - b.start || b.end - a.end || (a.rule < b.rule ? -1 : 1));
  for (const finding of bySeverity)
    if (!kept.some((other) => other.topic === finding.topic && other.start < finding.end && finding.start < other.end)) kept.push(finding);
  return kept.sort((a, b) => a.start - b.start || WEIGHT[b.severity] - WEIGHT[a.severity] || (a.rule < b.rule ? -1 : 1));
}
