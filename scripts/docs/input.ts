/** What the generated pages are made of. */
import type { RuleShape } from "../../packages/engine/src/rule.ts";
import type { Frame, Known } from "../../packages/engine/src/vocabulary.ts";

export type RuleFile = RuleShape & { id: string; topic: string };

/** A provision as `rules/authorities` holds it; `state` is null for federal law, codes and network policies. */
export interface Provision {
  id: string;
  state: string | null;
  authority?: string;
  citation: string;
  topic: string;
  also?: string[];
  appliesTo?: string[];
  summary: string;
  wording?: string;
  requires?: string[];
  url: string;
  known: Known;
  asOf: string;
  retention?: string;
}

export interface TopicPage { id: string; title: string; covers: string; fine: string; frames?: Frame[] }
export interface Board { name: string; covers: string[]; url: string }
export interface StatePage { code: string; name: string; boards: Board[] }

export interface DocsInput {
  rules: RuleFile[];
  authorities: Provision[];
  topics: TopicPage[];
  states: StatePage[];
}
