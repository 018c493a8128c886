/** The one-click way out of a finding, where there is one: the practice's own facts, words that the rule prescribes, or taking it out. */
import type { Context, Finding, Provider } from "@chaperone/engine";
import { sentenceAround } from "./sentences.ts";
import type { Change } from "./take-out.ts";
import { takeOut, takesSentence } from "./take-out.ts";

/** `words` are what the button puts in, shown in the draft's own voice; null when it only takes out. */
export interface Fix extends Change { label: string; words: string | null }

const TITLED = /^(?:[Dd]r|DR|[Dd]octor)\.?\s+(\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)?)(?<rest>(?:\s+\p{Ll}+)?)$/u;
const CERTIFIED = /^board[\s-]+certified$/i;
/** “Say: “…”” and the like: the whole advice is the wording. */
const PRESCRIBED = /^(?:(?:say|write|add|use|put)\b[^“”]{0,24}[:,]?\s*)?“([^”]+)”\.?$/iu;

export function fixOf(finding: Finding, text: string, context: Context): Fix | null {
  if (finding.end > text.length || finding.end <= finding.start) return null;
  return ofFacts(finding, text, context) ?? ofWording(finding) ?? (finding.severity === "stop" ? ofTakingOut(finding, text) : null);
}

/** Always possible, and the quiet other way of a question. */
export function ofTakingOut(finding: Finding, text: string): Fix | null {
  if (finding.end > text.length || finding.end <= finding.start) return null;
  return { ...takeOut(text, finding), words: null, label: takesSentence(text, finding) ? "Take the sentence out" : "Take it out" };
}

function ofFacts({ start, end }: Finding, text: string, { providers = [] }: Context): Fix | null {
  const words = text.slice(start, end), titled = TITLED.exec(words);
  if (titled) {
    const known = providers.filter((provider) => provider.degree && isNamed(provider, titled[1]!));
    return known.length === 1 ? put(`${known[0]!.name}, ${known[0]!.degree}`, start, end - titled.groups!.rest!.length) : null;
  }
  if (!CERTIFIED.test(words)) return null;
  const around = sentenceAround(text, { start, end }), said = text.slice(around.start, around.end);
  const named = providers.filter((provider) => said.includes(lastName(provider)));
  const whose = named.length > 0 ? named : providers.length === 1 ? providers : [];
  const board = whose.length === 1 && whose[0]!.boards?.length === 1 ? whose[0]!.boards[0] : undefined;
  return board ? put(`certified by the ${board.replace(/^the\s+/i, "")}`, start, end) : null;
}

function ofWording({ instead, start, end }: Finding): Fix | null {
  const prescribed = PRESCRIBED.exec(instead.trim());
  return prescribed && !/…|\.\.\./.test(prescribed[1]!) ? put(prescribed[1]!, start, end) : null;
}

const put = (words: string, start: number, end: number): Fix => ({ start, end, insert: words, words, label: words });
const lastName = ({ name }: Provider): string => name.trim().split(/\s+/).at(-1)!;
const isNamed = (provider: Provider, called: string): boolean => {
  const parts = called.toLowerCase().split(/\s+/), own = provider.name.toLowerCase().split(/\s+/);
  return parts.at(-1) === own.at(-1) && parts.every((part) => own.includes(part));
};
