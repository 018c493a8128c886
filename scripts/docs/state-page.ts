/** One page a state: who decides there, what its law adds, and which rules see to it. */
import { mark, period } from "./authority-line.ts";
import { enforcement, rulesOf, topicOrder, topicTitle } from "./enforcement.ts";
import type { DocsInput, Provision, RuleFile, StatePage } from "./input.ts";
import { block, link, list, page, prose } from "./markdown.ts";

export function statePage(input: DocsInput, state: StatePage): string {
  const provisions = input.authorities.filter((authority) => authority.state === state.code);
  const own = topicOrder(input).filter((topic) => provisions.some((provision) => provision.topic === topic));
  return page([
    `# ${prose(state.name)}`,
    "This is a guide for software and for the people who check it. It is not legal advice. *Read* means that the text was seen, *read in a copy* that a reprint, "
      + "quotation or account of it was, and *recalled* that nobody opened it: check those first.",
    "## Who decides", list(state.boards.map((board) => `${link(board.name, board.url)}: ${prose(board.covers.join(", "))}`)),
    "## What the law of this place adds",
    ...(provisions.length === 0 ? ["Nothing that we know of. Federal law and the rules that apply everywhere remain."] : []),
    ...own.flatMap((topic) => topicSection(input, state, topic, provisions.filter((provision) => provision.topic === topic))),
    elsewhere(input, own),
  ]);
}

function topicSection(input: DocsInput, state: StatePage, topic: string, provisions: Provision[]): string[] {
  const rules = rulesOf(input, topic, null);
  return [
    `### ${prose(topicTitle(input, topic))}`,
    ...provisions.flatMap((provision) => provisionPart(input, state, provision)),
    ...(rules.length === 0 ? [] : [`Rules of this topic that apply everywhere: ${rules.map(ruleLink).join(", ")}.`]),
  ];
}

function provisionPart(input: DocsInput, state: StatePage, provision: Provision): string[] {
  const lines = [
    ...(provision.appliesTo === undefined ? [] : [`Binds: ${prose(provision.appliesTo.join(", ").replaceAll("-", " "))}`]),
    ...(provision.requires ?? []).map((duty) => `Requires: ${prose(duty)}`),
    ...(provision.retention === undefined ? [] : [`Keep: ${period(provision.retention)}`]),
    `Enforced by: ${enforcedBy(input, state, provision)}`,
  ];
  return [
    `#### ${link(provision.citation, provision.url)}`,
    `*${mark(provision)}.* ${prose(provision.summary)}`,
    ...(provision.wording === undefined ? [] : ["Words that the law prescribes:", block(provision.wording)]),
    list(lines),
  ];
}

function enforcedBy(input: DocsInput, state: StatePage, provision: Provision): string {
  const how = enforcement(input, provision);
  if (how.by === "rule") return how.rules.map((rule) => `${ruleLink(rule)}${changes(rule, state)}`).join(", ");
  if (how.by === "topic") return `the rules on ${how.topics.map((topic) => prose(topicTitle(input, topic)).toLowerCase()).join(" and ")} in general; no rule names this provision`;
  return `a person: ${how.reason}`;
}

/** A rule that is stricter here says so. */
function changes(rule: RuleFile, state: StatePage): string {
  const severity = rule.states?.[state.code]?.severity;
  return severity === undefined || severity === rule.severity ? "" : ` (${severity} here)`;
}

function ruleLink(rule: RuleFile): string {
  return link(rule.title, `../rules/${rule.id}.md`);
}

function elsewhere(input: DocsInput, own: string[]): string | null {
  const rest = input.topics.filter((topic) => !own.includes(topic.id) && rulesOf(input, topic.id, null).length > 0);
  return rest.length === 0 ? null : `## Everything else\n\nWe know of nothing that this place adds on ${rest.map((topic) => prose(topic.title).toLowerCase()).join(", ")}. [The rules](../rules/README.md) of those topics apply as everywhere.`;
}
