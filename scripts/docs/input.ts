/** What the generated pages are made of. */
import type { Frame } from "@chaperone/engine";
import type { Provision, RuleFile, State } from "../../rules/compile.ts";

export type { Provision, RuleFile };

export interface TopicPage { id: string; title: string; covers: string; fine: string; frames?: Frame[] }
export type StatePage = State;

export interface DocsInput {
  rules: RuleFile[];
  authorities: Provision[];
  topics: TopicPage[];
  states: StatePage[];
}
