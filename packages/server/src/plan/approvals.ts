import type { PostSummary, Reply, Routes } from "@chaperone/contract";
import { sql } from "kysely";
import type { Inside } from "../http/asking.ts";
import { whoIs } from "../posts/related.ts";
import { summariesFor, summariesOf } from "../posts/summaries.ts";
import { overrideOf, postsOf } from "../posts/view.ts";
import { waitingIn } from "./waiting.ts";

type Approvals = Reply<Routes["plan"]["approvals"]>;

const LATELY_DAYS = 14, MOST = 30;

export async function approvalsIn(inside: Inside): Promise<Approvals> {
  const { tx, practice } = inside, { mine, others } = await waitingIn(inside);
  return { mine: await postsOf(tx, practice, mine), others: await summariesFor(tx, practice, others), overrides: await overridesIn(inside), decided: await decidedIn(inside) };
}

/** Stops that someone asked a second person to let stand, of versions that are still the current ones. */
async function overridesIn({ tx, practice }: Inside): Promise<Approvals["overrides"]> {
  const rows = await tx.selectFrom("overrides as o").innerJoin("posts as p", (join) => join.onRef("p.practice", "=", "o.practice").onRef("p.id", "=", "o.post").onRef("p.version", "=", "o.version"))
    .selectAll("o").where("o.practice", "=", practice).where("o.granted", "is", null).where("p.deleted_at", "is", null).orderBy("o.asked_at").execute();
  if (rows.length === 0) return [];
  const posts = new Map((await summariesOf(tx, practice, (all) => all.where("id", "in", rows.map(({ post }) => post)))).map((post) => [post.id, post])), person = await whoIs(tx, rows.map(({ asked_by }) => asked_by));
  return rows.flatMap((row) => { const post = posts.get(row.post); return post ? [{ post, override: overrideOf(row, person) }] : []; });
}

/** The latest decision first. */
async function decidedIn({ tx, practice, now }: Inside): Promise<PostSummary[]> {
  const since = new Date(now.getTime() - LATELY_DAYS * 86_400_000).toISOString();
  const lately = sql`(select post, max(at) as at from approvals where practice = ${practice} and at >= ${since} group by post order by max(at) desc limit ${MOST})`;
  const { rows } = await sql<{ post: string }>`select post from ${lately} as lately order by at desc`.execute(tx), order = rows.map(({ post }) => post);
  if (order.length === 0) return [];
  const found = await summariesOf(tx, practice, (posts) => posts.where("id", "in", order).where("state", "<>", "waiting"));
  return found.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
