/** What the second reader counts in a draft: words, letters, groups of words, and how a reply stands to what it answers. */

import type { Context, Draft } from "@chaperone/engine";
import { grams, letters, neighbours, tagged, tagGrams, tagPairs } from "./grams.ts";
import type { Slot } from "./grams.ts";
import type { Groups } from "./groups.ts";
import { sentencesOf } from "./sentences.ts";
import type { Sentence } from "./sentences.ts";
import { wordsOf } from "./words.ts";

/** One thing seen, in which block of evidence, and in which sentence (-1: in none). */
export interface Sighting {
  feature: number;
  block: number;
  sentence: number;
}

export interface Reading {
  sentences: Sentence[];
  sightings: Sighting[];
}

/** How loud each block speaks; a block's voice does not grow with the length of the text. */
export const BLOCKS = { words: 1, letters: 0.8, groups: 1, pairs: 0.8, answered: 0.5, surface: 0.7, relation: 0.7, frame: 0.6 } as const;
const NAMES = Object.keys(BLOCKS);
const LOUDNESS = Object.values(BLOCKS);

export function readFeatures(draft: Draft, context: Context, groups: Groups): Reading {
  const sentences = sentencesOf(draft.text);
  const seen = new Map<string, Sighting>();
  const see = (block: keyof typeof BLOCKS, key: string, sentence: number): void => {
    const full = `${block} ${key}`;
    if (!seen.has(full)) seen.set(full, { feature: hash(full), block: NAMES.indexOf(block), sentence });
  };
  const texts = sentences.map((sentence) => wordsOf(sentence.text));
  const tags = texts.map((words) => tagged(words, groups));
  texts.forEach((words, at) => {
    for (const gram of grams(words, 3)) see("words", gram, at);
    for (const gram of letters(words)) see("letters", gram, at);
    for (const word of words) see("surface", `${draft.surface} ${word}`, at);
    for (const [word, next] of neighbours(words)) see("surface", `${draft.surface} ${word} ${next}`, at);
  });
  tags.forEach((sentence, at) => {
    for (const tag of sentence.flatMap((slot) => slot.tags)) {
      see("groups", tag, at);
      see("surface", `${draft.surface} <${tag}>`, at);
      if (at === 0) see("groups", `first ${tag}`, at);
    }
    for (const gram of tagGrams(sentence)) see("groups", gram, at);
    for (const pair of tagPairs(sentence)) see("pairs", pair, at);
  });
  seeAnswered(draft, groups, texts, tags, see);
  seeFrame(draft, context, sentences, see);
  return { sentences, sightings: [...seen.values()] };
}

/** Sightings as a row of numbers: within a block every sighting weighs the same, and the block as a whole its loudness. */
export function rowOf(sightings: readonly Sighting[]): Map<number, number> {
  const sizes = LOUDNESS.map(() => 0);
  for (const one of sightings) sizes[one.block]!++;
  const row = new Map<number, number>();
  for (const one of sightings) row.set(one.feature, (row.get(one.feature) ?? 0) + LOUDNESS[one.block]! / Math.sqrt(sizes[one.block]!));
  return row;
}

type See = (block: keyof typeof BLOCKS, key: string, sentence: number) => void;

function seeAnswered(draft: Draft, groups: Groups, texts: string[][], tags: Slot[][], see: See): void {
  const answered = draft.inReplyTo;
  if (!answered) return;
  const words = wordsOf(answered.text);
  const slots = tagged(words, groups);
  for (const gram of grams(words, 2)) see("answered", gram, -1);
  const theirs = new Set(slots.flatMap((slot) => slot.tags));
  for (const tag of theirs) see("answered", `<${tag}>`, -1);
  const said = new Set(words);
  const author = new Set(wordsOf(answered.author));
  tags.forEach((sentence, at) => {
    for (const { word, tags: ours } of sentence) {
      const how = said.has(word) ? "echo" : author.has(word) ? "author" : "new";
      if (how === "echo" && word.length > 3) see("relation", `echo ${word}`, at);
      if (how === "author") see("relation", "author named", at);
      for (const tag of ours) {
        see("relation", `${how} <${tag}>`, at);
        see("relation", `${theirs.has(tag) ? "too" : "only"} <${tag}>`, at);
        for (const other of theirs) see("relation", `<${tag}> to <${other}>`, at);
      }
    }
  });
  const ours = texts.flat().filter((word) => word.length > 4);
  const share = ours.length === 0 ? 0 : ours.filter((word) => said.has(word)).length / ours.length;
  see("frame", `echoed share ${Math.round(share * 10)}`, -1);
}

function seeFrame(draft: Draft, context: Context, sentences: Sentence[], see: See): void {
  const length = Math.round(Math.log2(draft.text.length + 1));
  see("frame", `on ${draft.surface}`, -1);
  see("frame", `on ${draft.surface} of ${context.specialty ?? "unknown"}`, -1);
  see("frame", `length ${length}`, -1);
  see("frame", `on ${draft.surface} length ${length}`, -1);
  see("frame", `sentences ${Math.min(8, sentences.length)}`, -1);
  see("frame", draft.inReplyTo ? `answers ${draft.inReplyTo.kind} on ${draft.surface}` : `answers nothing on ${draft.surface}`, -1);
  if (/[A-Z]{4}/.test(draft.text)) see("frame", "shouts", -1);
  if (/\d{3}.?\d{4}/.test(draft.text)) see("frame", "phone", -1);
}

/** FNV-1a, kept to 24 bits: wide enough that two features seldom meet. */
export function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state ^= state >>> 15;
  return state & 0xffffff;
}
