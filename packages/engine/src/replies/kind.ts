/** Which kind of review is this, and in which language? From plain words; the words come in as data. */
import { wordsOf } from "../text/words.ts";
import type { Answered } from "../vocabulary.ts";

/** In order of precedence: the first kind with a word in the review wins. */
export const REPLY_KINDS = [
  "emergency", "threatening-legal", "clinical-question", "price-question", "wrong-practice",
  "angry", "thank-you-for-nothing", "mixed", "five-star",
] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];
export type KindWords = Record<ReplyKind, string[]>;

export const REPLY_LANGUAGES = ["en", "es"] as const;
export type ReplyLanguage = (typeof REPLY_LANGUAGES)[number];

/** Fits praise and complaint alike, so it is what we say when no word tells them apart. */
const NEUTRAL: ReplyKind = "mixed";
const DENIALS = new Set(["not", "never", "no", "without", "nunca", "jamas", "sin", "ni"]);
const COMMON: Record<ReplyLanguage, Set<string>> = {
  en: new Set("the and to of was is i my they you for in with it this that a at are have not we very her his she he so me your how".split(" ")),
  es: new Set("el la los las y de que en un una mi me muy es por con para su se lo no fue del al como pero todo gracias cuanto usted yo este esta son".split(" ")),
};

const joined = new WeakMap<string[], string[]>();

export function kindOf(answered: Answered, kinds: KindWords): ReplyKind {
  const text = ` ${wordsOf(answered.text).join(" ")} `;
  return REPLY_KINDS.find((kind) => phrasesOf(kinds[kind]).some((phrase) => says(text, phrase, kind === "emergency"))) ?? NEUTRAL;
}

/** English when nothing speaks for Spanish. */
export function languageOf(text: string): ReplyLanguage {
  const words = wordsOf(text);
  const common = (language: ReplyLanguage) => words.filter((word) => COMMON[language].has(word)).length;
  const signs = text.match(/[¿¡ñ]/gu)?.length ?? 0;
  return common("es") + signs > common("en") ? "es" : "en";
}

/** Each phrase between spaces, so that one substring search keeps to whole words. */
function phrasesOf(phrases: string[]): string[] {
  const known = joined.get(phrases);
  if (known) return known;
  const found = phrases.map((phrase) => {
    const isStem = phrase.endsWith("*");
    const words = wordsOf(isStem ? phrase.slice(0, -1) : phrase).join(" ");
    return isStem ? ` ${words}` : ` ${words} `;
  });
  joined.set(phrases, found);
  return found;
}

/** "Never rude" is praise; "no chest pain" still gets the number of help, because a wrong guess there is dear. */
function says(text: string, phrase: string, evenDenied: boolean): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    if (evenDenied || !DENIALS.has(wordBefore(text, at))) return true;
  return false;
}

const wordBefore = (text: string, at: number): string => text.slice(text.lastIndexOf(" ", at - 1) + 1, at);
