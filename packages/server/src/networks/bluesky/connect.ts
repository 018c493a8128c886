/** Signing in with an app password, once; afterwards only the session is kept, and renewed. */
import { z } from "zod";
import type { Asking, Connect, Connected, Refresh } from "../connect.ts";
import { type Refused, refused } from "../outcome.ts";
import type { Revoke } from "../revoke.ts";
import type { Credentials } from "../session.ts";
import { clientAt, hear } from "./client.ts";
import { refusalFrom } from "./errors.ts";
import { cleaned, identify, isIdentifier } from "./identity.ts";

export const connect: Connect = {
  by: "form",
  fields: [
    { name: "handle", label: "Handle", help: "As it stands in your profile, such as practice.bsky.social or your own domain.", kind: "text" },
    { name: "password", label: "App password", help: "Made for Chaperone in Bluesky, under Settings, Privacy and security, App passwords. Not the password you sign in with.", kind: "secret" },
    { name: "host", label: "Server", help: "Only if your account lives on a server of your own. Leave it empty otherwise.", kind: "address", value: "" },
  ],
  signIn,
};

async function signIn(asking: Asking, { handle = "", password = "", host = "" }: Record<string, string>): Promise<Connected | Refused> {
  const name = cleaned(handle), chosen = host.trim() === "" ? null : originOf(host.trim());
  if (!isIdentifier(name)) return refused("content-invalid", "This is not a handle. Type it as it stands in your profile, such as practice.bsky.social.");
  if (chosen === undefined) return refused("content-invalid", "This is not a server's address. Type it as in a browser, or leave it empty.");
  const identity = chosen === null ? await identify(asking, name) : { is: "identity" as const, did: null, host: chosen };
  if (identity.is === "refused") return identity;
  const heard = await hear((await clientAt(identity.host, asking.fetch)).com.atproto.server.createSession({ identifier: identity.did ?? name, password: password.trim() }));
  if (heard.is === "bad") return WRONG[heard.error] ?? atSignIn(refusalFrom(heard, asking.now()));
  const { did, handle: own, accessJwt, refreshJwt } = heard.result;
  if (identity.did !== null && identity.did !== did) return refused("auth", "The server signed in another account. Look at the handle and the server's address.");
  const called = own === "handle.invalid" ? name : own;
  return { is: "connected", accounts: [{
    account: { id: did, name: await displayName(asking, identity.host, did) ?? called, handle: called, url: `https://bsky.app/profile/${did}`, host: identity.host, more: {} },
    credentials: credentialsOf(accessJwt, refreshJwt),
  }] };
}

const WRONG: Record<string, Refused> = {
  AuthenticationRequired: refused("auth", "The handle or the app password is not right. Make a new app password in Bluesky and type it here.", { code: "AuthenticationRequired" }),
  AuthFactorTokenRequired: refused("auth", "This is the account's own password, which asks for a code as well. Make an app password in Bluesky and type that.", { code: "AuthFactorTokenRequired" }),
};

/** Nothing is tried again by itself while somebody signs in, and an address that is no server of Bluesky's answers as it likes. */
function atSignIn(no: Refused): Refused {
  if (no.kind === "transient") return { ...no, says: "The server could not be reached, or has trouble of its own. Look at its address, or try again in a while." };
  return no.kind === "content-invalid" ? { ...no, says: "What answers at this address is no server of Bluesky's. Look at the address, or leave it empty." } : no;
}

/** Undefined where it is no address. */
function originOf(typed: string): string | undefined {
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
  return url && !url.username && !url.password ? url.origin : undefined;
}

/** A name to show is pleasant to have, and no reason to fail. */
async function displayName(asking: Asking, host: string, did: string): Promise<string | null> {
  const heard = await hear((await clientAt(host, asking.fetch)).com.atproto.repo.getRecord({ repo: did, collection: "app.bsky.actor.profile", rkey: "self" }));
  const name = heard.is === "good" ? heard.result.value.displayName : undefined;
  return typeof name === "string" && name.trim() !== "" ? name.trim() : null;
}

/** Both tokens change each time; the server takes the old one for a while yet, in case the new pair got lost. */
export const refresh: Refresh = async (asking, { account, credentials }) => {
  if (credentials.refresh === null) return refused("auth", "The sign-in has ended. Sign in again.");
  const heard = await hear((await clientAt(account.host!, asking.fetch, credentials.refresh)).com.atproto.server.refreshSession());
  if (heard.is === "bad") return refusalFrom(heard, asking.now());
  return { is: "refreshed", credentials: credentialsOf(heard.result.accessJwt, heard.result.refreshJwt) };
};

/** The server ends the session by the token that would renew it; the other one lasts for what is left of its two hours. */
export const revoke: Revoke = {
  ends: "sign-in",
  revoke: async (asking, { account, credentials: { refresh: token } }) => token !== null && (await hear((await clientAt(account.host!, asking.fetch, token)).com.atproto.server.deleteSession().then(() => ({ data: null })))).is === "good",
};

function credentialsOf(access: string, renewal: string): Credentials {
  return { access, refresh: renewal, expiresAt: endOf(access), refreshExpiresAt: endOf(renewal), scopes: [claimsOf(access).scope ?? ""].filter(Boolean), more: {} };
}

const claims = z.object({ exp: z.number().optional(), scope: z.string().optional() });

/** A token is the server's own business; where it can be read, it says how long it lasts. */
function claimsOf(token: string): z.infer<typeof claims> {
  try { return claims.parse(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString())); } catch { return {}; }
}

function endOf(token: string): string | null {
  const { exp } = claimsOf(token);
  return exp === undefined ? null : new Date(exp * 1000).toISOString();
}

/** What a token made with the account's own password may do: everything. */
export const OWN_PASSWORD_SCOPE = "com.atproto.access";
