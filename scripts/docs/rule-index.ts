/** All rules on one page, topic by topic. */
import type { DocsInput } from "./input.ts";
import { count, link, page, prose, table } from "./markdown.ts";

export function ruleIndex(input: DocsInput): string {
  const inUse = input.topics.filter((topic) => input.rules.some((rule) => rule.topic === topic.id));
  return page([
    "# The rules",
    `${count(input.rules.length, "rule")} in ${count(inUse.length, "topic")}. *stop* must not be published, *question* needs a reason, *note* informs. `
      + `What the law of each place adds is in [the states](../states/README.md), and which provision is enforced by what in [coverage](../coverage.md).`,
    ...input.topics.flatMap((topic) => section(input, topic.id)),
  ]);
}

function section(input: DocsInput, id: string): string[] {
  const topic = input.topics.find((one) => one.id === id)!;
  const rules = input.rules.filter((rule) => rule.topic === id);
  const rows = rules.map((rule) => [link(rule.title, `${rule.id}.md`), rule.severity, (rule.on ?? ["all"]).join(", "), rule.in?.join(", ") ?? "everywhere"]);
  return [
    `## ${prose(topic.title)}`,
    `**Flagged:** ${prose(topic.covers)}`,
    `**Fine:** ${prose(topic.fine)}`,
    rows.length === 0 ? "No rule yet." : table(["Rule", "Severity", "Said in", "Where"], rows),
  ];
}
