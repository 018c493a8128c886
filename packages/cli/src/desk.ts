/** Everything this package takes from the rest of the desk, in one place. */
import { replies as compose } from "@chaperone/engine";
import type { Answered, Reply, ReplyParts, ReplyPractice } from "@chaperone/engine";
import { replyParts } from "@chaperone/rules";

export { check, pillar, PILLARS, SURFACES, verdictOf } from "@chaperone/engine";
export type { Answered, Authority, Context, Draft, Finding, Known, Pack, Pillar, Provider, Report, Rule, Severity, Surface, Verdict } from "@chaperone/engine";
export { authorities, pack, ruleFiles, states } from "@chaperone/rules";
export type { Provision, RuleFile, State } from "@chaperone/rules";

export function safeReplies(answered: Answered, { name, phone, contact }: ReplyPractice, count: number, seed?: number): Reply[] {
  return compose(answered, { name, phone, contact }, replyParts() as ReplyParts, { count, seed });
}
