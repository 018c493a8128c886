/** A channel, signed in for the length of one step. */
export interface Session {
  account: Account;
  credentials: Credentials;
  app: DeveloperApp | null;
  /** Like the platform's own, but follows no redirect, reaches no private address, and gives up in time. */
  fetch: Fetch;
  /** For a library that calls the platform's fetch itself: the same guard, as what each of its calls carries. */
  guarded: RequestInit;
  now(): Date;
}

/** `input` is an absolute address, so that who guards can read it. */
export type Fetch = (input: string | URL, init?: RequestInit) => Promise<Response>;

/** The account on the network: what may be shown. */
export interface Account {
  /** The network's own id of it. */
  id: string;
  name: string;
  handle: string;
  url: string | null;
  /** The server that it lives on, where people choose one: `https://…` without a slash at its end. */
  host: string | null;
  /** Other ids that calls need, never secrets. */
  more: Record<string, string>;
}

/** Sealed at rest. Times are ISO 8601; null where the network names no end. */
export interface Credentials { access: string; refresh: string | null; expiresAt: string | null; refreshExpiresAt: string | null; scopes: string[]; more: Record<string, string> }

/** The developer app that the practice, or whoever runs the desk, registered with the network. */
export interface DeveloperApp { clientId: string; clientSecret: string | null }
