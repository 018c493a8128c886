/** Which of the four pillars a post serves. A weighing of cues, with those that tipped it as the reason. */
import type { Draft, Pillar } from "./vocabulary.ts";
import { PILLARS } from "./vocabulary.ts";
import type { Pack } from "./pack.ts";
import { eachCue } from "./pillar-cues.ts";

const REASON: Record<Pillar, string> = {
  promotional: "It sells something", educational: "It teaches", appreciation: "It thanks or honors people", community: "It is about the practice's people and place",
};
const SHOWN = 3;
/** Lists and shapes are no words of the text, and a word like “her” or “is” explains nothing. */
const TELLS = /^[^<]*[\p{L}\d]{4}[^<]*$/u;
/** A weight is a letter: M weighs nothing, a step away from it one point for or against. */
const NOTHING = "M".charCodeAt(0);

/** `heads` are the words, and the pairs of words, with which longer cues begin. */
interface Table { weights: Map<string, number[]>; heads: Set<string> }

const tables = new WeakMap<Pack, Table>();

/** The pillar that weighs most, or the one that a better reader has `decided` on; `reason` names up to three words that speak for it. */
export function pillar(draft: Draft, pack: Pack, decided?: Pillar): { pillar: Pillar; reason: string } {
  const { weights: known, heads } = tableOf(pack), { bias, surface } = pack.json.pillars;
  const seen = new Map<string, number[]>();
  eachCue(draft.text, pack, (cue) => {
    const weights = known.get(cue);
    if (weights) seen.set(cue, weights);
  }, (words) => heads.has(words));
  const scores = PILLARS.map((_, at) => (bias[at] ?? 0) + (surface[draft.surface]?.[at] ?? 0));
  for (const weights of seen.values()) for (let at = 0; at < scores.length; at++) scores[at]! += weights[at]!;
  const best = decided ? PILLARS.indexOf(decided) : scores.indexOf(Math.max(...scores)), said = REASON[PILLARS[best]!];
  const telling = tellingWords(seen, best);
  return { pillar: PILLARS[best]!, reason: telling.length > 0 ? `${said} (${telling.map((words) => `“${words}”`).join(", ")}).` : `${said}.` };
}

/** Only words that stand in the text are shown, and none twice. */
function tellingWords(seen: Map<string, number[]>, best: number): string[] {
  const told: string[] = [];
  const speaking = [...seen].filter(([cue, weights]) => weights[best]! > 0 && TELLS.test(cue)).sort((a, b) => b[1][best]! - a[1][best]!);
  for (const [cue] of speaking) {
    const words = cue.replace("^", "");
    if (told.length < SHOWN && !told.some((other) => ` ${other} `.includes(` ${words} `) || ` ${words} `.includes(` ${other} `))) told.push(words);
  }
  return told;
}

function tableOf(pack: Pack): Table {
  let table = tables.get(pack);
  if (!table) {
    const weights = new Map(Object.entries(pack.json.pillars.words).flatMap(([letters, cues]) => cues.split(",").map((cue) => [cue, weightsOf(letters)] as const)));
    const heads = new Set([...weights.keys()].flatMap((cue) => [...cue.matchAll(/ /g)].map(({ index }) => cue.slice(0, index))));
    tables.set(pack, (table = { weights, heads }));
  }
  return table;
}

const weightsOf = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0) - NOTHING);
