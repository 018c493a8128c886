import type { Routes } from "@chaperone/contract";
import { sql } from "kysely";
import type { Handler } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { type Posts, postsIn, summariesFor } from "./summaries.ts";

const A_PAGE = 50;
const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const listPosts: Handler<Routes["posts"]["list"]> = async ({ tx, practice, query: { state, q, deleted, cursor, limit: asked = A_PAGE } }) => {
  const limit = Math.floor(asked);
  let posts = postsIn(tx, practice).where("deleted_at", deleted ? "is not" : "is", null).orderBy("updated_at", "desc").orderBy("id", "desc").limit(limit + 1);
  if (state) posts = posts.where("state", "=", state);
  if (q?.trim()) posts = saying(posts, q.trim());
  if (cursor) posts = after(posts, cursor);
  const rows = await posts.execute(), page = rows.slice(0, limit), last = page.at(-1);
  return { list: await summariesFor(tx, practice, page), next: rows.length > limit && last ? Buffer.from(`${last.updated_at} ${last.id}`).toString("base64url") : null };
};

function saying(posts: Posts, q: string): Posts {
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return posts.where((where) => where.or([where("title", "ilike", like), where(sql`draft ->> 'text'`, "ilike", like)]));
}

function after(posts: Posts, cursor: string): Posts {
  const [, at, id] = CURSOR.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at))) throw new Refusal("invalid-request", { errors: [{ at: "/query/cursor", says: "must be the `next` of the page before" }] });
  return posts.where(sql<boolean>`(updated_at, id) < (${at}::timestamptz, ${id}::uuid)`);
}
