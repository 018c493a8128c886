/** The ways to sign a channel in. */
import type { Refused } from "./outcome.ts";
import type { Account, Credentials, DeveloperApp, Fetch } from "./session.ts";

export type Connect =
  /** By hand, rehearsal. */
  | { by: "nothing" }
  /** Fields of a form, such as a handle and an app password. `host` is the server where one may be chosen. */
  | { by: "form"; fields: readonly FormField[]; signIn(asking: Asking, fields: Record<string, string>): Promise<Connected | Refused> }
  | OAuth;

export interface OAuth {
  by: "oauth";
  /** Whether somebody has to register a developer app first, or the desk registers itself with the server that is named. */
  app: "own" | "registered";
  scopes: readonly string[];
  /** Only where `app` is `registered`. */
  register?(asking: Asking, host: string, redirectUri: string): Promise<{ is: "registered"; app: DeveloperApp } | Refused>;
  /** Where the person is sent. `state` comes back with them; `verifier` is PKCE's, random, and kept by the desk: derive the challenge from it where the network asks for one. */
  address(parts: { app: DeveloperApp; host: string | null; redirectUri: string; state: string; verifier: string }): Promise<string>;
  /** Trades the code for credentials, and says which accounts they open: a person may have several pages. */
  finish(asking: Asking, parts: { app: DeveloperApp; host: string | null; redirectUri: string; verifier: string; code: string }): Promise<Connected | Refused>;
}

export interface FormField { name: string; label: string; help: string; kind: "text" | "secret" | "address"; value?: string }

/** What a call outside a session has. */
export interface Asking { fetch: Fetch; guarded: RequestInit; now(): Date }

export interface Connected { is: "connected"; accounts: { account: Account; credentials: Credentials }[] }

/** Called under a lock, once; what it answers is stored before anything uses it. A null `refresh` keeps the stored one. */
export type Refresh = (asking: Asking, parts: { app: DeveloperApp | null; account: Account; credentials: Credentials }) => Promise<{ is: "refreshed"; credentials: Credentials } | Refused>;
