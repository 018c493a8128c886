/** Authority by authority: what a rule sees to, and what no machine can. */
import { mark } from "./authority-line.ts";
import { enforcement, topicTitle } from "./enforcement.ts";
import type { Enforcement } from "./enforcement.ts";
import type { DocsInput, Provision } from "./input.ts";
import { link, page, prose, table } from "./markdown.ts";

type Covered = Provision & { how: Enforcement };

export function coverage(input: DocsInput): string {
  const covered = input.authorities.map((provision) => ({ ...provision, how: enforcement(input, provision) }));
  const federal = covered.filter((one) => one.state === null);
  const states = [...input.states].sort((one, other) => (one.name < other.name ? -1 : 1));
  return page([
    "# Coverage",
    "Which rule sees to which provision. A rule sees words: it can find a promise, it cannot find out whether the promise is true. "
      + "*By a rule* means that a rule names the provision. *By the topic* means that rules look for such words in general, and nobody has held each of them against this text. "
      + "*By a person* means that no rule can settle it, or that none does so far.",
    counts(federal, covered.filter((one) => one.state !== null)),
    knownCounts(covered),
    "## Left to a person, and why", reasons(covered),
    "## Federal law, codes and networks", rows(input, federal),
    ...states.flatMap((state) => {
      const own = covered.filter((one) => one.state === state.code);
      return own.length === 0 ? [] : [`## ${link(state.name, `states/${state.code}.md`)}`, rows(input, own)];
    }),
  ]);
}

function counts(federal: Covered[], states: Covered[]): string {
  const row = (title: string, some: Covered[]): string[] => [title, ...(["rule", "topic", "person"] as const).map((by) => String(some.filter((one) => one.how.by === by).length)), String(some.length)];
  return table(["", "By a rule", "By the topic", "By a person", "All"], [row("Federal", federal), row("States", states), row("Together", [...federal, ...states])]);
}

function knownCounts(covered: Covered[]): string {
  const of = (known: string): number => covered.filter((one) => one.known === known).length;
  return `Of ${covered.length} provisions, ${of("read")} were read, ${of("copy")} were read in a copy, quotation or account, and ${of("recalled")} are recalled and still to be checked.`;
}

function reasons(covered: Covered[]): string {
  const tally = new Map<string, number>();
  for (const one of covered) if (one.how.by === "person") tally.set(one.how.reason, (tally.get(one.how.reason) ?? 0) + 1);
  const sorted = [...tally].sort(([, one], [, other]) => other - one);
  return sorted.length === 0 ? "Nothing." : table(["Provisions", "Why"], sorted.map(([reason, number]) => [String(number), reason]));
}

function rows(input: DocsInput, covered: Covered[]): string {
  return table(["Provision", "Topic", "Known", "Seen to by"], covered.map((one) => [
    `${one.authority === undefined ? "" : `${prose(one.authority)}: `}${link(one.citation, one.url)}`, prose(topicTitle(input, one.topic)), mark(one), seenToBy(input, one.how),
  ]));
}

function seenToBy(input: DocsInput, how: Enforcement): string {
  if (how.by === "rule") return how.rules.map((rule) => link(rule.title, `rules/${rule.id}.md`)).join(", ");
  if (how.by === "topic") return `the topic in general: ${how.topics.map((topic) => prose(topicTitle(input, topic))).join(", ")}`;
  return "a person";
}
