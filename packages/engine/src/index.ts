export * from "./vocabulary.ts";
export { check, verdictOf } from "./check.ts";
export { loadPack } from "./pack.ts";
export type { Pack, PackJson, Topic } from "./pack.ts";
export { pillar } from "./pillar.ts";
export type { PillarWeights } from "./pillar.ts";
export { PhraseError, parsePhrase } from "./phrase/parse.ts";
export { readRule } from "./rule.ts";
export type { Example, Overlay, Problem, Rule, RuleShape } from "./rule.ts";
