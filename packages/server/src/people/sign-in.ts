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
  /** How a password is kept. Slow on purpose, and called outside any transaction. */
  hashOf(password: string): Promise<string>;
  /** Opens a session for someone who has just come in; answers the cookies that carry it. */
  enter(who: { email: string; password: string }, from: { headers: Headers; address: string }): Promise<string[]>;
  /** Sets a new password and ends every session; false when nobody has this address. */
  resetPassword(email: string, password: string): Promise<boolean>;
}
