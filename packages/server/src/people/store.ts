import type { Invitation, Me, Member, Person, Role } from "@chaperone/contract";
import type { Kysely, Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { asDesk } from "../database/tenant.ts";

type Tx = Transaction<Database>;

export async function membersOf(tx: Tx, practice: string): Promise<Member[]> {
  const rows = await tx.selectFrom("members as m").innerJoin("people as p", "p.id", "m.person").select(["p.id", "p.name", "p.email", "p.two_factor", "m.role", "m.since"])
    .where("m.practice", "=", practice).where("m.removed_at", "is", null).orderBy("m.since").orderBy("p.name").execute();
  return rows.map(({ id, name, email, role, since, two_factor }) => ({ person: { id, name, email }, role, since, twoFactor: two_factor }));
}

export const memberOf = async (tx: Tx, practice: string, person: string): Promise<Member | undefined> => (await membersOf(tx, practice)).find((one) => one.person.id === person);

export async function openInvitations(tx: Tx, practice: string, at: Date): Promise<Invitation[]> {
  const rows = await tx.selectFrom("invitations as i").innerJoin("people as p", "p.id", "i.invited_by")
    .select(["i.id", "i.email", "i.role", "i.expires_at", "p.id as person", "p.name", "p.email as by"])
    .where("i.practice", "=", practice).where("i.accepted_at", "is", null).where("i.revoked_at", "is", null).where("i.expires_at", ">", at.toISOString()).orderBy("i.created_at").execute();
  return rows.map((row) => ({ id: row.id, email: row.email, role: row.role, invitedBy: { id: row.person, name: row.name, email: row.by }, expiresAt: row.expires_at }));
}

/** What someone may no longer give, nobody takes up in their name. */
export async function withdrawInvitations(tx: Tx, practice: string, by: string, now: Date, mayGive: readonly Role[] = []): Promise<void> {
  await tx.updateTable("invitations").set({ revoked_at: now.toISOString() }).where("practice", "=", practice).where("invited_by", "=", by)
    .where("accepted_at", "is", null).where("revoked_at", "is", null).$if(mayGive.length > 0, (query) => query.where("role", "not in", mayGive)).execute();
}

export interface Found { id: string; practice: string; practiceName: string; email: string; role: Role; hasAccount: boolean }

/** The open invitation of a token, whatever practice it is to; its holder is not yet of any. */
export function invitationOf(db: Kysely<Database>, tokenHash: string, at: Date): Promise<Found | undefined> {
  return asDesk(db, async (tx) => {
    const row = await tx.selectFrom("invitations as i").innerJoin("practices as p", "p.id", "i.practice").leftJoin("user as u", "u.email", "i.email")
      .select(["i.id", "i.practice", "p.name as practiceName", "i.email", "i.role", "u.id as person"])
      .where("i.token_hash", "=", tokenHash).where("i.accepted_at", "is", null).where("i.revoked_at", "is", null).where("i.expires_at", ">", at.toISOString()).executeTakeFirst();
    return row && { id: row.id, practice: row.practice, practiceName: row.practiceName, email: row.email, role: row.role, hasAccount: row.person !== null };
  });
}

/** A person with their practices, by name. */
export function meOf(db: Kysely<Database>, person: string): Promise<Me> {
  return asDesk(db, async (tx) => {
    const { id, name, email, twoFactorEnabled } = await tx.selectFrom("user").select(["id", "name", "email", "twoFactorEnabled"]).where("id", "=", person).executeTakeFirstOrThrow();
    const rows = await tx.selectFrom("members as m").innerJoin("practices as p", "p.id", "m.practice").select(["p.id", "p.name", "m.role", "p.states", "p.place", "p.time_zone", "p.is_demo"])
      .where("m.person", "=", person).where("m.removed_at", "is", null).orderBy("p.is_demo").orderBy("p.name").execute();
    const practices = rows.map((row) => ({ id: row.id, name: row.name, role: row.role, states: row.states as Me["practices"][number]["states"], place: row.place, timeZone: row.time_zone, isDemo: row.is_demo }));
    return { person: { id, name, email } satisfies Person, twoFactor: twoFactorEnabled, practices };
  });
}
