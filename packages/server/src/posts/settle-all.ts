import type { Within } from "./by-the-desk.ts";
import { settle } from "./settle.ts";

/** After something that many posts may depend on: a member left or changed roles, a channel was paused, removed or opened again. */
export async function settleAll(within: Within): Promise<void> {
  const { tx, practice } = within;
  const posts = await tx.selectFrom("posts").select("id").where("practice", "=", practice).where("deleted_at", "is", null)
    .where((where) => where.or([where("version", "is not", null), where("state", "=", "held")])).where("state", "<>", "published").orderBy("planned_for").execute();
  for (const { id } of posts) await settle(within, id);
}
