import { randomUUID } from "node:crypto";
import type { Handlers } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import type { Desk } from "../desk.ts";
import { DAYS_OPEN, hashOfToken, makeToken } from "./invitation-token.ts";
import { joinPractice } from "./join.ts";
import { type Found, invitationOf, meOf, membersOf, openInvitations } from "./store.ts";

const DAY_MS = 86_400_000;

export const invitations: Handlers<"invitations"> = {
  async peek({ desk, params }) {
    const { practiceName, email, role, hasAccount } = await open(desk, params.token);
    return { practice: practiceName, email, role, hasAccount };
  },

  async accept({ desk, params, body, headers, setHeader }) {
    const invitation = await open(desk, params.token);
    const person = invitation.hasAccount ? await whoIsHere(desk, headers, invitation) : await newcomer(desk, invitation, body, headers, setHeader);
    await joinPractice(desk, invitation, person);
    return meOf(desk.database.db, person.id);
  },

  list: ({ tx, practice, now }) => openInvitations(tx, practice, now),

  async create({ desk, tx, practice, by, role, body, note, now, headers }) {
    const email = body.email.toLowerCase();
    // Someone of compliance manages people, but makes no owners.
    if (body.role === "owner" && role !== "owner") throw new Refusal("not-allowed", { detail: "Only an owner makes another owner." });
    if ((await membersOf(tx, practice)).some(({ person }) => person.email === email)) throw new Refusal("already-done", { detail: "This person is a member already." });
    const id = randomUUID(), token = makeToken();
    await tx.updateTable("invitations").set({ revoked_at: now.toISOString() }).where("practice", "=", practice).where("email", "=", email).where("accepted_at", "is", null).where("revoked_at", "is", null).execute();
    await tx.insertInto("invitations").values({ id, practice, email, role: body.role, token_hash: hashOfToken(token), invited_by: by.person, expires_at: new Date(now.getTime() + DAYS_OPEN * DAY_MS).toISOString(), accepted_at: null, revoked_at: null, created_at: now.toISOString() }).execute();
    await note({ action: "invitation.made", about: { kind: "invitation", id }, facts: { role: body.role } });
    const invitation = (await openInvitations(tx, practice, now)).find((one) => one.id === id)!;
    const link = `${desk.config.publicUrl ?? `http://${headers.get("host") ?? "localhost"}`}/join/${token}`;
    // The letter goes out by itself: a handler holds the database and does not wait for a mail server. The link is shown in any case.
    void desk.mail.send({ to: email, subject: "You are invited to a desk of Chaperone", text: `${by.name} invites you to work at the social media desk of a practice.\n\nJoin within ${DAYS_OPEN} days:\n\n${link}\n` });
    return { invitation, link, mailed: desk.mail.isConfigured };
  },

  async revoke({ tx, practice, params, note, now }) {
    const done = await tx.updateTable("invitations").set({ revoked_at: now.toISOString() }).where("practice", "=", practice).where("id", "=", params.invitation).where("accepted_at", "is", null).where("revoked_at", "is", null).returning("id").executeTakeFirst();
    if (!done) throw new Refusal("not-found");
    await note({ action: "invitation.revoked", about: { kind: "invitation", id: done.id } });
  },
};

async function open(desk: Desk, token: string): Promise<Found> {
  const found = await invitationOf(desk.database.db, hashOfToken(token), desk.now());
  if (!found) throw new Refusal("invitation-over");
  return found;
}

/** Whoever has an account signs in first: a link alone does not act for them. */
async function whoIsHere(desk: Desk, headers: Headers, { email }: Found): Promise<{ id: string; name: string }> {
  const by = await desk.signIn.actorOf(headers);
  if (by?.kind !== "person") throw new Refusal("not-signed-in", { detail: "This address has an account. Sign in with it, then open the invitation again." });
  const { person } = await meOf(desk.database.db, by.person);
  if (person.email !== email) throw new Refusal("not-allowed", { detail: "The invitation is to another address than the one you are signed in with." });
  return person;
}

async function newcomer(desk: Desk, { email }: Found, { name, password }: { name?: string | undefined; password?: string | undefined }, headers: Headers, setHeader: (name: string, value: string) => void): Promise<{ id: string; name: string }> {
  if (!name || !password) throw new Refusal("invalid-request", { errors: [...(name ? [] : [{ at: "/name", says: "is needed for a new account" }]), ...(password ? [] : [{ at: "/password", says: "is needed for a new account" }])] });
  const { person, setCookie } = await desk.signIn.createPerson({ name, email, password }, headers);
  for (const cookie of setCookie) setHeader("set-cookie", cookie);
  return { id: person, name };
}
