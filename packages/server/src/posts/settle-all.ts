import type { Within } from "./by-the-desk.ts";
import { settle } from "./settle.ts";
import { UNDER_WAY } from "./standing.ts";

/** After something that many posts may depend on: a member left or changed roles, a channel was paused, removed or opened again. */
export async function settleAll(within: Within): Promise<void> {
  const { tx, practice } = within;
  const posts = await tx.selectFrom("posts").select("id").where("practice", "=", practice).where("deleted_at", "is", null).where("state", "in", UNDER_WAY).orderBy("planned_for").execute();
  for (const { id } of posts) await settle(within, id);
}
