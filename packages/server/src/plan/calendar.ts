import type { Calendar } from "@chaperone/contract";
import { sql } from "kysely";
import type { Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { relatedTo } from "../posts/related.ts";
import { postsIn, summariesOf } from "../posts/summaries.ts";
import { publicationOf, summaryOf } from "../posts/view.ts";
import { aimsOf, planIn } from "./store.ts";

/** A quarter, with the days around it that a month's grid shows. */
const MOST_DAYS = 100, MOST_UNPLANNED = 50, A_DAY = 86_400_000;

export async function calendarIn(inside: Inside, { from, to }: { from: string; to: string }): Promise<Calendar> {
  const days = (Date.parse(to) - Date.parse(from)) / A_DAY, { tx, practice } = inside;
  if (!(days > 0 && days <= MOST_DAYS)) throw new Refusal("invalid-request", { errors: [{ at: "/query/to", says: `must be later than from, by at most ${MOST_DAYS} days` }] });
  // Two ways to be then, each by its own index; an “or” of them would read every post of the practice.
  const isThen = sql<boolean>`id in (select id from posts where practice = ${practice} and planned_for >= ${from} and planned_for < ${to} union select post from publications where practice = ${practice} and state <> 'removed' and at >= ${from} and at < ${to})`;
  const rows = await postsIn(tx, practice).where("deleted_at", "is", null).where(isThen).orderBy("planned_for").orderBy("id").execute(), related = await relatedTo(tx, practice, rows);
  const unplanned = await summariesOf(tx, practice, (posts) => posts.where("planned_for", "is", null).where("state", "<>", "published").orderBy("updated_at", "desc").orderBy("id").limit(MOST_UNPLANNED));
  return { posts: rows.map((row) => ({ ...summaryOf(row, related), publications: related.publications.get(row.id)?.map(publicationOf) ?? [] })), unplanned, plan: await planIn(inside, await aimsOf(inside)) };
}
