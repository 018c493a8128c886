/** Which rule sees to a provision, and what is left to a person. The pages must not claim more than this says. */
import type { DocsInput, Provision, RuleFile } from "./input.ts";

export type Enforcement =
  | { by: "rule"; rules: RuleFile[] }
  | { by: "topic"; topics: string[] }
  | { by: "person"; reason: string };

/** Duties that are no topic of a rule, with what a post can and cannot show of them. */
const DUTIES: Record<string, { title: string; reason: string }> = {
  "identification": { title: "Identification", reason: "names and degrees may stand in the profile or the picture; somebody must see that they are there" },
  "licence-display": { title: "License display", reason: "license types and numbers may stand in the profile or the picture; somebody must see that they are there" },
  "record-keeping": { title: "Record keeping", reason: "the record keeps what was published here; somebody must keep what was published elsewhere, for as long as the law says" },
  "fee-splitting": { title: "Fee splitting and referrals", reason: "it lies in contracts with agencies, coupon sites and referrers, which no post shows" },
  "telehealth": { title: "Telehealth", reason: "it is about how care is given, not about what a post says" },
  "other": { title: "General duties", reason: "it is a general duty of truth, tone or organization; no phrase shows that it is met" },
};

export function topicTitle(input: DocsInput, id: string): string {
  return input.topics.find((topic) => topic.id === id)?.title ?? DUTIES[id]?.title ?? id;
}

/** Topics first, in their own order, then the duties that are no topic. */
export function topicOrder(input: DocsInput): string[] {
  const known = [...input.topics.map((topic) => topic.id), ...Object.keys(DUTIES)];
  return [...new Set([...known, ...input.authorities.map((authority) => authority.topic)])];
}

/** Rules of a topic that hold at a place; `null` asks for those that hold everywhere. */
export function rulesOf(input: DocsInput, topic: string, state: string | null): RuleFile[] {
  return input.rules.filter((rule) => rule.topic === topic && (rule.in === undefined || (state !== null && rule.in.includes(state))));
}

export function citing(input: DocsInput, id: string): RuleFile[] {
  return input.rules.filter((rule) => rule.cites.includes(id) || Object.values(rule.states ?? {}).some((overlay) => overlay.cites?.includes(id)));
}

export function enforcement(input: DocsInput, provision: Provision): Enforcement {
  const rules = citing(input, provision.id);
  if (rules.length > 0) return { by: "rule", rules };
  const topics = [provision.topic, ...(provision.also ?? [])].filter((topic) => rulesOf(input, topic, provision.state).length > 0);
  if (topics.length > 0) return { by: "topic", topics };
  return { by: "person", reason: DUTIES[provision.topic]?.reason ?? "no rule looks for this topic yet" };
}
