/** better-auth, told how a desk is entered. */
import { createHash } from "node:crypto";
import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { OpenDatabase } from "../database/open.ts";
import { timesAsDates } from "./dates.ts";
import type { Letter, Mail } from "./mail.ts";

/** Tells better-auth who calls. What a caller sends under this name is overwritten. */
export const ADDRESS = "x-chaperone-address";
const SESSION_DAYS = 14;

interface Parts { db: OpenDatabase["db"]; config: Config; mail: Mail; log: Logger; isInvited(email: string): Promise<boolean> }

const resetLetter = (to: string, url: string): Letter => ({
  to, subject: "Set a new password for Chaperone", text: `Follow this address within an hour to set a new password:\n\n${url}\n\nIf you did not ask for this, nothing needs to be done.\n`,
});

/** What sign-in encrypts and signs with, derived from a secret key of the desk. */
export const signInSecret = (key: Uint8Array): string => createHash("sha256").update("chaperone sign-in").update(key).digest("base64url");

export function makeAuth({ db, config, mail, log, isInvited }: Parts) {
  const { publicUrl, oidc } = config;
  return betterAuth({
    appName: "Chaperone",
    database: { db: db.withPlugin(timesAsDates), type: "postgres" },
    secret: signInSecret(config.secretKey),
    ...(publicUrl ? { baseURL: publicUrl } : {}),
    trustedOrigins: (request) => [...(publicUrl ? [publicUrl] : []), ...(request && !publicUrl ? [new URL(request.url).origin] : [])],
    emailAndPassword: {
      enabled: true, minPasswordLength: 10, maxPasswordLength: 200, revokeSessionsOnPasswordReset: true,
      // Not waited for: the time to an answer would tell which addresses have an account.
      ...(mail.isConfigured ? { sendResetPassword: async ({ user, url }) => { void mail.send(resetLetter(user.email, url)); } } : {}),
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
