/** Sign-in by better-auth over the desk's own database. Nobody makes an account by themselves: people come in by the set-up or by an invitation. */
import { createHash } from "node:crypto";
import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { OpenDatabase } from "../database/open.ts";
import { Refusal } from "../http/refusal.ts";
import { timesAsDates } from "./dates.ts";
import { actorOfKey } from "./key-actor.ts";
import type { Mail } from "./mail.ts";
import type { SignIn } from "./sign-in.ts";

interface Parts { database: OpenDatabase; config: Config; mail: Mail; log: Logger; now(): Date }

/** Tells better-auth who calls. What a caller sends under this name is overwritten. */
const ADDRESS = "x-chaperone-address";
const SESSION_DAYS = 14;

export function openSignIn({ database: { db }, config, mail, log, now }: Parts): SignIn {
  const open = () => makeAuth({ db, config, mail, log, isInvited: (email) => hasInvitation(db, email, now()) });
  let auth = open();
  return {
    async handle(request, address) {
      const path = new URL(request.url).pathname.slice("/api/auth".length);
      if (!isOpen(path)) throw new Refusal("not-found");
      // The provider is asked for its addresses when sign-in opens; had it been away then, it is asked again when somebody wants in by it.
      if (path === "/sign-in/social" && config.oidc && (await auth.$context).socialProviders.length === 0) auth = open();
      return auth.handler(new Request(request, { headers: withAddress(request.headers, address) }));
    },
    async actorOf(headers) {
      const key = /^Bearer (chap_\S+)$/.exec(headers.get("authorization") ?? "")?.[1];
      if (key) return actorOfKey(db, key, now());
      const session = await auth.api.getSession({ headers });
      return session ? { kind: "person", id: session.user.id, name: session.user.name, person: session.user.id } : undefined;
    },
    addressOf: (exchange) => addressOf(exchange, config.trustProxy),
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

interface AuthParts { db: OpenDatabase["db"]; config: Config; mail: Mail; log: Logger; isInvited(email: string): Promise<boolean> }

function makeAuth({ db, config, mail, log, isInvited }: AuthParts) {
  const { publicUrl, oidc } = config;
  return betterAuth({
    appName: "Chaperone",
    database: { db: db.withPlugin(timesAsDates), type: "postgres" },
    secret: createHash("sha256").update("chaperone sign-in").update(config.secretKey).digest("base64url"),
    ...(publicUrl ? { baseURL: publicUrl } : {}),
    trustedOrigins: (request) => [...(publicUrl ? [publicUrl] : []), ...(request && !publicUrl ? [new URL(request.url).origin] : [])],
    emailAndPassword: {
      enabled: true, minPasswordLength: 10, maxPasswordLength: 200, revokeSessionsOnPasswordReset: true,
      ...(mail.isConfigured ? { sendResetPassword: async ({ user, url }) => { await mail.send({ to: user.email, subject: "Set a new password for Chaperone", text: `Follow this address within an hour to set a new password:\n\n${url}\n\nIf you did not ask for this, nothing needs to be done.` }); } } : {}),
    },
    session: { expiresIn: SESSION_DAYS * 86_400, updateAge: 86_400 },
    // A provider's word for an address is taken only where it has verified it. Ours need no such proof: nobody makes an account by themselves.
    account: { accountLinking: { enabled: true, requireLocalEmailVerified: false }, encryptOAuthTokens: true },
    verification: { storeIdentifier: "hashed" },
    rateLimit: {
      enabled: true, storage: "database", window: 60, max: 120,
      customRules: { "/sign-in/email": { window: 60, max: 8 }, "/two-factor/*": { window: 60, max: 8 }, "/request-password-reset": { window: 600, max: 5 }, "/reset-password": { window: 600, max: 10 }, "/get-session": false },
    },
    databaseHooks: { user: { create: { before: async (user) => user.emailVerified && await isInvited(user.email) ? undefined : false } } },
    advanced: { cookiePrefix: "chaperone", useSecureCookies: publicUrl?.startsWith("https:") ?? false, ipAddress: { ipAddressHeaders: [ADDRESS] }, disableOriginCheck: false, database: { generateId: () => crypto.randomUUID() } },
    telemetry: { enabled: false },
    // Its own words may hold addresses; what it says is counted by level.
    logger: { log: (level) => log[level === "error" ? "error" : "debug"]({ from: "better-auth" }, "sign-in said something") },
    plugins: [
      twoFactor({ issuer: "Chaperone" }),
      passkey({ rpName: "Chaperone", rpID: publicUrl ? new URL(publicUrl).hostname : "localhost", origin: publicUrl ?? null }),
      ...(oidc ? [genericOAuth({ config: [{ providerId: "single-sign-on", clientId: oidc.clientId, clientSecret: oidc.clientSecret, discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`, scopes: ["openid", "email", "profile"], pkce: true, requireIdTokenVerification: true }] })] : []),
    ],
  });
}

/** What of better-auth is open to the outside. The rest does not exist here: signing up, renaming, other people's accounts. */
const OPEN = new Set([
  "/sign-in/email", "/sign-in/social", "/callback/single-sign-on", "/error", "/sign-out", "/get-session", "/list-sessions", "/revoke-session", "/revoke-sessions", "/revoke-other-sessions",
  "/change-password", "/request-password-reset", "/reset-password",
  "/two-factor/enable", "/two-factor/disable", "/two-factor/verify-totp", "/two-factor/verify-backup-code", "/two-factor/generate-backup-codes", "/two-factor/get-totp-uri",
  "/passkey/generate-register-options", "/passkey/verify-registration", "/passkey/generate-authenticate-options", "/passkey/verify-authentication", "/passkey/list-user-passkeys", "/passkey/update-passkey", "/passkey/delete-passkey",
]);

const isOpen = (path: string): boolean => OPEN.has(path) || /^\/reset-password\/[^/]+$/.test(path);

function withAddress(given: Headers, address: string): Headers {
  const headers = new Headers(given);
  headers.set(ADDRESS, address);
  return headers;
}

async function hasInvitation(db: OpenDatabase["db"], email: string, at: Date): Promise<boolean> {
  const open = await db.selectFrom("invitations").select("id").where("email", "=", email.toLowerCase()).where("accepted_at", "is", null).where("revoked_at", "is", null).where("expires_at", ">", at.toISOString()).limit(1).executeTakeFirst();
  return open !== undefined;
}

/** Each proxy appends whom it heard from, so the caller stands as many places from the end as proxies are trusted. */
function addressOf(exchange: Context, trustProxy: number): string {
  const direct = (): string => { try { return getConnInfo(exchange).remote.address ?? "127.0.0.1"; } catch { return "127.0.0.1"; } };
  const heard = exchange.req.header("x-forwarded-for")?.split(",").map((part) => part.trim()) ?? [];
  return (trustProxy > 0 ? heard.at(-trustProxy) : undefined) ?? direct();
}
