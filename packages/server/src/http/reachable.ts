/** Calls an address that somebody else chose, without letting it point the desk at its own house (SSRF). */
import { lookup } from "node:dns";
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

export class ForbiddenAddress extends Error {
  override name = "ForbiddenAddress";
}

/** Public addresses only: no loopback, private, link-local or shared range, no cloud's metadata, in version 4, 6, or 4 dressed as 6. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
}

/** What can be said of an address before any name is looked up; undefined when nothing speaks against it. */
export function whyNot(url: string, allowPrivate: boolean): string | undefined {
  const { protocol, hostname, username, password } = new URL(url);
  if (protocol !== "https:" && !(allowPrivate && protocol === "http:")) return "Only https addresses are called.";
  if (username || password) return "An address with a password in it is not called.";
  if (allowPrivate) return undefined;
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (ipaddr.isValid(host)) return isPublic(host) ? undefined : "This address is inside a private network.";
  return !host.includes(".") || /\.(localhost|local|internal|lan|home|arpa)$/i.test(host) ? "This name belongs to a private network." : undefined;
}

/** Looks a name up once, refuses it when any of its addresses is private, and connects to what was checked: a second look-up could answer otherwise. */
export const checkedLookup = (resolve: typeof lookup = lookup): LookupFunction => (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    if (addresses.length === 0 || addresses.some(({ address }) => !isPublic(address))) return done(new ForbiddenAddress("This name leads into a private network."), []);
    if (options.all) return done(null, addresses);
    done(null, addresses[0]!.address, addresses[0]!.family);
  });
};

export interface Call { url: string; body: string; headers: Record<string, string>; allowPrivate: boolean; timeoutMs?: number }

/** Posts a body and answers with the status. Redirects are not followed, and what comes back is never read. */
export function reach({ url, body, headers, allowPrivate, timeoutMs = 10_000 }: Call): Promise<number> {
  const reason = whyNot(url, allowPrivate);
  if (reason) return Promise.reject(new ForbiddenAddress(reason));
  return new Promise((done, failed) => {
    const send = url.startsWith("https:") ? secure : plain;
    const request = send(url, {
      method: "POST", agent: false, signal: AbortSignal.timeout(timeoutMs), headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
      ...(allowPrivate ? {} : { lookup: checkedLookup() }),
    }, (response) => { done(response.statusCode ?? 0); response.destroy(); });
    request.on("error", failed);
    request.end(body);
  });
}
