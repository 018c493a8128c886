/** Reads the rule files into one pack, and says exactly where a file is wrong. Used when the pack is generated and by tests. */
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Known, PackJson, Rule, RuleShape, Topic } from "@chaperone/engine";
import { readRule } from "@chaperone/engine";
import { usedLists } from "./used-lists.ts";
import { LineCounter, parseDocument } from "yaml";

const here = import.meta.dirname;

export type RuleFile = RuleShape & { id: string; topic: string };

export interface TopicFile extends Topic { covers: string; fine: string }

/** A provision of law or policy, as the docs and the rules page show it. */
export interface Provision {
  id: string;
  authority?: string;
  citation: string;
  topic: string;
  also?: string[];
  appliesTo?: string[];
  summary: string;
  requires?: string[];
  url: string;
  known: Known;
  asOf: string;
  /** How long an advertisement must be kept, ISO 8601. */
  retention?: string;
  /** Words that the law prescribes, verbatim. */
  wording?: string;
  state: string | null;
}

export interface State { code: string; name: string; boards: { name: string; covers: string[]; url: string }[] }

export interface Sources {
  topics: TopicFile[];
  rules: RuleFile[];
  provisions: Provision[];
  states: State[];
  lexicon: Record<string, string[]>;
  frames: Record<string, string[]>;
  pillars: PackJson["pillars"];
  replies: unknown;
}

class RuleFileError extends Error {}

/** Reads everything. Every wrong rule file is told to `complain`, which by default throws; told otherwise, the rest is still read. */
export function readSources(complain: (error: RuleFileError) => void = (error) => { throw error; }): Sources {
  const rule = (file: string, topic: string): RuleFile[] => {
    try {
      return [ruleFile(file, topic)];
    } catch (error) {
      if (!(error instanceof RuleFileError)) throw error;
      complain(error);
      return [];
    }
  };
  const topicFolders = readdirSync(join(here, "topics"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  const stateFiles = readStateFiles();
  const federal = readYaml<{ provisions: Provision[] }>("authorities/federal.yaml").provisions;
  return {
    topics: topicFolders.map((id) => ({ id, ...readYaml<Omit<TopicFile, "id">>(`topics/${id}/topic.yaml`) })),
    rules: topicFolders.flatMap((topic) => filesOf(`topics/${topic}`, ".yaml").filter((file) => !file.endsWith("/topic.yaml")).flatMap((file) => rule(file, topic))),
    provisions: [...federal.map((entry) => ({ ...entry, state: null })), ...stateFiles.flatMap((file) => file.provisions.map((entry) => ({ ...entry, state: file.state })))],
    states: stateFiles.map(stateOf),
    lexicon: Object.fromEntries(filesOf("lexicon", ".txt").map((file) => [basename(file, ".txt"), linesOf(file)])),
    frames: readYaml("frames.yaml"),
    pillars: JSON.parse(readFileSync(join(here, "pillars.json"), "utf8")) as PackJson["pillars"],
    replies: Object.fromEntries(filesOf("replies", ".yaml").map((file) => [basename(file, ".yaml"), readYaml(file)])),
  };
}

/** The states alone, without reading a single rule. */
export const readStates = (): State[] => readStateFiles().map(stateOf);

interface StateFile { state: string; name: string; boards: State["boards"]; provisions: Provision[] }

const readStateFiles = (): StateFile[] => filesOf("authorities/states", ".yaml").map((file) => readYaml<StateFile>(file));
const stateOf = ({ state, name, boards }: StateFile): State => ({ code: state, name, boards });

/** What the engine needs of the sources; examples and summaries stay behind. */
export function packOf(sources: Sources): PackJson {
  const states: PackJson["states"] = {};
  for (const { state, topic, id } of sources.provisions) if (state && sources.topics.some((known) => known.id === topic)) ((states[state] ??= {})[topic] ??= []).push(id);
  const used = new Set([...sources.rules.flatMap((rule) => [...rule.cites, ...Object.values(rule.states ?? {}).flatMap((overlay) => overlay.cites ?? [])]), ...Object.values(states).flatMap((topics) => Object.values(topics).flat())]);
  const rules = sources.rules.map(({ flag: _flag, pass: _pass, ...rule }): Rule => rule);
  return {
    topics: sources.topics.map(({ id, title, frames }) => ({ id, title, frames })),
    rules,
    lexicon: usedLists(sources.lexicon, rules, sources.frames),
    frames: sources.frames,
    authorities: Object.fromEntries(sources.provisions.filter(({ id }) => used.has(id)).map(({ id, citation, url, known, asOf }) => [id, { citation, url, known, asOf }])),
    states,
    pillars: sources.pillars,
  };
}

function filesOf(folder: string, ending: string): string[] {
  return readdirSync(join(here, folder)).filter((name) => name.endsWith(ending)).sort().map((name) => `${folder}/${name}`);
}

/** A list holds words, not phrases: a slot or a choice in it would match nothing and say nothing. */
function linesOf(file: string): string[] {
  const lines = readFileSync(join(here, file), "utf8").split("\n").map((line) => line.replace(/(^|\s)#\s.*$/, "").trim()).filter((line) => line !== "" && line !== "#");
  const wrong = lines.find((line) => /[<>()[\]|]/.test(line));
  if (wrong) throw new RuleFileError(`rules/${file}: “${wrong}” holds a slot or a choice; a list holds plain words`);
  return lines;
}

function readYaml<T>(file: string): T {
  const document = parseDocument(readFileSync(join(here, file), "utf8"));
  if (document.errors.length > 0) throw new RuleFileError(`rules/${file}: ${document.errors[0]!.message}`);
  return document.toJS() as T;
}

function ruleFile(file: string, topic: string): RuleFile {
  const lines = new LineCounter(), document = parseDocument(readFileSync(join(here, file), "utf8"), { lineCounter: lines });
  if (document.errors.length > 0) throw new RuleFileError(`rules/${file}: ${document.errors[0]!.message}`);
  const read = readRule(document.toJS());
  if ("rule" in read) return { ...read.rule, id: `${topic}/${basename(file, ".yaml")}`, topic };
  const wrong = read.problems.map(({ path, message }) => {
    const node = path ? document.getIn(path.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part)), true) as { range?: [number, number, number] } | undefined : undefined;
    return `rules/${file}:${node?.range ? lines.linePos(node.range[0]).line : 1}: ${path || "rule"}: ${message}`;
  });
  throw new RuleFileError(wrong.join("\n"));
}
