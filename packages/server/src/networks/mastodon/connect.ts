/** Signing in at a server that the person names. The desk registers itself there. */
import { calculatePKCECodeChallenge } from "oauth4webapi";
import { type Answer, ask, isGood, refusalOf } from "../ask.ts";
import type { Asking, Connected, OAuth } from "../connect.ts";
import { refused, type Refused } from "../outcome.ts";
import { type Revoke, revokedBy } from "../revoke.ts";
import type { DeveloperApp } from "../session.ts";
import * as z from "zod/mini";

/** Who the account is: `profile` is the least and exists since 4.3. */
const WHO = "profile", WHO_BEFORE = "read:accounts";
const SCOPES = ["read:statuses", "read:notifications", "write:statuses", "write:media"];

/** What the app asked for at its server; a desk that does not keep it asks for what every server knows. */
type Registered = DeveloperApp & { scopes?: string[] };

export const connect: OAuth = {
  by: "oauth", app: "registered", scopes: [WHO, ...SCOPES],
  register,
  address: async ({ app, host, redirectUri, state, verifier }) => {
    const address = new URL("/oauth/authorize", originOf(host) ?? undefined);
    // A server from before 4.3 does not know PKCE, and passes over what it does not know.
    const asked = { response_type: "code", client_id: app.clientId, redirect_uri: redirectUri, scope: scopesOf(app).join(" "), state, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: "S256" };
    address.search = new URLSearchParams(asked).toString();
    return address.href;
  },
  finish,
};

async function register(asking: Asking, host: string, redirectUri: string): ReturnType<NonNullable<OAuth["register"]>> {
  const origin = originOf(host);
  if (!origin) return refused("content-invalid", "This is not the address of a server. Enter it like mastodon.social.");
  const knowsProfile = await announcesProfile(asking, origin), scopes = [knowsProfile ? WHO : WHO_BEFORE, ...SCOPES];
  // An app may ask for less than it registered, never for more.
  const registered = knowsProfile ? [...scopes, WHO_BEFORE] : scopes;
  const answer = await ask(asking.fetch, `${origin}/api/v1/apps`, { method: "POST", body: form({ client_name: "Chaperone", redirect_uris: redirectUri, scopes: registered.join(" ") }) });
  const made = isGood(answer) ? appReply.safeParse(answer.body) : undefined;
  if (!made?.success) return notThere(answer, asking.now());
  const app: Registered = { clientId: made.data.client_id, clientSecret: made.data.client_secret, scopes };
  return { is: "registered", app };
}

async function finish(asking: Asking, { app, host, redirectUri, verifier, code }: Parameters<OAuth["finish"]>[1]): Promise<Connected | Refused> {
  const origin = originOf(host);
  if (!origin) return refused("content-invalid", "The server's address is missing. Begin again with Connect.");
  const answer = await ask(asking.fetch, `${origin}/oauth/token`, { method: "POST", body: form({ grant_type: "authorization_code", code, client_id: app.clientId, client_secret: app.clientSecret ?? "", redirect_uri: redirectUri, code_verifier: verifier }) });
  const token = isGood(answer) ? tokenReply.safeParse(answer.body) : undefined;
  if (!token?.success) return answer.is === "answer" && answer.status < 429 ? refused("auth", "The server did not finish the sign-in. Begin again with Connect.", { code: String(answer.status) }) : refusalOf(answer, asking.now(), "Mastodon");
  const { access_token: access, scope } = token.data;
  const who = await ask(asking.fetch, `${origin}/api/v1/accounts/verify_credentials`, { headers: { authorization: `Bearer ${access}` } });
  const account = isGood(who) ? accountReply.safeParse(who.body) : undefined;
  if (!account?.success) return refusalOf(who, asking.now(), "Mastodon");
  const { id, username, display_name: name, url } = account.data, handle = `@${username}@${new URL(origin).host}`;
  return { is: "connected", accounts: [{
    account: { id, name: name || username, handle, url: url ?? null, host: origin, more: {} },
    credentials: { access, refresh: null, expiresAt: null, refreshExpiresAt: null, scopes: scope?.split(" ") ?? scopesOf(app), more: {} },
  }] };
}

export const revoke: Revoke = {
  ends: "sign-in",
  revoke: async (asking, { app, account, credentials }) => app !== null && revokedBy(asking, `${account.host}/oauth/revoke`, { client_id: app.clientId, client_secret: app.clientSecret ?? "", token: credentials.access }),
};

/** People type a name, an address, or an address with a path behind it. */
function originOf(host: string | null): string | undefined {
  const typed = host?.trim() ?? "", address = typed.includes("://") ? typed : `https://${typed}`;
  return typed !== "" && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? new URL(address).origin : undefined;
}

async function announcesProfile(asking: Asking, origin: string): Promise<boolean> {
  const answer = await ask(asking.fetch, `${origin}/.well-known/oauth-authorization-server`), announced = isGood(answer) ? announcement.safeParse(answer.body) : undefined;
  return announced?.data?.scopes_supported.includes(WHO) ?? false;
}

function notThere(answer: Answer, now: Date): Refused {
  if (answer.is === "silence") return refused("content-invalid", "No server answers at this address, or it is inside a private network. Check the address.");
  if (answer.status >= 300 && answer.status < 400) return refused("content-invalid", "This server sends its callers elsewhere. Enter the address that your browser shows when you are signed in.", { code: String(answer.status) });
  if (answer.status < 300 || answer.status === 404 || answer.status === 405) return refused("content-invalid", "This does not look like a Mastodon server. Check the address.", { code: String(answer.status) });
  return refusalOf(answer, now, "Mastodon");
}

const scopesOf = (app: Registered): string[] => app.scopes ?? [WHO_BEFORE, ...SCOPES];
const form = (fields: Record<string, string>): URLSearchParams => new URLSearchParams(fields);

const announcement = z.object({ scopes_supported: z.array(z.string()) });
const appReply = z.object({ client_id: z.string(), client_secret: z.string() });
const tokenReply = z.object({ access_token: z.string().check(z.minLength(1)), scope: z.optional(z.string()) });
const accountReply = z.object({ id: z.string(), username: z.string(), display_name: z.optional(z.string()), url: z.nullish(z.string()) });
