/** The rules as everyone else gets them: the compiled pack for checking, and the full texts for showing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pack, PackJson, Rule } from "@chaperone/engine";
import { loadPack } from "@chaperone/engine";
import type { Provision, RuleFile, Sources, State, TopicFile } from "./compile.ts";
import { readSources, readStates } from "./compile.ts";

export type { Provision, RuleFile, State, TopicFile };

let compiled: Pack | undefined;
let sources: Sources | undefined;
let known: State[] | undefined;

const read = (): Sources => (sources ??= readSources());

export const packJson = (): PackJson => JSON.parse(readFileSync(join(import.meta.dirname, "pack.json"), "utf8")) as PackJson;

/** The built-in rules; with house rules, a pack of their own beside them. */
export function pack(house: Rule[] = []): Pack {
  if (house.length > 0) return loadPack(packJson(), house);
  return (compiled ??= loadPack(packJson()));
}

export const topicFiles = (): TopicFile[] => read().topics;
export const ruleFiles = (): RuleFile[] => read().rules;
export const authorities = (): Provision[] => read().provisions;
/** Asked for whenever a text is checked, so it reads the states and nothing else. */
export const states = (): State[] => (known ??= readStates());
/** The approved parts of safe replies, by language. */
export const replyParts = (): unknown => read().replies;
