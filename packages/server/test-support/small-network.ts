/** A stand-in for any network: a small server that people sign in to, and the code that speaks with it. Its refresh tokens work once, as the strictest networks have it. */
import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { NetworkId } from "@chaperone/contract";
import { onTestFinished } from "vitest";
import { ask, type Answer, isGood, refusalOf } from "../src/networks/ask.ts";
import type { Connect, OAuth, Refresh } from "../src/networks/connect.ts";
import type { Network } from "../src/networks/network.ts";
import { refused } from "../src/networks/outcome.ts";
import type { Credentials } from "../src/networks/session.ts";

export interface SmallNetwork {
  address: string;
  /** The accounts that a sign-in opens. */
  accounts: { id: string; name: string }[];
  /** `isSecretive` hands over no refresh token; a `refresh` status is answered instead of a new pair. */
  mood: { isSecretive: boolean; refresh: number; seconds: number; describe: number; slowMs: number };
  counts: { register: number; refresh: number; reused: number };
  /** The person says yes: the code that they bring back. */
  agree(address: string): { state: string; code: string };
  as(id: NetworkId, by: "own" | "registered" | "form"): Network;
}

export async function aSmallNetwork(): Promise<SmallNetwork> {
  const codes = new Map<string, { challenge: string; redirect: string }>(), current = new Set<string>();
  const small: Omit<SmallNetwork, "address" | "agree" | "as"> = { accounts: [{ id: "a-1", name: "Seapine Dermatology" }], mood: { isSecretive: false, refresh: 200, seconds: 3600, describe: 200, slowMs: 0 }, counts: { register: 0, refresh: 0, reused: 0 } };
  const pair = () => { const refresh = `refresh-${randomUUID()}`; current.add(refresh); return { access_token: `access-${randomUUID()}`, refresh_token: small.mood.isSecretive ? null : refresh, expires_in: small.mood.seconds, accounts: small.accounts }; };
  const answers: Record<string, (given: Record<string, string>) => [number, unknown] | Promise<[number, unknown]>> = {
    "/": () => [200, {}],
    "/register": () => { small.counts.register += 1; return [200, { client_id: `app-${small.counts.register}`, client_secret: "app-secret-registered" }]; },
    "/login": ({ password }) => password === "right-password" ? [200, pair()] : [401, {}],
    "/describe": () => [small.mood.describe, {}],
    "/token": async ({ code, verifier, redirect, refresh }) => {
      if (refresh !== undefined) {
        small.counts.refresh += 1;
        await new Promise((done) => { setTimeout(done, small.mood.slowMs); });
        if (small.mood.refresh !== 200) return [small.mood.refresh, {}];
        if (!current.delete(refresh)) { small.counts.reused += 1; return [401, {}]; }
        return [200, pair()];
      }
      const known = codes.get(code ?? "");
      codes.delete(code ?? "");
      return known && known.redirect === redirect && known.challenge === challengeOf(verifier!) ? [200, pair()] : [401, {}];
    },
  };
  const server = createServer(async (request, response) => {
    const [status, body] = await (answers[request.url!] ?? (() => [404, {}]))(await bodyOf(request));
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => { server.listen(0, "127.0.0.1", done); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const agree: SmallNetwork["agree"] = (at) => {
    const { searchParams } = new URL(at), code = `code-${randomUUID()}`;
    codes.set(code, { challenge: searchParams.get("challenge")!, redirect: searchParams.get("redirect")! });
    return { state: searchParams.get("state")!, code };
  };
  return { ...small, address, agree, as: (id, by) => networkOf(id, by, address) };
}

function networkOf(id: NetworkId, by: "own" | "registered" | "form", address: string): Network {
  const never = (): never => { throw new Error("Nothing is published here."); };
  return {
    id, hosts: [], connect: by === "form" ? formOf(address) : oauthOf(by, address), refresh: refreshOf(address),
    async describe({ fetch, now }) {
      const answer = await ask(fetch, `${address}/describe`);
      return isGood(answer) ? { is: "described", can: ["publish"], missing: [], notes: ["It is a stand-in."], limits: { characters: 300 } } : refusalOf(answer, now(), "The network");
    },
    prepare: never, commit: never, reconcile: never,
  };
}

const oauthOf = (app: "own" | "registered", address: string): OAuth => ({
  by: "oauth", app, scopes: ["write"],
  async register({ fetch, now }, host) {
    const answer = await ask(fetch, `${host}/register`, { method: "POST" });
    if (!isGood(answer)) return refusalOf(answer, now(), "The network");
    const { client_id: clientId, client_secret: clientSecret } = answer.body as { client_id: string; client_secret: string };
    return { is: "registered", app: { clientId, clientSecret } };
  },
  address: async ({ app: { clientId }, host, redirectUri, state, verifier }) => `${app === "registered" && host ? host : address}/authorize?way=${host ?? ""}&client=${clientId}&redirect=${encodeURIComponent(redirectUri)}&state=${state}&challenge=${challengeOf(verifier)}`,
  async finish({ fetch, now }, { host, redirectUri: redirect, verifier, code }) {
    const answer = await post(fetch, `${address}/token`, { code, verifier, redirect });
    return isGood(answer) ? { is: "connected", accounts: accountsIn(answer, now(), app === "registered" ? host : null) } : refused("auth", "The network did not take the code. Begin again.");
  },
});

const formOf = (address: string): Connect => ({
  by: "form", fields: [{ name: "handle", label: "Handle", help: "", kind: "text" }, { name: "password", label: "App password", help: "", kind: "secret" }, { name: "server", label: "Server", help: "", kind: "address", value: address }, { name: "note", label: "Note", help: "", kind: "text", value: "" }],
  async signIn({ fetch, now }, { password, server }) {
    const answer = await post(fetch, `${server}/login`, { password: password! });
    return isGood(answer) ? { is: "connected", accounts: accountsIn(answer, now(), server!) } : refused("auth", "The network does not know this handle and app password. Make another app password.");
  },
});

const refreshOf = (address: string): Refresh => async ({ fetch, now }, { credentials }) => {
  const answer = await post(fetch, `${address}/token`, { refresh: credentials.refresh! });
  return isGood(answer) ? { is: "refreshed", credentials: credentialsIn(answer, now()) } : refusalOf(answer, now(), "The network");
};

type Good = Extract<Answer, { is: "answer" }>;
function accountsIn(answer: Good, now: Date, host: string | null) {
  const { accounts } = answer.body as { accounts: { id: string; name: string }[] };
  return accounts.map(({ id, name }) => ({ account: { id, name, handle: `@${id}`, url: `https://network.example/${id}`, host, more: {} }, credentials: credentialsIn(answer, now) }));
}
function credentialsIn({ body }: Good, now: Date): Credentials {
  const { access_token: access, refresh_token: refresh, expires_in } = body as { access_token: string; refresh_token: string | null; expires_in: number };
  return { access, refresh, expiresAt: new Date(now.getTime() + expires_in * 1000).toISOString(), refreshExpiresAt: null, scopes: ["write"], more: {} };
}

const challengeOf = (verifier: string): string => createHash("sha256").update(verifier).digest("base64url");
const post = (fetch: Parameters<typeof ask>[0], url: string, body: Record<string, string>): Promise<Answer> => ask(fetch, url, { method: "POST", body: JSON.stringify(body) });
async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = "";
  for await (const part of request) text += String(part);
  return text === "" ? {} : JSON.parse(text) as Record<string, string>;
}
