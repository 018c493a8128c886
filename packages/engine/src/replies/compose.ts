/** Puts safe answers together from approved parts: one opening, one middle, one closing. */
import { wordsOf } from "../text/words.ts";
import type { Answered } from "../vocabulary.ts";
import { kindOf, languageOf, type KindWords, type ReplyKind, type ReplyLanguage } from "./kind.ts";
import { dice, seedFrom, shuffled, type Dice } from "./dice.ts";

export interface KindParts { openings: string[]; middles: string[]; closings: string[] }
/** The files of `rules/replies`, by their names. */
export type ReplyParts = Record<ReplyLanguage, Record<ReplyKind, KindParts>> & { kinds: KindWords };

/** `contact` is a name or a role ("our office manager"), the same in both languages or one for each. */
export interface ReplyPractice {
  name?: string | undefined;
  phone?: string | undefined;
  contact?: string | Partial<Record<ReplyLanguage, string>> | undefined;
}

export interface ReplyOptions {
  count: number;
  /** The same seed gives the same replies. Left out, it follows from the words answered. */
  seed?: number | undefined;
  language?: ReplyLanguage | undefined;
  /** For a person who knows better than the words. */
  kind?: ReplyKind | undefined;
  /** Recent replies, latest first or last: none is given again, and their parts come up last. */
  avoid?: string[] | undefined;
}

export interface Reply { text: string; kind: ReplyKind; language: ReplyLanguage }

export function replies(answered: Answered, practice: ReplyPractice, parts: ReplyParts, options: ReplyOptions): Reply[] {
  const kind = options.kind ?? kindOf(answered, parts.kinds);
  const language = options.language ?? languageOf(answered.text);
  const avoid = options.avoid ?? [];
  const roll = dice(options.seed ?? seedFrom(answered.text));
  const spoken = spokenParts(parts[language][kind], unnamed(practice, answered, language), language);
  const texts = varied({
    openings: freshFirst(spoken.openings, avoid, roll),
    middles: freshFirst(spoken.middles, avoid, roll),
    closings: freshFirst(spoken.closings, avoid, roll),
  }, new Set(avoid), options.count);
  return texts.map((text) => ({ text, kind, language }));
}

/** The parts that this practice can say, slots filled. Where the phone can be given, closings that give none are left out. */
export function spokenParts(parts: KindParts, practice: ReplyPractice, language: ReplyLanguage): KindParts {
  const slots = { practice: practice.name, phone: practice.phone, contact: contactIn(practice, language) };
  const say = (sentences: string[]) => sentences.filter((sentence) => isKnown(sentence, slots));
  const closings = say(parts.closings);
  const withPhone = closings.filter((closing) => closing.includes("{phone}"));
  const fill = (sentence: string) => filled(sentence, slots);
  return {
    openings: say(parts.openings).map(fill),
    middles: say(parts.middles).map(fill),
    closings: (withPhone.length > 0 ? withPhone : closings).map(fill),
  };
}

type Slots = Record<"practice" | "phone" | "contact", string | undefined>;
const SLOT = /\{(practice|phone|contact)\}/g;

const isKnown = (sentence: string, slots: Slots): boolean =>
  [...sentence.matchAll(SLOT)].every(([, slot]) => slots[slot as keyof Slots]);

function filled(sentence: string, slots: Slots): string {
  const text = sentence.replace(SLOT, (_, slot: keyof Slots) => slots[slot]!).replace(/\.\.$/, ".");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function contactIn(practice: ReplyPractice, language: ReplyLanguage): string | undefined {
  return typeof practice.contact === "string" ? practice.contact : practice.contact?.[language];
}

/** A contact whom the review names is left out: to repeat a name from the review is to speak about the visit. */
function unnamed(practice: ReplyPractice, answered: Answered, language: ReplyLanguage): ReplyPractice {
  const said = new Set(wordsOf(answered.text));
  const names = contactIn(practice, language)?.match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
  const isNamed = names.some((name) => wordsOf(name).some((word) => said.has(word)));
  return isNamed ? { ...practice, contact: undefined } : practice;
}

function freshFirst(sentences: string[], avoid: string[], roll: Dice): string[] {
  const isUsed = (sentence: string) => avoid.some((reply) => reply.includes(sentence));
  const mixed = shuffled(sentences, roll);
  return [...mixed.filter((sentence) => !isUsed(sentence)), ...mixed.filter(isUsed)];
}

/** Combinations that say a thing twice ("in private", "a private call") only come up when nothing else is left. */
function varied(parts: KindParts, taken: Set<string>, count: number): string[] {
  const smooth: string[] = [], repeating: string[] = [];
  const words = new Map([...parts.openings, ...parts.middles, ...parts.closings].map((part) => [part, telling(part)]));
  for (const combination of combinations(parts)) {
    if (smooth.length >= count) break;
    const text = combination.join(" ");
    if (taken.has(text)) continue;
    const said = combination.flatMap((part) => [...words.get(part)!]);
    if (new Set(said).size === said.length) smooth.push(text);
    else if (repeating.length < count) repeating.push(text);
  }
  return [...smooth, ...repeating].slice(0, count);
}

const telling = (part: string): Set<string> => new Set(wordsOf(part).filter((word) => word.length > 4));

/** Every combination once, walked on the diagonal, so that neighbors share as little as can be. */
export function* combinations({ openings, middles, closings }: KindParts): Generator<[string, string, string]> {
  const rounds = middles.length * closings.length;
  for (let round = 0; round < rounds; round++)
    for (let at = 0; at < openings.length; at++)
      yield [
        openings[at]!,
        middles[(round + at) % middles.length]!,
        closings[(Math.floor(round / middles.length) + at) % closings.length]!,
      ];
}
