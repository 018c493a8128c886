import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
// @ts-expect-error It comes without types.
import Provider from "oidc-provider";
import { closeAfter } from "./close-after.ts";

export interface Claims { name: string; email: string; email_verified: boolean }
export interface IdentityProvider {
  issuer: string;
  /** Settings for a desk that signs in here. */
  environment: Record<string, string>;
  /** Goes where the desk sends a browser, signs in as `account`, and answers the address on the desk that it is sent back to. */
  signIn(url: string, account: string): Promise<string>;
  close(): Promise<void>;
}

const CLIENT = { client_id: "chaperone", client_secret: "a secret that only these two know" };

/** A real OpenID provider on loopback that insists on PKCE and knows these accounts, by name. */
export async function identityProvider(accounts: Record<string, Claims>, desk: string, port = 0): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((done) => { server.listen(port, "127.0.0.1", done); });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [`${desk}/api/auth/callback/single-sign-on`], grant_types: ["authorization_code"], response_types: ["code"] }],
    cookies: { keys: ["only for tests"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    ttl: Object.fromEntries(["Interaction", "Grant", "Session", "AccessToken", "IdToken"].map((kind) => [kind, 600])),
    pkce: { required: () => true },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    // Everybody has agreed already, so that signing in is all there is to do.
    async loadExistingGrant(context: { oidc: { client: { clientId: string }; session: { accountId: string }; provider: { Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<void> } } } }) {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  server.on("request", provider.callback());
  return closeAfter({
    issuer, environment: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT.client_id, OIDC_CLIENT_SECRET: CLIENT.client_secret, ALLOW_PRIVATE_HOSTS: "yes" },
    signIn: (url, account) => walk(url, account, issuer), close: () => end(server),
  });
}

/** Follows redirects with the cookies of one browser, and fills in the one form on the way. */
async function walk(start: string, account: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start, form: URLSearchParams | undefined;
  for (let step = 0; step < 10; step++) {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie }, ...(form ? { method: "POST", body: form } : {}) });
    for (const line of response.headers.getSetCookie()) { const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!; cookies.set(name!, value!); }
    const location = response.headers.get("location");
    if (!location && form) throw new Error(`The provider answered ${response.status} to the sign-in.`);
    form = location ? undefined : new URLSearchParams({ prompt: "login", login: account, password: "any" });
    url = location ? new URL(location, url).href : url;
    if (!url.startsWith(issuer)) return url;
  }
  throw new Error("The provider sends one round in circles.");
}

function end(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => { server.close(() => done()); });
}
