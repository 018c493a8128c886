/** The pages about rules, states and coverage, as text. Pure: `generate.ts` reads the files and writes these. */
import { coverage } from "./docs/coverage.ts";
import type { DocsInput } from "./docs/input.ts";
import { ruleIndex } from "./docs/rule-index.ts";
import { rulePage } from "./docs/rule-page.ts";
import { stateIndex } from "./docs/state-index.ts";
import { statePage } from "./docs/state-page.ts";

export type { DocsInput, Provision, RuleFile, StatePage, TopicPage } from "./docs/input.ts";

/** Path from the repository's root → the whole file. */
export function generateDocs(input: DocsInput): Map<string, string> {
  return new Map([
    ["docs/rules/README.md", ruleIndex(input)],
    ...input.rules.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, rulePage(input, rule)]),
    ["docs/states/README.md", stateIndex(input)],
    ...input.states.map((state): [string, string] => [`docs/states/${state.code}.md`, statePage(input, state)]),
    ["docs/coverage.md", coverage(input)],
  ]);
}
