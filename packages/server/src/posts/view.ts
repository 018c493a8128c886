/** Rows as the contract shows them. */
import type { Approval, Content, Override, Post, PostSummary, Publication, VerdictReceipt } from "@chaperone/contract";
import type { Selectable, Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { Refusal } from "../http/refusal.ts";
import { type Related, relatedTo } from "./related.ts";
import type { PostRow, Receipt } from "./rows.ts";

const TITLE_LENGTH = 60, MOST_SAID = 3;

/** A post without a title is known by its first words. */
export function titleOf({ title, draft }: { title: string; draft: Pick<Content, "text"> }): string {
  if (title.trim()) return title;
  const words = draft.text.trim().replace(/\s+/g, " ");
  if (words.length <= TITLE_LENGTH) return words;
  const cut = words.slice(0, TITLE_LENGTH + 1).replace(/\s+\S*$/, "");
  return `${cut.length > TITLE_LENGTH ? [...words].slice(0, TITLE_LENGTH - 1).join("") : cut}…`;
}

const firstSentence = (message: string): string => /^.*?[.!?](?=\s|$)/s.exec(message)?.[0] ?? message;

/** What still stands against the version: stops that nobody has overridden, then questions without an answer, one of a rule. */
function openFindings({ draft, id, version }: PostRow, { receipts, overrides }: Related): { stops: string[]; questions: string[]; says: PostSummary["says"] } {
  const receipt = version === null ? undefined : receipts.get(version);
  if (!receipt) return { stops: [], questions: [], says: [] };
  const overridden = new Set(overrides.get(id)?.filter((one) => one.version === version && one.granted).map(({ rule }) => rule)), reasoned = new Set(draft.reasons.map(({ rule }) => rule));
  const stops = receipt.stops.filter((rule) => !overridden.has(rule)), questions = receipt.questions.filter((rule) => !reasoned.has(rule));
  const saidBy = (severity: "stop" | "question", rules: string[]): PostSummary["says"] => rules.flatMap((rule) => {
    const finding = receipt.findings.find((one) => one.rule === rule && one.severity === severity);
    return finding ? [{ severity, message: firstSentence(finding.message) }] : [];
  });
  return { stops, questions, says: [...saidBy("stop", stops), ...saidBy("question", questions)].slice(0, MOST_SAID) };
}

export function summaryOf(post: PostRow, related: Related): PostSummary {
  const { id, draft, version } = post, { stops, questions, says } = openFindings(post, related), { person } = related;
  const approved = related.approvals.get(id)?.filter((one) => one.version === version && one.decision === "approved" && one.lapsed_at === null) ?? [];
  const out = related.publications.get(id)?.flatMap(({ published_at }) => published_at ?? []).sort() ?? [];
  return {
    id, title: titleOf(post), surface: draft.surface, pillar: draft.pillar, state: post.state, author: person(post.author), channels: draft.channels, plannedFor: post.planned_for, version,
    verdict: version === null ? null : related.receipts.get(version)?.verdict ?? null, stops: stops.length, questions: questions.length, says,
    askedOf: post.asked_of === null ? null : person(post.asked_of), askedAt: post.asked_at, approvedBy: approved.map((one) => person(one.person)), heldWhy: post.held_why,
    publishedAt: out[0] ?? null, picture: draft.pictures[0] ?? null, updatedAt: post.updated_at,
  };
}

export async function postOf(tx: Transaction<Database>, practice: string, id: string): Promise<Post> {
  const row = await tx.selectFrom("posts").selectAll().where("practice", "=", practice).where("id", "=", id).executeTakeFirst();
  if (!row) throw new Refusal("not-found");
  return (await postsOf(tx, practice, [row]))[0]!;
}

export async function postsOf(tx: Transaction<Database>, practice: string, rows: PostRow[]): Promise<Post[]> {
  if (rows.length === 0) return [];
  const related = await relatedTo(tx, practice, rows), { person } = related;
  const counts = await tx.selectFrom("versions").select(["post", ({ fn }) => fn.countAll<number>().as("count")]).where("practice", "=", practice).where("post", "in", rows.map(({ id }) => id)).groupBy("post").execute();
  const versions = new Map(counts.map(({ post, count }) => [post, Number(count)]));
  return rows.map((row) => {
    const receipt = row.version === null ? undefined : related.receipts.get(row.version);
    return {
      ...summaryOf(row, related), givenTitle: row.title, content: row.draft, revision: row.revision, receipt: receipt ? receiptOf(receipt) : null, versions: versions.get(row.id) ?? 0, deletedAt: row.deleted_at, createdAt: row.created_at,
      approvals: related.approvals.get(row.id)?.map((one) => approvalOf(one, person)) ?? [], overrides: related.overrides.get(row.id)?.map((one) => overrideOf(one, person)) ?? [],
      publications: related.publications.get(row.id)?.map(publicationOf) ?? [],
    };
  });
}

export const receiptOf = (row: Receipt): VerdictReceipt => ({
  id: row.id, version: row.version, pack: row.pack, verdict: row.verdict, findings: row.findings, peopleNeeded: row.people_needed, fourEyes: row.four_eyes, risks: row.risks, at: row.at,
});

const approvalOf = (row: Selectable<Database["approvals"]>, person: Related["person"]): Approval => ({
  id: row.id, version: row.version, person: person(row.person), decision: row.decision, note: row.note, at: row.at, lapsedAt: row.lapsed_at, lapsedWhy: row.lapsed_why,
});

export const overrideOf = (row: Selectable<Database["overrides"]>, person: Related["person"]): Override => ({
  id: row.id, version: row.version, rule: row.rule, reason: row.reason, askedBy: person(row.asked_by), askedAt: row.asked_at, decidedBy: row.decided_by === null ? null : person(row.decided_by), decidedAt: row.decided_at, granted: row.granted,
});

export const publicationOf = (row: Selectable<Database["publications"]>): Publication => ({
  id: row.id, post: row.post, version: row.version, channel: row.channel, at: row.at, state: row.state, heldWhy: row.held_why, publishedAt: row.published_at, url: row.url, says: row.says, failedKind: row.failed_kind,
});
