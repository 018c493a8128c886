/** Versions and the receipts of their checks. */
import { randomUUID } from "node:crypto";
import type { Content } from "@chaperone/contract";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { canonical } from "../record/canonical.ts";
import { sha256 } from "../record/chain.ts";
import type { Within } from "./by-the-desk.ts";
import type { Result } from "./checker.ts";
import { type Risk, riskOf } from "./risk.ts";
import type { PostRow, Receipt, VersionRow } from "./rows.ts";


/** What a version's hash names: the content with its keys in order, and the post it is of, so that no two posts share a version. */
export function named(post: string, content: Content): { text: string; hash: string } {
  const text = canonical({ ...content, post });
  return { text, hash: sha256(text) };
}

export function contentOf({ content }: Pick<VersionRow, "content">): Content {
  const { post: _, ...rest } = JSON.parse(content) as Content & { post: string };
  return rest;
}

export const isWriter = ({ author, writers }: Pick<VersionRow, "author" | "writers">, person: string): boolean => person === author || writers.includes(person);

/** Makes the draft a version; saying the same words again is the same version. */
export async function makeVersion({ tx, practice, by, now }: Within, post: PostRow): Promise<string> {
  const { text, hash } = named(post.id, post.draft);
  const { latest } = await tx.selectFrom("versions").select(({ fn }) => fn.max<number | null>("number").as("latest")).where("practice", "=", practice).where("post", "=", post.id).executeTakeFirstOrThrow();
  const made = { practice, post: post.id, hash, number: (latest ?? 0) + 1, content: text, author: by.person, writers: post.writers, at: now.toISOString() };
  await tx.insertInto("versions").values(made).onConflict((conflict) => conflict.doNothing()).execute();
  return hash;
}

/** A check that is not kept, and what it asks for. */
export async function judge({ desk, tx, practice }: Pick<Within, "desk" | "tx" | "practice">, content: Content): Promise<Result & Risk> {
  const { approvals } = await tx.selectFrom("practices").select("approvals").where("id", "=", practice).executeTakeFirstOrThrow();
  const result = await desk.checker.check(tx, practice, content);
  return { ...result, ...riskOf(content, result.verdict, approvals) };
}

/** Checks a version under the rules of now, and keeps what was said. */
export async function issueReceipt(within: Within, version: string, content: Content): Promise<Receipt> {
  const { tx, practice, now } = within, { verdict, findings, pack, peopleNeeded, fourEyes, risks } = await judge(within, content);
  const rules = (severity: string): string[] => [...new Set(findings.filter((finding) => finding.severity === severity).map(({ rule }) => rule))];
  return tx.insertInto("verdicts").values({
    id: randomUUID(), practice, version, pack, verdict, findings: JSON.stringify(findings), stops: rules("stop"), questions: rules("question"),
    people_needed: peopleNeeded, four_eyes: fourEyes, risks, at: now.toISOString(),
  }).returningAll().executeTakeFirstOrThrow();
}

export async function latestReceipt(tx: Transaction<Database>, practice: string, version: string): Promise<Receipt | null> {
  return await tx.selectFrom("verdicts").selectAll().where("practice", "=", practice).where("version", "=", version).orderBy("seq", "desc").limit(1).executeTakeFirst() ?? null;
}
