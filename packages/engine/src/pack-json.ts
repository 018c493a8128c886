/** What `rules/pack.json` holds: the rules as data, before the engine makes them ready. */
import type { Authority, Frame } from "./vocabulary.ts";
import type { Rule } from "./rule.ts";

export interface Topic { id: string; title: string; frames: Frame[] }

export interface PackJson {
  topics: Topic[];
  rules: Rule[];
  /** Entries by list, one line each, synonyms separated by commas, `@list` for another list. */
  lexicon: Record<string, string[]>;
  /** Phrases that announce a frame. */
  frames: Record<string, string[]>;
  authorities: Record<string, Omit<Authority, "id">>;
  /** State → topic → ids of its provisions. */
  states: Record<string, Record<string, string[]>>;
  pillars: PillarWeights;
}

/** What cues say, in the order of PILLARS; trained by a script of the second reader on the repo's own cases. */
export interface PillarWeights {
  /** The cues that weigh alike, separated by commas, by their weights: a letter a pillar, M for nothing. */
  words: Record<string, string>;
  bias: number[];
  surface: Record<string, number[]>;
}
