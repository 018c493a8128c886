import type { Member } from "@chaperone/contract";
import type { Handlers, Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { settleAll } from "../posts/settle-all.ts";
import { rolesToGive } from "./may.ts";
import { memberOf, membersOf, withdrawInvitations } from "./store.ts";

export const members: Handlers<"members"> = {
  list: ({ tx, practice }) => membersOf(tx, practice),

  async change(ask) {
    const { tx, practice, params, body, note, now } = ask, { person, role } = await known(ask, params.person);
    if (role === body.role) return (await memberOf(tx, practice, person.id))!;
    await tx.updateTable("members").set({ role: body.role }).where("practice", "=", practice).where("person", "=", person.id).execute();
    await withdrawInvitations(tx, practice, person.id, now, rolesToGive(body.role));
    await note({ action: "member.changed", about: { kind: "person", id: person.id, title: person.name }, facts: { from: role, to: body.role } });
    await settleAll(ask);
    return (await memberOf(tx, practice, person.id))!;
  },

  async remove(ask) {
    const { desk, tx, practice, params, note, now } = ask, { person } = await known(ask, params.person);
    await tx.updateTable("members").set({ removed_at: now.toISOString() }).where("practice", "=", practice).where("person", "=", person.id).execute();
    await withdrawInvitations(tx, practice, person.id, now);
    await note({ action: "member.removed", about: { kind: "person", id: person.id, title: person.name } });
    await desk.messenger.tell(tx, practice, "member.removed", { person: person.id });
    await settleAll(ask);
  },
};

async function known({ tx, practice }: Inside, id: string): Promise<Member> {
  const found = await memberOf(tx, practice, id);
  if (!found) throw new Refusal("not-found");
  return found;
}
