/** The few addresses of the sign-in that a person uses, below /api/auth. Everything else of the desk goes through the contract. */
import { type AuthenticationResponseJSON, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON, type RegistrationResponseJSON, startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { queryClient } from "../../lib/query.ts";

/** The sign-in answered, and said why not. `code` is its own word for it. */
export class SignInRefused extends Error {
  readonly code: string;
  readonly status: number;
  constructor(status: number, code: string, says: string) { super(says); this.name = "SignInRefused"; this.status = status; this.code = code; }
}

const SAYS: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: "The address and the password do not belong together.",
  INVALID_PASSWORD: "That is not the password of this account.",
  INVALID_CODE: "That code does not fit. Codes change every 30 seconds, so try the newest one.",
  INVALID_BACKUP_CODE: "That backup code does not fit, or it has been used.",
  INVALID_TWO_FACTOR_COOKIE: "The first step was too long ago. Begin again with the password.",
  INVALID_TOKEN: "This link has been used or has run out. Ask for a new one.",
  PASSWORD_TOO_SHORT: "A password has at least 10 characters.",
  PASSWORD_TOO_LONG: "A password has at most 200 characters.",
  PASSKEY_NOT_FOUND: "The desk does not know this passkey. Sign in with the password, then add it in Your account.",
  SESSION_NOT_FRESH: "For this the desk wants to see you sign in again first.",
  CREDENTIAL_ACCOUNT_NOT_FOUND: "This account signs in without a password.",
};

/** In a person's words, from what the sign-in says: a code, and for too many tries the seconds to wait. */
export function signInSays(status: number, code: string, wait: string | null): string {
  if (status === 429) {
    const seconds = Number(wait);
    return `That was too often. Try again in ${seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : seconds > 0 ? `${Math.ceil(seconds)} seconds` : "a minute"}; this protects the account from guessing.`;
  }
  return SAYS[code] ?? (status >= 500 ? "The sign-in failed on our side. Nothing was lost; try again." : "The desk did not accept this. Try again.");
}

async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const init: RequestInit = body === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`/api/auth${path}`, { credentials: "same-origin", ...init }).catch((cause: unknown) => { throw new Error("The desk cannot be reached.", { cause }); });
  const answer = await response.json().catch(() => null) as { code?: string } | null;
  if (!response.ok) throw new SignInRefused(response.status, answer?.code ?? "", signInSays(response.status, answer?.code ?? "", response.headers.get("x-retry-after")));
  return answer as Answer;
}

/** Forgets what was read before and asks anew who is here. */
export const signedIn = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ["me"] });

/** True when a second factor is asked for before the session begins. */
export const signInWithPassword = async (email: string, password: string): Promise<boolean> => (await ask<{ twoFactorRedirect?: boolean }>("/sign-in/email", { email, password })).twoFactorRedirect === true;
export const verifyCode = (kind: "totp" | "backup-code", code: string, trustDevice = false): Promise<unknown> => ask(`/two-factor/verify-${kind}`, { code: code.replace(/\s/g, ""), trustDevice });

export async function signInWithPasskey(): Promise<void> {
  const optionsJSON = await ask<PublicKeyCredentialRequestOptionsJSON>("/passkey/generate-authenticate-options");
  const response: AuthenticationResponseJSON = await startAuthentication({ optionsJSON });
  await ask("/passkey/verify-authentication", { response });
}

export async function signInElsewhere(then: string): Promise<void> {
  const { url } = await ask<{ url: string }>("/sign-in/social", { provider: "single-sign-on", callbackURL: then, errorCallbackURL: "/sign-in?refused=single-sign-on" });
  location.assign(url);
}

export const askForReset = (email: string): Promise<unknown> => ask("/request-password-reset", { email, redirectTo: "/reset-password" });
export const resetPassword = (token: string, newPassword: string): Promise<unknown> => ask("/reset-password", { token, newPassword });
export const changePassword = (currentPassword: string, newPassword: string): Promise<unknown> => ask("/change-password", { currentPassword, newPassword, revokeOtherSessions: true });

export interface TwoFactorStart { totpURI: string; backupCodes: string[] }
export const beginTwoFactor = (password: string): Promise<TwoFactorStart> => ask("/two-factor/enable", { password });
export const endTwoFactor = (password: string): Promise<unknown> => ask("/two-factor/disable", { password });
export const newBackupCodes = async (password: string): Promise<string[]> => (await ask<{ backupCodes: string[] }>("/two-factor/generate-backup-codes", { password })).backupCodes;

export interface Passkey { id: string; name?: string | null; createdAt: string }
export const passkeys = (): Promise<Passkey[]> => ask("/passkey/list-user-passkeys");
export const removePasskey = (id: string): Promise<unknown> => ask("/passkey/delete-passkey", { id });

export async function addPasskey(name: string): Promise<void> {
  const optionsJSON = await ask<PublicKeyCredentialCreationOptionsJSON>(`/passkey/generate-register-options?${new URLSearchParams({ name })}`);
  const response: RegistrationResponseJSON = await startRegistration({ optionsJSON });
  await ask("/passkey/verify-registration", { response, name });
}

export interface Session { token: string; createdAt: string; updatedAt: string; ipAddress?: string | null; userAgent?: string | null; isHere: boolean }

export async function sessions(): Promise<Session[]> {
  const [list, here] = await Promise.all([ask<Omit<Session, "isHere">[]>("/list-sessions"), ask<{ session: { token: string } } | null>("/get-session")]);
  const marked = list.map((session) => ({ ...session, isHere: session.token === here?.session.token }));
  return marked.sort((a, b) => Number(b.isHere) - Number(a.isHere) || b.updatedAt.localeCompare(a.updatedAt));
}
export const endSession = (token: string): Promise<unknown> => ask("/revoke-session", { token });
export const endOtherSessions = (): Promise<unknown> => ask("/revoke-other-sessions", {});
