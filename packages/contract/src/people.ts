/** Who is at the desk, and what each may do in a practice. */
import * as z from "zod/mini";
import { email, id, line, state, time, timeZone } from "./text.ts";

export const ROLES = ["owner", "compliance", "editor", "contributor", "viewer"] as const;
export type Role = (typeof ROLES)[number];
export const role = () => z.enum(ROLES);

/** What a role may do in its practice. An owner gets no way around the gate: nothing here publishes. */
export const MAY = {
  "see": ["owner", "compliance", "editor", "contributor", "viewer"],
  "write": ["owner", "compliance", "editor", "contributor"],
  "schedule": ["owner", "compliance", "editor"],
  "approve": ["owner", "compliance"],
  "override": ["owner", "compliance"],
  "manage": ["owner", "compliance"],
  "own": ["owner"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof MAY;
export const roleMay = (role: Role, permission: Permission): boolean => (MAY[permission] as readonly Role[]).includes(role);

export const person = z.object({ id: z.string(), name: z.string(), email: z.string() });
export type Person = z.infer<typeof person>;

export const member = z.object({ person, role: role(), since: time(), twoFactor: z.boolean() });
export type Member = z.infer<typeof member>;

export const invitation = z.object({ id: id(), email: z.string(), role: role(), invitedBy: person, expiresAt: time() });
export type Invitation = z.infer<typeof invitation>;
/** `link` holds the one-time token; it is shown once, to the person who invites. `mailed` says whether the desk could send it. */
export const newInvitation = z.object({ invitation, link: z.string(), mailed: z.boolean() });
export const invite = z.object({ email: email(), role: role() });
export const invitationPeek = z.object({ practice: z.string(), email: z.string(), role: role(), hasAccount: z.boolean() });
/** Someone new gives a name and a password; someone with an account signs in first and sends neither. */
export const acceptInvitation = z.object({ name: z.optional(line(120)), password: z.optional(z.string().check(z.minLength(10), z.maxLength(200))) });

export const myPractice = z.object({ id: id(), name: z.string(), role: role(), states: z.array(state()), place: z.string(), timeZone: z.string(), isDemo: z.boolean() });
export const me = z.object({ person, twoFactor: z.boolean(), practices: z.array(myPractice) });
export type Me = z.infer<typeof me>;

export const desk = z.object({
  setUpNeeded: z.boolean(), version: z.string(), pack: z.string(),
  /** Name shown on the single sign-on button, or null when none is configured. */
  singleSignOn: z.nullable(z.string()), mail: z.boolean(), demo: z.nullable(id()),
});
export type Desk = z.infer<typeof desk>;

export const setUp = z.object({
  name: line(120), email: email(), password: z.string().check(z.minLength(10), z.maxLength(200)),
  practice: z.object({ name: line(160), states: z.array(state()).check(z.minLength(1), z.maxLength(52)), specialty: line(60), place: line(120), timeZone: timeZone() }),
});
