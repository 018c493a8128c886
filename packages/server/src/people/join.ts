import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { Refusal } from "../http/refusal.ts";
import type { Written } from "../record/journal.ts";
import { append } from "../record/record.ts";
import { addPerson } from "./add-person.ts";
import type { Found } from "./store.ts";

/** Whoever is new brings the hash of their password. */
export interface Joining { id: string; name: string; passwordHash?: string }

/** Uses an invitation up. Two who use it at once: one joins. */
export async function joinPractice(desk: Desk, { id, practice, email, role }: Found, { passwordHash, ...person }: Joining): Promise<void> {
  const now = desk.now(), at = now.toISOString(), written: Written[] = [];
  await asDesk(desk.database.db, async (tx) => {
    const used = await tx.updateTable("invitations").set({ accepted_at: at }).where("id", "=", id).where("accepted_at", "is", null).where("revoked_at", "is", null).returning("id").executeTakeFirst();
    if (!used) throw new Refusal("invitation-over");
    if (passwordHash) await addPerson(tx, { ...person, email, passwordHash });
    await tx.insertInto("members").values({ practice, person: person.id, role, since: at, removed_at: null })
      .onConflict((conflict) => conflict.columns(["practice", "person"]).doUpdateSet({ role, since: at, removed_at: null })).execute();
    written.push(await append(tx, practice, { kind: "person", ...person }, now, { action: "member.joined", about: { kind: "person", id: person.id, title: person.name }, facts: { role } }));
    await desk.messenger.tell(tx, practice, "member.joined", { person: person.id, role });
  });
  await desk.journal.write(written);
}
