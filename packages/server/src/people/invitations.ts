import { randomUUID } from "node:crypto";
import type { Body, Routes } from "@chaperone/contract";
import type { Handlers } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import type { Desk } from "../desk.ts";
import { sha256 } from "../record/chain.ts";
import { makeToken } from "../secrets/token.ts";
import { type Joining, joinPractice } from "./join.ts";
import { rolesToGive } from "./may.ts";
import type { Letter } from "./mail.ts";
import { type Found, invitationOf, meOf, membersOf, openInvitations } from "./store.ts";

const DAYS_OPEN = 7, DAY_MS = 86_400_000;

export const invitations: Handlers<"invitations"> = {
  async peek({ desk, params }) {
    const { practiceName, email, role, hasAccount } = await open(desk, params.token);
    return { practice: practiceName, email, role, hasAccount };
  },

  async accept({ desk, params, body, headers, address, setHeader }) {
    const invitation = await open(desk, params.token);
    const person = invitation.hasAccount ? await whoIsHere(desk, headers, invitation) : await newcomer(desk, body);
    await joinPractice(desk, invitation, person);
    if (person.passwordHash) for (const cookie of await desk.signIn.enter({ email: invitation.email, password: body.password! }, { headers, address })) setHeader("set-cookie", cookie);
    return meOf(desk.database.db, person.id);
  },

  list: ({ tx, practice, now }) => openInvitations(tx, practice, now),

  async create({ desk, tx, practice, by, role, body, note, now, headers, afterwards }) {
    const email = body.email.toLowerCase();
    if (!rolesToGive(role).includes(body.role)) throw new Refusal("not-allowed", { detail: "Only an owner makes another owner." });
    if ((await membersOf(tx, practice)).some(({ person }) => person.email === email)) throw new Refusal("already-done", { detail: "This person is a member already." });
    const id = randomUUID(), token = makeToken(), at = now.toISOString();
    await tx.updateTable("invitations").set({ revoked_at: at }).where("practice", "=", practice).where("email", "=", email).where("accepted_at", "is", null).where("revoked_at", "is", null).execute();
    await tx.insertInto("invitations").values({ id, practice, email, role: body.role, token_hash: sha256(token), invited_by: by.person, expires_at: new Date(now.getTime() + DAYS_OPEN * DAY_MS).toISOString(), accepted_at: null, revoked_at: null, created_at: at }).execute();
    await note({ action: "invitation.made", about: { kind: "invitation", id }, facts: { role: body.role } });
    const invitation = (await openInvitations(tx, practice, now)).find((one) => one.id === id)!;
    const link = `${desk.config.publicUrl ?? `http://${headers.get("host") ?? "localhost"}`}/join/${token}`;
    const made = { invitation, link, mailed: false };
    // A handler holds the database and does not wait for a mail server; and what was not committed is not promised to anybody.
    afterwards(async () => { made.mailed = await desk.mail.send(letter(email, by.name, link)); });
    return made;
  },

  async revoke({ tx, practice, params, note, now }) {
    const done = await tx.updateTable("invitations").set({ revoked_at: now.toISOString() }).where("practice", "=", practice).where("id", "=", params.invitation).where("accepted_at", "is", null).where("revoked_at", "is", null).returning("id").executeTakeFirst();
    if (!done) throw new Refusal("not-found");
    await note({ action: "invitation.revoked", about: { kind: "invitation", id: done.id } });
  },
};

const letter = (to: string, by: string, link: string): Letter => ({
  to, subject: "You are invited to a desk of Chaperone", text: `${by} invites you to work at the social media desk of a practice.\n\nJoin within ${DAYS_OPEN} days:\n\n${link}\n`,
});

async function open(desk: Desk, token: string): Promise<Found> {
  const found = await invitationOf(desk.database.db, sha256(token), desk.now());
  if (!found) throw new Refusal("invitation-over");
  return found;
}

/** Whoever has an account signs in first: a link alone does not act for them. */
async function whoIsHere(desk: Desk, headers: Headers, { email }: Found): Promise<Joining> {
  const by = await desk.signIn.actorOf(headers);
  if (by?.kind !== "person") throw new Refusal("not-signed-in", { detail: "This address has an account. Sign in with it, then open the invitation again." });
  const { person } = await meOf(desk.database.db, by.person);
  if (person.email !== email) throw new Refusal("not-allowed", { detail: "The invitation is to another address than the one you are signed in with." });
  return person;
}

async function newcomer(desk: Desk, { name, password }: Body<Routes["invitations"]["accept"]>): Promise<Joining> {
  if (name && password) return { id: randomUUID(), name, passwordHash: await desk.signIn.hashOf(password) };
  const errors = Object.entries({ name, password }).filter(([, given]) => !given).map(([field]) => ({ at: `/${field}`, says: "is needed for a new account" }));
  throw new Refusal("invalid-request", { errors });
}
