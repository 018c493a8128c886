/** What is known of a draft as it stands: what the page reads in it, what the desk adds, and what both ask for. */
import { type Channel, contextOf, type DeskFinding, type HouseRule, outgoingTexts, type Post, type Practice, type VerdictReceipt } from "@chaperone/contract";
import type { Context, Rule, Verdict } from "@chaperone/engine";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { showStanding } from "../../lib/favicon.ts";
import { houseRulesQuery, membersQuery } from "../../lib/post-queries.ts";
import { approversIn } from "./approvers.ts";
import type { Proposed } from "./check-jobs.ts";
import { overriddenIn } from "./gate-state.ts";
import type { Length } from "./lengths.ts";
import { mustChange, unanswered } from "./notes.ts";
import { together } from "./second-opinion.ts";
import type { Accounts } from "./use-accounts.ts";
import { type Check, useCheck } from "./use-check.ts";
import { useDeskCheck } from "./use-desk-check.ts";
import { useLengths } from "./use-lengths.ts";
import type { Writing } from "./use-writing.ts";

export interface Person { id: string; name: string }

export interface Judgment {
  context: Context;
  check: Check & { again: () => void };
  findings: readonly DeskFinding[];
  stops: readonly DeskFinding[];
  questions: readonly DeskFinding[];
  /** For the gate: what the findings come to, or that they are not known yet. */
  stand: "reading" | "failed" | Verdict;
  verdict: Verdict;
  isReading: boolean;
  lengths: readonly Length[];
  /** The pillar that is proposed: by the desk where it has read, since it reads for the sense, and else by the page. */
  pillar: Proposed | null;
  people: Pick<VerdictReceipt, "peopleNeeded" | "fourEyes" | "risks"> | null;
  /** Who would be asked, unless somebody else is chosen. */
  approver: Person | null;
  writer: string;
}

interface Known { practice: Practice; channels: readonly Channel[]; accounts: Accounts; me: string; mayWrite: boolean; isOut: boolean; post: Post | null; writing: Writing }

export function useJudgment({ practice, channels, accounts, me, mayWrite, isOut, post, writing }: Known): Judgment {
  const { draft: { content }, isSaved, standing } = writing, context = useMemo(() => contextOf(practice), [practice]);
  const parts = useMemo(() => outgoingTexts(content), [content]);
  const rules = useQuery(houseRulesQuery(practice.id)).data, house = useMemo(() => inForce(rules ?? []), [rules]);
  const question = useMemo(() => ({ parts, surface: content.surface, inReplyTo: content.inReplyTo, context, house }), [parts, content.surface, content.inReplyTo, context, house]);
  const check = useCheck(question), page = check.last?.findings ?? [];
  const desk = useDeskCheck(practice.id, content, check.state === "checked" ? page : null, mayWrite && !isOut && standing !== "offline");
  // Until the page has read for itself, the receipt of these very words speaks.
  const receipt = post?.version && isSaved && (isOut || check.last === null) ? post.receipt : null;
  const findings = receipt ? receipt.findings : together(page, content, desk.opinion);
  const stops = mustChange(findings, overriddenIn(post)), questions = unanswered(findings, content.reasons);
  const verdict = stops.length > 0 ? "stop" : questions.length > 0 ? "question" : "clear", isReading = check.state === "reading" && !isOut && !receipt;
  const stand = check.state === "failed" ? "failed" : isReading && check.last === null ? "reading" : verdict;
  useEffect(() => { showStanding(verdict); return () => showStanding("clear"); }, [verdict]);

  const people = desk.people ?? post?.receipt ?? null, writer = post?.author.id ?? me;
  const members = useQuery({ ...membersQuery(practice.id), enabled: mayWrite }).data ?? [], able = approversIn(members, writer, people?.fourEyes ?? false);
  const approver = able.find(({ person }) => person.id !== me)?.person ?? able[0]?.person ?? null;
  return { context, check, findings, stops, questions, stand, verdict, isReading, lengths: useLengths(content, channels, accounts), pillar: (standing === "offline" ? null : desk.pillar) ?? check.last?.pillar ?? null, people, approver, writer };
}

/** The practice's own rules, as the desk has read them: a note of them needs no desk to be shown. */
const inForce = (rules: readonly HouseRule[]): Rule[] => rules.flatMap(({ enabled, rule }) => (enabled && rule ? [rule as unknown as Rule] : []));
