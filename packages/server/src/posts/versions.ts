import type { Version } from "@chaperone/contract";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { Refusal } from "../http/refusal.ts";
import { whoIs } from "./related.ts";
import { contentOf } from "./version.ts";

/** Every version of a post, newest first. */
export async function versionsOf(tx: Transaction<Database>, practice: string, post: string): Promise<Version[]> {
  if (!await tx.selectFrom("posts").select("id").where("practice", "=", practice).where("id", "=", post).executeTakeFirst()) throw new Refusal("not-found");
  const rows = await tx.selectFrom("versions as v").selectAll("v").where("v.practice", "=", practice).where("v.post", "=", post).orderBy("v.number", "desc").execute();
  const receipts = rows.length === 0 ? [] : await tx.selectFrom("verdicts").select(["version", "verdict", "pack"]).distinctOn("version").where("practice", "=", practice).where("version", "in", rows.map(({ hash }) => hash)).orderBy("version").orderBy("seq", "desc").execute();
  const byVersion = new Map(receipts.map((receipt) => [receipt.version, receipt])), person = await whoIs(tx, rows.map(({ author }) => author));
  return rows.map((row) => ({ hash: row.hash, number: row.number, content: contentOf(row), author: person(row.author), at: row.at, verdict: byVersion.get(row.hash)?.verdict ?? null, pack: byVersion.get(row.hash)?.pack ?? null }));
}
