/** Sign-in by better-auth over the desk's own database. Nobody makes an account by themselves: people come in by the set-up or by an invitation. */
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { OpenDatabase } from "../database/open.ts";
import { Refusal } from "../http/refusal.ts";
import { accountLimit } from "./account-limit.ts";
import { callerAddress } from "./caller-address.ts";
import { actorOfKey } from "./key-actor.ts";
import type { Mail } from "./mail.ts";
import { ADDRESS, makeAuth } from "./make-auth.ts";
import type { SignIn } from "./sign-in.ts";

interface Parts { database: OpenDatabase; config: Config; mail: Mail; log: Logger; now(): Date }

export function openSignIn({ database: { db }, config, mail, log, now }: Parts): SignIn {
  const open = () => makeAuth({ db, config, mail, log, isInvited: (email) => hasInvitation(db, email, now()) });
  const limit = accountLimit(db, now);
  let auth = open();
  const byPassword = async (request: Request, ask: () => Promise<Response>): Promise<Response> => {
    const email = emailIn(await request.clone().text()), waits = email === null ? 0 : await limit.waits(email);
    if (waits > 0) return tooOften(waits);
    const answered = await ask();
    if (email !== null && answered.status === 401) await limit.wrong(email);
    if (email !== null && answered.ok) await limit.right(email);
    return answered;
  };
  return {
    async handle(request, address) {
      const path = new URL(request.url).pathname.slice("/api/auth".length);
      if (!isOpen(path)) throw new Refusal("not-found");
      // The provider is asked for its addresses when sign-in opens; had it been away then, it is asked again when somebody wants in by it.
      if (path === "/sign-in/social" && config.oidc && (await auth.$context).socialProviders.length === 0) auth = open();
      const ask = (): Promise<Response> => auth.handler(new Request(request, { headers: withAddress(request.headers, address) }));
      return path === "/sign-in/email" && request.method === "POST" ? byPassword(request, ask) : ask();
    },
    async actorOf(headers) {
      const key = /^Bearer (chap_\S+)$/.exec(headers.get("authorization") ?? "")?.[1];
      if (key) return actorOfKey(db, key, now());
      const session = await auth.api.getSession({ headers });
      return session ? { kind: "person", id: session.user.id, name: session.user.name, person: session.user.id } : undefined;
    },
    addressOf: (exchange) => callerAddress(exchange, config.trustProxy),
    hashOf: async (password) => (await auth.$context).password.hash(password),
    async enter(body, { headers, address }) {
      const answered = await auth.api.signInEmail({ body, headers: withAddress(headers, address), returnHeaders: true });
      return answered.headers.getSetCookie();
    },
    async resetPassword(email, password) {
      const { internalAdapter, password: passwords } = await auth.$context;
      const found = await internalAdapter.findUserByEmail(email.toLowerCase());
      if (!found) return false;
      const { id } = found.user, hash = await passwords.hash(password);
      // Whoever came in by single sign-on has had no password so far.
      if (await internalAdapter.findCredentialAccount(id)) await internalAdapter.updatePassword(id, hash);
      else await internalAdapter.createAccount({ userId: id, accountId: id, providerId: "credential", password: hash });
      await internalAdapter.deleteUserSessions(id);
      return true;
    },
  };
}

/** What of better-auth is open to the outside. The rest does not exist here: signing up, renaming, other people's accounts. */
const OPEN = new Set([
  "/sign-in/email", "/sign-in/social", "/callback/single-sign-on", "/error", "/sign-out", "/get-session", "/list-sessions", "/revoke-session", "/revoke-sessions", "/revoke-other-sessions",
  "/change-password", "/request-password-reset", "/reset-password",
  "/two-factor/enable", "/two-factor/disable", "/two-factor/verify-totp", "/two-factor/verify-backup-code", "/two-factor/generate-backup-codes", "/two-factor/get-totp-uri",
  "/passkey/generate-register-options", "/passkey/verify-registration", "/passkey/generate-authenticate-options", "/passkey/verify-authentication", "/passkey/list-user-passkeys", "/passkey/update-passkey", "/passkey/delete-passkey",
]);

const isOpen = (path: string): boolean => OPEN.has(path) || /^\/reset-password\/[^/]+$/.test(path);

function emailIn(body: string): string | null {
  try {
    const { email } = JSON.parse(body) as { email?: unknown };
    return typeof email === "string" ? email : null;
  } catch { return null; }
}

/** In the shape that better-auth gives its own limits, so that the page has one way to read both. */
const tooOften = (seconds: number): Response =>
  Response.json({ code: "TOO_MANY_TRIES", message: "Too many wrong passwords. Wait, or set a new password." }, { status: 429, headers: { "x-retry-after": String(seconds) } });

function withAddress(given: Headers, address: string): Headers {
  const headers = new Headers(given);
  headers.set(ADDRESS, address);
  return headers;
}

async function hasInvitation(db: OpenDatabase["db"], email: string, at: Date): Promise<boolean> {
  const open = await db.selectFrom("invitations").select("id").where("email", "=", email.toLowerCase()).where("accepted_at", "is", null).where("revoked_at", "is", null).where("expires_at", ">", at.toISOString()).limit(1).executeTakeFirst();
  return open !== undefined;
}
