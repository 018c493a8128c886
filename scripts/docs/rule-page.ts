/** One page a rule: what it finds, why, what to say instead, and the examples that are run as tests. */
import type { Example } from "../../packages/engine/src/rule.ts";
import { authorityLine } from "./authority-line.ts";
import type { DocsInput, RuleFile } from "./input.ts";
import { topicTitle } from "./enforcement.ts";
import { block, link, list, page, prose } from "./markdown.ts";

const SEVERITY = { stop: "must not be published", question: "needs a reason before it is published", note: "informs, and holds nothing back" } as const;

const FIRES = {
  phrase: "It speaks up when one of these is there:",
  near: "It speaks up when one of each list stands close together:",
  missing: "It speaks up when one of these is there and what should go with it is not:",
  reply: "It compares the reply with what is answered, and speaks up beside one of these:",
  identifier: "It speaks up when an identifier is there, beside one of these:",
  count: "It speaks up when these come up often:",
} as const;

export function rulePage(input: DocsInput, rule: RuleFile): string {
  return page([
    `# ${prose(rule.title)}`,
    `${link(topicTitle(input, rule.topic), "../README.md")} · \`${rule.id}\` · **${rule.severity}**: ${SEVERITY[rule.severity]}.`,
    `**What it says.** ${message(rule.what)}`,
    `**Why.** ${message(rule.why)}`,
    `**Instead.** ${message(rule.instead)}`,
    "## Where it applies", list(places(rule)), stateList(input, rule),
    "## Authorities", list(rule.cites.map((id) => cited(input, id))),
    "## What it looks for", FIRES[rule.match], ...lookedFor(rule),
    "Word lists stand in angle brackets; the way to write a phrase is in [the rules](../../../rules/README.md).",
    "## Ways of speaking that excuse it", frames(input, rule),
    "## Flagged", list(rule.flag.map(example)),
    "## Passes", list(rule.pass.map(example)),
  ]);
}

/** The matched words differ each time, so the page shows a gap. */
function message(text: string): string {
  return prose(text.replaceAll("{match}", "…"));
}

function places(rule: RuleFile): string[] {
  const where = (rule.on ?? ["everywhere"]).map((surface) => (surface === "public" ? "everything public" : surface)).join(", ");
  const lines = [`Said in: ${where}`, `States: ${rule.in?.join(", ") ?? "all"}`];
  if (rule.for !== undefined) lines.push(`Only for: ${rule.for.join(", ")}`);
  if (rule["not-for"] !== undefined) lines.push(`Not for: ${rule["not-for"].join(", ")}`);
  if (rule.providers !== undefined) lines.push(`Providers: only when they are ${rule.providers.replace("-", " a ")}`);
  return lines;
}

function stateList(input: DocsInput, rule: RuleFile): string | null {
  if (rule.states === undefined) return null;
  const lines = Object.entries(rule.states).map(([code, overlay]) => {
    const changes = [overlay.severity === undefined ? "" : `${overlay.severity}.`, message(overlay.why ?? ""), message(overlay.instead ?? "")];
    const by = (overlay.cites ?? []).map((id) => cited(input, id));
    return `${link(code, `../../states/${code}.md`)}: ${[...changes, by.join("; ")].filter((part) => part !== "").join(" ")}`;
  });
  return `What the law of a place changes:\n\n${list(lines)}`;
}

function cited(input: DocsInput, id: string): string {
  const provision = input.authorities.find((authority) => authority.id === id);
  return provision === undefined ? `\`${id}\`` : authorityLine(provision);
}

function lookedFor(rule: RuleFile): string[] {
  const part = (title: string, phrases: string[] | undefined): string[] => (phrases === undefined || phrases.length === 0 ? [] : [...(title === "" ? [] : [title]), block(phrases.join("\n"))]);
  const lists = rule.echoes ?? rule.adds;
  return [
    ...(rule.identifiers === undefined ? [] : [`Identifiers: ${rule.identifiers.join(", ")}.`]),
    ...(lists === undefined ? [] : [`A word of ${lists.map((name) => `\`${name}\``).join(", ")} that ${rule.echoes === undefined ? "what is answered had not said" : "what is answered had said too"}.`]),
    ...(rule["at-least"] === undefined ? [] : [`At least ${rule["at-least"]} times.`]),
    ...part("", rule.phrases),
    ...(rule.near ?? []).flatMap((phrases, index) => part(index === 0 ? nearness(rule) : "and", phrases)),
    ...part("Missing beside it:", rule.missing?.flat()),
    ...part("Excused in the same sentence by:", rule.unless),
    ...part("Excused anywhere in the text by:", rule["unless-text"]),
    ...part("Only when the text also holds one of:", rule["with-text"]),
    ...part("Only when what is answered holds one of:", rule.review),
    ...part("Only when what is answered holds none of:", rule["review-lacks"]),
  ];
}

function nearness(rule: RuleFile): string {
  if (typeof rule.within === "number") return `Within ${rule.within} words:`;
  return rule.within === "text" ? "Anywhere in the text:" : "In the same sentence:";
}

function frames(input: DocsInput, rule: RuleFile): string {
  const own = rule.frames ?? input.topics.find((topic) => topic.id === rule.topic)?.frames;
  if (own === undefined) return "Those of its topic.";
  return own.length === 0 ? "None: the words count however they are meant." : `${own.join(", ")}.`;
}

function example(one: Example): string {
  if (typeof one === "string") return `“${prose(one)}”`;
  const said = [one.on ?? "", one.state === undefined ? "" : `in ${one.state}`, one.specialty ?? "", one.re === undefined ? "" : `answering “${prose(one.re)}”`];
  const where = said.filter((part) => part !== "").join(", ");
  return `“${prose(one.text)}”${where === "" ? "" : ` (${where})`}`;
}
