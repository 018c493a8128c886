/** The only way from a network's code to the outside: no private address, no redirect, no call without an end. */
import { Agent, buildConnector } from "undici";
import ipaddr from "ipaddr.js";
import { checkedLookup, ForbiddenAddress, isPublic, whyNot } from "../http/reachable.ts";
import { boundOf } from "./bound.ts";
import type { Fetch } from "./session.ts";

export interface GuardOptions {
  /** The operator's word that hosts in private networks may be called. */
  allowPrivate: boolean;
  /** Where stand-ins answer for the networks' own hosts, in tests and rehearsals: `https://host/path` is asked as `standIns/host/path`. */
  standIns?: string | undefined;
  /** Hosts that a stand-in answers for. */
  hosts: readonly string[];
  /** How long a call may take that sends next to nothing; one that sends more gets more. */
  timeoutMs?: number;
}

export interface Guard {
  fetch: Fetch;
  /** For a library that calls the platform's fetch itself: what every such call has to carry. */
  init: RequestInit;
  /** Where a person's browser is sent; the same, unless stand-ins answer. */
  address(url: string): string;
  close(): Promise<void>;
}

const TIMEOUT_MS = 30_000;

export function makeGuard({ allowPrivate, standIns, hosts, timeoutMs = TIMEOUT_MS }: GuardOptions): Guard {
  const isOpen = allowPrivate || standIns !== undefined, known = new Set(hosts);
  // `dispatcher` is undici's own addition to the platform's fetch, and the platform's types are of an older undici.
  const through = (longest: number): { init: RequestInit; close(): Promise<void> } => {
    const dispatcher = new Agent({ connect: isOpen ? {} : publicOnly(), connectTimeout: 10_000, headersTimeout: longest, bodyTimeout: longest });
    return { init: { redirect: "manual", dispatcher } as unknown as RequestInit, close: () => dispatcher.close() };
  };
  // Our own calls end by their signal: undici would count the time of sending as time without an answer.
  const lent = through(timeoutMs), own = through(0);
  const address = (url: string): string => {
    const { hostname, pathname, search } = new URL(url);
    return standIns && known.has(hostname) ? `${standIns}/${hostname}${pathname}${search}` : url;
  };
  const fetch: Fetch = async (input, given = {}) => {
    const url = String(input), target = address(url), reason = target === url ? whyNot(url, allowPrivate) : undefined;
    if (reason) throw forbidden(reason);
    const ends = AbortSignal.timeout(boundOf(timeoutMs, given.body)), signal = given.signal ? AbortSignal.any([given.signal, ends]) : ends;
    return globalThis.fetch(target, { ...given, ...own.init, signal });
  };
  return { fetch, init: lent.init, address, close: async () => { await Promise.all([lent.close(), own.close()]); } };
}

/** Connects to what was checked, and to nothing else; a bare address has no name to look up, so it is read here. */
function publicOnly(): buildConnector.connector {
  const connect = buildConnector({ lookup: checkedLookup() });
  return (options, done) => {
    const host = options.hostname.replace(/^\[|\]$/g, "");
    if (ipaddr.isValid(host) && !isPublic(host)) return done(forbidden("This address is inside a private network."), null);
    connect(options, done);
  };
}

const forbidden = (reason: string): Error => Object.assign(new ForbiddenAddress(reason), { code: "FORBIDDEN_ADDRESS" });
