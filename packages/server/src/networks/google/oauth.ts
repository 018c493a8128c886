/** Google's sign-in, which YouTube and Business Profile share. */
import { ClientSecretPost } from "oauth4webapi";
import type { Asking, OAuth, Refresh } from "../connect.ts";
import { type Refused, refused } from "../outcome.ts";
import { type Revoke, revokedBy } from "../revoke.ts";
import type { Account } from "../session.ts";
import { renew, signInAddress, type Standard, tradeCode } from "../standard-oauth.ts";

export const SIGN_IN_HOSTS = ["accounts.google.com", "oauth2.googleapis.com"] as const;

const google = (name: string): Standard => ({
  server: { issuer: "https://accounts.google.com", authorization_endpoint: "https://accounts.google.com/o/oauth2/v2/auth", token_endpoint: "https://oauth2.googleapis.com/token" },
  proofOf: ({ clientSecret }) => ClientSecretPost(clientSecret ?? ""),
  refusalOf: (code) => signInRefusal(code, name),
});

/** `accountsOf` says which accounts the sign-in opens. */
export type AccountsOf = (asking: Asking, access: string, name: string) => Promise<Account[] | Refused>;

export const googleConnect = (name: string, scopes: readonly string[], accountsOf: AccountsOf): OAuth => ({
  by: "oauth", app: "own", scopes,
  // Without both of these, a second sign-in brings no refresh token.
  address: (parts) => signInAddress(google(name), parts, scopes, { access_type: "offline", prompt: "consent" }),
  finish: async (asking, parts) => {
    const granted = await tradeCode(google(name), asking, parts);
    if (granted.is === "refused") return granted;
    const accounts = await accountsOf(asking, granted.credentials.access, name);
    if (!Array.isArray(accounts)) return accounts;
    return { is: "connected", accounts: accounts.map((account) => ({ account, credentials: granted.credentials })) };
  },
});

export const googleRefresh = (name: string): Refresh => async (asking, { app, credentials }) => {
  const { refresh } = credentials;
  if (!app || refresh === null) return refused("auth", `The sign-in at ${name} cannot be renewed. Sign in again.`);
  return renew(google(name), asking, app, { ...credentials, refresh });
};

/** Google ends all that the person has allowed the app, whichever token it is shown. */
export const googleRevoke: Revoke = { ends: "person", revoke: (asking, { credentials }) => revokedBy(asking, "https://oauth2.googleapis.com/revoke", { token: credentials.refresh ?? credentials.access }) };

function signInRefusal(code: string, name: string): Refused {
  switch (code) {
    case "": return refused("transient", "Google’s sign-in could not be reached. Try again in a minute.");
    case "invalid_grant": return refused("auth", `Google no longer accepts the sign-in for ${name}. Sign in again; if this happens every 7 days, set the app’s publishing status to “In production” in the Google Cloud console.`, { code });
    case "invalid_client": case "unauthorized_client": return refused("auth", "Google does not know the developer app by this id and secret. Enter both again.", { code });
    case "redirect_uri_mismatch": return refused("permission", "The developer app does not list this desk’s return address. Add it to the app in the Google Cloud console.", { code });
    default: return refused("auth", `Google refused the sign-in for ${name} (${code}). Sign in again.`, { code });
  }
}
