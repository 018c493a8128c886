/** Sign-in by better-auth over the desk's own database. Nobody makes an account by themselves: people come in by the set-up or by an invitation. */
import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { OpenDatabase } from "../database/open.ts";
import { timesAsDates } from "./dates.ts";
import { actorOfKey } from "./key-actor.ts";
import type { Mail } from "./mail.ts";
import type { SignIn } from "./sign-in.ts";

interface Parts { database: OpenDatabase; config: Config; mail: Mail; log: Logger; now(): Date }

/** Set by `handle` and by nobody outside: what a caller sends under this name is overwritten. */
const ADDRESS = "x-chaperone-address";
const SESSION_DAYS = 14;

export function openSignIn({ database: { db }, config, mail, log, now }: Parts): SignIn {
  const mayJoin = new AsyncLocalStorage<true>();
  const auth = makeAuth({ db, config, mail, log, isInvited: async (email) => mayJoin.getStore() === true || await hasInvitation(db, email, now()) });

  const handle: SignIn["handle"] = (request, address) => {
    const headers = new Headers(request.headers);
    headers.set(ADDRESS, address);
    return auth.handler(new Request(request, { headers }));
  };

  return {
    handle,
    async actorOf(headers) {
      const key = /^Bearer (chap_\S+)$/.exec(headers.get("authorization") ?? "")?.[1];
      if (key) return actorOfKey(db, key, now());
      const session = await auth.api.getSession({ headers });
      return session ? { kind: "person", id: session.user.id, name: session.user.name, person: session.user.id } : undefined;
    },
    addressOf: (exchange) => addressOf(exchange, config.trustProxy),
    async createPerson({ name, email, password }, headers) {
      const { headers: answered, response } = await mayJoin.run(true, () => auth.api.signUpEmail({ body: { name, email, password }, headers, returnHeaders: true }));
      return { person: response.user.id, setCookie: answered.getSetCookie() };
    },
    async resetPassword(email, password) {
      const { internalAdapter, password: passwords } = await auth.$context;
      const found = await internalAdapter.findUserByEmail(email.toLowerCase());
      if (!found) return false;
      await internalAdapter.updatePassword(found.user.id, await passwords.hash(password));
      await internalAdapter.deleteUserSessions(found.user.id);
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
    disabledPaths: ["/sign-up/email", "/delete-user", "/change-email", "/update-user"],
    emailAndPassword: {
      enabled: true, minPasswordLength: 10, maxPasswordLength: 200, revokeSessionsOnPasswordReset: true,
      ...(mail.isConfigured ? { sendResetPassword: async ({ user, url }) => { await mail.send({ to: user.email, subject: "Set a new password for Chaperone", text: `Follow this address within an hour to set a new password:\n\n${url}\n\nIf you did not ask for this, nothing needs to be done.` }); } } : {}),
    },
    session: { expiresIn: SESSION_DAYS * 86_400, updateAge: 86_400 },
    account: { accountLinking: { enabled: true, trustedProviders: ["single-sign-on"] } },
    rateLimit: {
      enabled: true, storage: "database", window: 60, max: 120,
      customRules: { "/sign-in/email": { window: 60, max: 8 }, "/two-factor/*": { window: 60, max: 8 }, "/request-password-reset": { window: 600, max: 5 }, "/reset-password": { window: 600, max: 10 }, "/get-session": false },
    },
    databaseHooks: { user: { create: { before: async (user) => await isInvited(user.email) ? undefined : false } } },
    advanced: { cookiePrefix: "chaperone", useSecureCookies: publicUrl?.startsWith("https:") ?? false, ipAddress: { ipAddressHeaders: [ADDRESS] }, database: { generateId: () => crypto.randomUUID() } },
    telemetry: { enabled: false },
    // Its own words may hold addresses; what it says is counted by level.
    logger: { log: (level) => log[level === "error" ? "error" : "debug"]({ from: "better-auth" }, "sign-in said something") },
    plugins: [
      twoFactor({ issuer: "Chaperone" }),
      passkey({ rpName: "Chaperone", rpID: publicUrl ? new URL(publicUrl).hostname : "localhost" }),
      ...(oidc ? [genericOAuth({ config: [{ providerId: "single-sign-on", clientId: oidc.clientId, clientSecret: oidc.clientSecret, discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`, scopes: ["openid", "email", "profile"], pkce: true }] })] : []),
    ],
  });
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
