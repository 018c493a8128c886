/** The law for reading: topics, rules, provisions and states in the contract's shapes, put together once. */
import type { ProvisionView, Reply, Routes, RuleView, StateView } from "@chaperone/contract";
import { SURFACES } from "@chaperone/engine";
import { authorities, type Provision, type RuleFile, ruleFiles, type State, states, topicFiles } from "@chaperone/rules";
import { readable } from "./phrases.ts";
import { durationInWords, retentionOf } from "./retention.ts";

type TopicView = Reply<Routes["rules"]["topics"]>[number];

export interface Book {
  topics: TopicView[];
  rules: Map<string, RuleView>;
  states: StateView[];
}

/** Enough to see what a rule listens for. */
const MOST_PHRASES = 80;

let open: Book | undefined;
export const book = (): Book => (open ??= write());

function write(): Book {
  const rules = ruleFiles(), enforcing = enforcingOf(rules), provisions = new Map(authorities().map((one) => [one.id, { of: one.state, view: provisionView(one, enforcing(one)) }]));
  const cited = (rule: RuleFile): ProvisionView[] => citedBy(rule).flatMap((id) => provisions.get(id)?.view ?? []);
  const ofState = Map.groupBy(provisions.values(), ({ of }) => of), sources = Map.groupBy(authorities(), ({ state }) => state);
  return {
    topics: topicFiles().map(({ id, title, covers }) => ({ id, title, covers, rules: rules.filter(({ topic }) => topic === id).map(summaryOf) })),
    rules: new Map(rules.map((rule) => [rule.id, ruleView(rule, cited(rule))])),
    states: states().map((state) => stateView(state, ofState.get(state.code)?.map(({ view }) => view) ?? [], sources.get(state.code) ?? [])),
  };
}

/** Those that cite the provision; where none does, those of its topic that speak there, whose findings show it beside the law they cite. */
function enforcingOf(rules: RuleFile[]): (provision: Provision) => string[] {
  const citing = Map.groupBy(rules.flatMap((rule) => citedBy(rule).map((id) => ({ id, rule }))), ({ id }) => id);
  const speaking = (topic: string, state: string): RuleFile[] => rules.filter((rule) => rule.topic === topic && (rule.in?.includes(state) ?? true));
  return ({ id, topic, state }) => (citing.get(id)?.map(({ rule }) => rule) ?? (state === null ? [] : speaking(topic, state))).map((rule) => rule.id);
}

const citedBy = ({ cites, states: overlays }: RuleFile): string[] => [...new Set([...cites, ...Object.values(overlays ?? {}).flatMap((overlay) => overlay.cites ?? [])])];

/** The only states in which the rule speaks; none where it speaks everywhere, whatever some of them add to it. */
const statesOf = (rule: RuleFile): string[] => (rule.in ?? []).toSorted();

const summaryOf = (rule: RuleFile): TopicView["rules"][number] => ({ id: rule.id, topic: rule.topic, title: rule.title, severity: rule.severity, states: statesOf(rule) });

const textOf = (example: RuleFile["flag"][number]): string => (typeof example === "string" ? example : example.text);

function ruleView(rule: RuleFile, provisions: ProvisionView[]): RuleView {
  const on = rule.on ?? ["public", "message"], surfaces = SURFACES.filter((surface) => on.includes(surface) || (on.includes("public") && surface !== "message"));
  const written = [...(rule.phrases ?? []), ...(rule.near ?? []).flat()];
  const { what, why, instead } = rule;
  return { ...summaryOf(rule), what, why, instead, surfaces, flag: rule.flag.map(textOf), pass: rule.pass.map(textOf), provisions, phrases: [...new Set(written.map(readable))].slice(0, MOST_PHRASES) };
}

const provisionView = ({ id, authority, state, citation, topic, also = [], summary, url, known, asOf, wording }: Provision, rules: string[]): ProvisionView =>
  ({ id, citation, title: authority ?? nameOf(state), summary, url, known, asOf, topics: [topic, ...also], verbatim: wording ?? null, rules });

const nameOf = (code: string | null): string => states().find((state) => state.code === code)?.name ?? "";

function stateView({ code, name, boards }: State, provisions: ProvisionView[], sources: Provision[]): StateView {
  const [board, ...others] = boards, retention = retentionOf(sources);
  return {
    code, name, provisions, board: board?.name ?? "", boardUrl: board?.url ?? "", retention: retention === null ? null : durationInWords(retention),
    notes: others.map((one) => `${one.name} (${one.covers.map((covered) => covered.replaceAll("-", " ")).join(", ")}): ${one.url}`),
    read: provisions.filter(({ known }) => known === "read").length,
  };
}
