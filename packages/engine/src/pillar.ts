/** Which of the four pillars a post serves. A weighing of words, with the words that tipped it as the reason. */
import type { Draft, Pillar } from "./vocabulary.ts";
import { PILLARS } from "./vocabulary.ts";
import type { Pack } from "./pack.ts";

const REASON: Record<Pillar, string> = {
  promotional: "It sells something", educational: "It teaches", appreciation: "It thanks or honors people", community: "It is about the practice's people and place",
};

/** The pillar that weighs most; `reason` names up to three words that tipped it. */
export function pillar(draft: Draft, pack: Pack): { pillar: Pillar; reason: string } {
  const { words, bias, surface } = pack.json.pillars;
  const seen = new Set<string>();
  const plain = draft.text.normalize("NFKD").replace(/\p{M}|['’]/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  plain.forEach((word, at) => {
    for (const term of [word, `${word} ${plain[at + 1] ?? ""}`]) if (words[term]) seen.add(term);
  });
  const terms = [...seen];
  const scores = PILLARS.map((_, at) => (bias[at] ?? 0) + (surface[draft.surface]?.[at] ?? 0) + terms.reduce((sum, term) => sum + words[term]![at]!, 0));
  const best = scores.indexOf(Math.max(...scores));
  const telling = terms.filter((term) => words[term]![best]! > 0).sort((a, b) => words[b]![best]! - words[a]![best]!).slice(0, 3);
  const said = REASON[PILLARS[best]!];
  return { pillar: PILLARS[best]!, reason: telling.length > 0 ? `${said} (${telling.map((term) => `“${term}”`).join(", ")}).` : `${said}.` };
}
