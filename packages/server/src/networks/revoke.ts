/** Taking a sign-in back at the network once the desk has forgotten it. */
import { isGood, ask } from "./ask.ts";
import type { Asking } from "./connect.ts";
import type { Account, Credentials, DeveloperApp } from "./session.ts";

export interface Revoke {
  /** What goes with it: this sign-in alone, or whatever the same person has allowed the same app, on other channels too. */
  ends: "sign-in" | "person";
  /** Answers whether the network did it. */
  revoke(asking: Asking, parts: { app: DeveloperApp | null; account: Account; credentials: Credentials }): Promise<boolean>;
}

/** As the networks have it that let a form name the token. */
export const revokedBy = async ({ fetch }: Asking, address: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<boolean> =>
  isGood(await ask(fetch, address, { method: "POST", headers, body: new URLSearchParams(form) }));
