/** Posts as lists, cards and the calendar show them. */
import type { PostSummary } from "@chaperone/contract";
import type { SelectQueryBuilder, Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { relatedTo } from "./related.ts";
import type { PostRow } from "./rows.ts";
import { summaryOf } from "./view.ts";

export type Posts = SelectQueryBuilder<Database, "posts", PostRow>;
type Tx = Transaction<Database>;

export const postsIn = (tx: Tx, practice: string): Posts => tx.selectFrom("posts").selectAll().where("practice", "=", practice);

/** Summaries of what `narrow` leaves of a practice's posts, in its order; nothing from the bin. */
export async function summariesOf(tx: Tx, practice: string, narrow: (posts: Posts) => Posts): Promise<PostSummary[]> {
  return summariesFor(tx, practice, await narrow(postsIn(tx, practice).where("deleted_at", "is", null)).execute());
}

export async function summariesFor(tx: Tx, practice: string, rows: PostRow[]): Promise<PostSummary[]> {
  const related = await relatedTo(tx, practice, rows);
  return rows.map((row) => summaryOf(row, related));
}
