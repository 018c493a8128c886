/** Sign-in as better-auth serves it: the few addresses that the pages need. */
import { startAuthentication, startRegistration } from "@simplewebauthn/browser";

/** Refused at the door. `code` is better-auth's own. */
export class NotIn extends Error {
  readonly status: number;
  readonly code: string | undefined;
  constructor(status: number, code: string | undefined, says: string) { super(says); this.name = "NotIn"; this.status = status; this.code = code; }
}

const WORDS: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: "The address and the password do not belong together.",
  INVALID_PASSWORD: "This is not the password.",
  INVALID_CODE: "This code is not the current one. Codes change every 30 seconds.",
  INVALID_BACKUP_CODE: "This backup code is not known or has been used.",
  INVALID_TOKEN: "This link has run out or has been used. Ask for a new one.",
  INVALID_TWO_FACTOR_COOKIE: "The sign-in took too long. Begin again with the password.",
  PASSWORD_TOO_SHORT: "A password has at least 10 characters.",
  CREDENTIAL_ACCOUNT_NOT_FOUND: "This account signs in without a password.",
  SESSION_NOT_FRESH: "For this, sign in again first.",
  PASSKEY_NOT_FOUND: "The desk does not know this passkey.",
};

async function call<Answer>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(`/api/auth${path}`, body === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })
    .catch(() => { throw new NotIn(0, undefined, "The desk cannot be reached. Look at the connection and try again."); });
  const answer = await response.json().catch(() => null) as (Answer & { code?: string }) | null;
  if (response.ok) return answer as Answer;
  if (response.status === 429) throw new NotIn(429, answer?.code, tooOften(Number(response.headers.get("x-retry-after"))));
  throw new NotIn(response.status, answer?.code, WORDS[answer?.code ?? ""] ?? "That did not work. Try again.");
}

/** Says how long, so that nobody has to guess while the account is protected from guessing. */
export function tooOften(seconds: number): string {
  const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : seconds > 1 ? `${Math.ceil(seconds)} seconds` : "a minute";
  return `That was too often. Try again in ${wait}; this protects the account from guessing.`;
}

export const signIn = async (email: string, password: string): Promise<"in" | "needs-code"> =>
  (await call<{ twoFactorRedirect?: boolean }>("/sign-in/email", { email, password })).twoFactorRedirect ? "needs-code" : "in";
export const giveCode = (code: string): Promise<unknown> => call("/two-factor/verify-totp", { code });
export const giveBackupCode = (code: string): Promise<unknown> => call("/two-factor/verify-backup-code", { code });

export async function signInWithPasskey(): Promise<void> {
  const optionsJSON = await call<Parameters<typeof startAuthentication>[0]["optionsJSON"]>("/passkey/generate-authenticate-options");
  const response = await startAuthentication({ optionsJSON }).catch(gaveUp);
  await call("/passkey/verify-authentication", { response });
}
export async function addPasskey(name: string): Promise<void> {
  const optionsJSON = await call<Parameters<typeof startRegistration>[0]["optionsJSON"]>("/passkey/generate-register-options");
  const response = await startRegistration({ optionsJSON }).catch(gaveUp);
  await call("/passkey/verify-registration", { response, name });
}
/** By the names that browsers give: an address that is not the desk's own, and a device that has its passkey already. */
const NO_PASSKEY: Record<string, string> = {
  SecurityError: "Passkeys belong to the desk’s own address, and this is another. On the desk’s own machine that is localhost.",
  InvalidStateError: "This device has a passkey for you already.",
};
const gaveUp = (error: Error): never => { throw new NotIn(0, undefined, NO_PASSKEY[error.name] ?? "No passkey was chosen."); };

export async function singleSignOn(then: string): Promise<void> {
  const { url } = await call<{ url: string }>("/sign-in/social", { provider: "single-sign-on", callbackURL: then, errorCallbackURL: "/sign-in?failed=single-sign-on" });
  location.assign(url);
}

export const askForReset = (email: string): Promise<unknown> => call("/request-password-reset", { email, redirectTo: "/reset-password" });
export const resetPassword = (token: string, newPassword: string): Promise<unknown> => call("/reset-password", { token, newPassword });
export const changePassword = (currentPassword: string, newPassword: string): Promise<unknown> => call("/change-password", { currentPassword, newPassword, revokeOtherSessions: true });

export interface SessionHere { id: string; token: string; createdAt: string; ipAddress: string | null; userAgent: string | null }
export const listSessions = (): Promise<SessionHere[]> => call("/list-sessions");
export const thisSession = (): Promise<{ session: SessionHere } | null> => call("/get-session");
export const revokeSession = (token: string): Promise<unknown> => call("/revoke-session", { token });
export const revokeOthers = (): Promise<unknown> => call("/revoke-other-sessions", {});

/** The one at hand first, then by the latest use. */
export async function sessions(): Promise<(SessionHere & { isHere: boolean })[]> {
  const [list, here] = await Promise.all([listSessions(), thisSession()]);
  return list.map((session) => ({ ...session, isHere: session.token === here?.session.token })).sort((a, b) => Number(b.isHere) - Number(a.isHere) || b.createdAt.localeCompare(a.createdAt));
}

export const beginTwoFactor = (password: string): Promise<{ totpURI: string; backupCodes: string[] }> => call("/two-factor/enable", { password });
export const endTwoFactor = (password: string): Promise<unknown> => call("/two-factor/disable", { password });

export interface Passkey { id: string; name: string | null; createdAt: string | null }
export const listPasskeys = (): Promise<Passkey[]> => call("/passkey/list-user-passkeys");
export const removePasskey = (id: string): Promise<unknown> => call("/passkey/delete-passkey", { id });

/** Where one goes after the sign-in: an address of this desk and never another site, whatever the link said. */
export function ownPath(then: string | null): string {
  if (!then || !/^\/(?![/\\])/.test(then) || /[\u0000-\u001f\\]/.test(then)) return "/";
  const { pathname, search, hash } = new URL(then, "https://desk.invalid");
  return pathname.startsWith("//") || /^\/(?:api|sign-in|set-up)(?:\/|$)/.test(pathname) ? "/" : pathname + search + hash;
}
