import { authorities, pack, ruleFiles } from "../desk.ts";
import type { Rule, RuleFile } from "../desk.ts";
import { authorityText } from "../formats/pretty.ts";
import { paintFor, SHAPES } from "../formats/paint.ts";
import { wrap } from "../formats/width.ts";
import type { Io } from "../io.ts";
import { CLEAN } from "../io.ts";
import { nearest } from "../nearest.ts";
import { Refusal } from "../refusal.ts";

/** All rules by topic. */
export async function listRules(isJson: boolean, io: Io): Promise<number> {
  const rules = pack().rules;
  if (isJson) {
    await io.out(`${JSON.stringify(rules.map(({ id, topic, title, severity, cites }) => ({ id, topic, title, severity, cites })), null, 2)}\n`);
    return CLEAN;
  }
  const paint = paintFor(io.isColor);
  for (const [topic, ofTopic] of Map.groupBy(rules, (rule) => rule.topic)) {
    await io.out(`${paint("bold", topic)}\n${ofTopic.map((rule) => ruleLine(rule, io)).join("")}\n`);
  }
  return CLEAN;
}

function ruleLine({ id, severity, title }: Rule, io: Io): string {
  const paint = paintFor(io.isColor);
  const { shape, style } = SHAPES[severity];
  return `  ${paint(style, `${shape} ${severity.padEnd(8)}`)}  ${id.padEnd(54)}  ${paint("dim", title)}\n`;
}

/** One rule as its file says it, without the phrases it looks for. */
export async function showRule(id: string, isJson: boolean, io: Io): Promise<number> {
  const rule = ruleFiles().find((known) => known.id === id);
  if (!rule) throw new Refusal(`There is no rule “${id}”${nearest(id, ruleFiles().map((known) => known.id))}; chaperone rules lists them all.`);
  await io.out(isJson ? `${JSON.stringify(rule, null, 2)}\n` : ruleText(rule, io));
  return CLEAN;
}

function ruleText(rule: RuleFile, io: Io): string {
  const paint = paintFor(io.isColor);
  const width = Math.min(Math.max(io.columns, 50), 100) - 13;
  const { shape, style } = SHAPES[rule.severity];
  const row = (label: string, text: string): string => `  ${paint("dim", label.padEnd(9))}  ${wrap(text, width, " ".repeat(13))}\n`;
  const cited = authorities().filter((provision) => rule.cites.includes(provision.id));
  return [
    `${paint("bold", rule.id)}  ${paint(style, `${shape} ${rule.severity}`)}\n${rule.title}\n\n`,
    row("what", rule.what), row("why", rule.why), row("instead", rule.instead),
    rule.on ? row("surfaces", rule.on.join(", ")) : "",
    rule.in ? row("states", rule.in.join(", ")) : "",
    ...cited.map((provision) => row("law", authorityText(provision))),
    ...Object.entries(rule.states ?? {}).map(([state, overlay]) => row(`in ${state}`, [overlay.severity, overlay.why, overlay.instead, overlay.cites?.join(", ")].filter(Boolean).join(" · "))),
    "\n",
    ...rule.flag.map((example) => row("flags", exampleText(example))),
    ...rule.pass.map((example) => row("passes", exampleText(example))),
  ].join("");
}

function exampleText(example: RuleFile["flag"][number]): string {
  if (typeof example === "string") return example;
  return example.re === undefined ? example.text : `${example.text} (answering “${example.re}”)`;
}
