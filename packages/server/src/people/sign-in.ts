import type { Context } from "hono";
import type { Actor } from "../http/actor.ts";

/** Who is at the door: sessions of people and keys of programs. */
export interface SignIn {
  /** Undefined when nobody is signed in. Called outside any transaction. */
  actorOf(headers: Headers): Promise<Actor | undefined>;
  /** The caller's address, past as many proxies as are trusted. */
  addressOf(exchange: Context): string;
  /** Everything below /api/auth: sign-in, sign-out, sessions, second factor, passkeys, single sign-on. */
  handle(request: Request, address: string): Promise<Response>;
  /** Makes a person and signs them in; answers their id and the headers that carry the session. */
  createPerson(who: { name: string; email: string; password: string }, headers: Headers): Promise<{ person: string; setCookie: string[] }>;
  /** Sets a new password and ends every session; false when nobody has this address. */
  resetPassword(email: string, password: string): Promise<boolean>;
}
