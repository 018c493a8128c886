/** What happens to posts when the rules they were checked under are no longer the rules in force. */
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { Refusal } from "../http/refusal.ts";
import { byTheDesk, type Within } from "./by-the-desk.ts";
import { settle } from "./settle.ts";
import { UNDER_WAY } from "./standing.ts";
import { contentOf, issueReceipt } from "./version.ts";

/** Checks everything that has not gone out again, holds what no longer passes, and tells. The new pack is in `practices.pack` already. */
export async function recheckAll(within: Within): Promise<{ checked: number; held: number }> {
  const { desk, tx, practice, note } = within;
  const { pack } = await tx.selectFrom("practices").select("pack").where("id", "=", practice).executeTakeFirstOrThrow();
  const open = await tx.selectFrom("posts as p").innerJoin("versions as v", (join) => join.onRef("v.practice", "=", "p.practice").onRef("v.hash", "=", "p.version"))
    .select(["p.id", "p.state", "v.hash", "v.content"]).where("p.practice", "=", practice).where("p.deleted_at", "is", null).where("p.state", "in", UNDER_WAY).orderBy("p.planned_for").execute();
  let held = 0;
  for (const { id, state, hash, content } of open) {
    // A check that cannot finish leaves the receipt of the old rules, and that opens no gate.
    await issueReceipt(within, hash, contentOf({ content })).catch((error: unknown) => { if (!(error instanceof Refusal && error.problem.code === "not-checked")) throw error; });
    const settled = await settle(within, id);
    if (state === "scheduled" && settled.state !== "scheduled") held++;
  }
  await note({ action: "rules.changed", about: { kind: "practice", id: practice }, facts: { pack, checked: open.length, held } });
  await desk.messenger.tell(tx, practice, "rules.changed", { pack, checked: open.length, held });
  return { checked: open.length, held };
}

/** At start, and whenever the desk brings new rules: every practice that was judged by other ones is brought up to date. */
export async function recheckForPack(desk: Desk): Promise<void> {
  const practices = await asDesk(desk.database.db, (tx) => tx.selectFrom("practices").select("id").execute());
  for (const { id } of practices) await byTheDesk(desk, id, keepUp);
}

/** Puts the rules in force into the practice's row, and checks again if they are other ones. */
export async function keepUp(within: Within): Promise<void> {
  const { desk, tx, practice } = within, pack = await desk.checker.packOf(tx, practice);
  const changed = await tx.updateTable("practices").set({ pack }).where("id", "=", practice).where("pack", "<>", pack).returning("id").executeTakeFirst();
  if (changed) await recheckAll(within);
}
