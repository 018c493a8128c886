/** A desk that has been set up, with its owner signed in: where most tests begin. */
import { randomUUID } from "node:crypto";
import { type Content, type Me, NOTHING_YET, type Role } from "@chaperone/contract";
import { type Caller, caller } from "./caller.ts";
import { type RunningDesk, type StartOptions, startDesk } from "./running-desk.ts";

export const PASSWORD = "a long enough pass phrase";
export interface Somebody { caller: Caller; me: Me; email: string }
export interface ADesk extends RunningDesk { owner: Somebody; practice: string }

export async function aDesk(options: StartOptions = {}): Promise<ADesk> {
  const desk = await startDesk(options), owner = caller(desk.url), email = "ada@example.com";
  const me = await owner.desk.setUp({ body: { name: "Ada Owner", email, password: PASSWORD, practice: { name: "Harbor Dermatology", states: ["FL"], specialty: "dermatology", place: "Tampa", timeZone: "America/New_York" } } });
  return { ...desk, owner: { caller: owner, me, email }, practice: me.practices[0]!.id };
}

/** Invites someone, and lets them join as the page would. */
export async function join({ url, owner, practice }: ADesk, role: Role, name: string): Promise<Somebody> {
  const email = `${name.toLowerCase().replace(/\W+/g, ".")}.${randomUUID().slice(0, 6)}@example.com`, theirs = caller(url);
  const { link } = await owner.caller.invitations.create({ params: { practice }, body: { email, role } });
  const me = await theirs.invitations.accept({ params: { token: link.split("/").at(-1)! }, body: { name, password: PASSWORD } });
  return { caller: theirs, me, email };
}

export const aText = (text: string, more: Partial<Content> = {}): Content => ({ ...NOTHING_YET, text, ...more });

export const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
