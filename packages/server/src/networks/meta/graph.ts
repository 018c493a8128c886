/** One call to a Graph interface of Meta's, signed with the account's token. */
import type { z } from "zod";
import { type Answer, ask, isGood } from "../ask.ts";
import { refused, type Refused } from "../outcome.ts";
import type { Fetch, Session } from "../session.ts";

/** A version is served for about two years from its release; v25.0 is of early 2026. Read the changelog before moving it. */
export const FACEBOOK = "https://graph.facebook.com/v25.0";
/** The person's browser goes here; the version is the same. */
export const FACEBOOK_DIALOG = "https://www.facebook.com/v25.0/dialog/oauth";

export interface Graph { fetch: Fetch; base: string; access: string; now: Date; network: string }
export type Params = Record<string, string>;

export const graphOf = ({ fetch, credentials, now }: Session, base: string, network: string): Graph => ({ fetch, base, access: credentials.access, now: now(), network });

/** The token is a parameter, as all three interfaces document it; on a POST it stays out of the address. */
const signed = (access: string, params: Params): URLSearchParams => new URLSearchParams(access === "" ? params : { ...params, access_token: access });

export const get = ({ fetch, base, access }: Graph, path: string, params: Params = {}): Promise<Answer> => ask(fetch, `${base}/${path}?${signed(access, params)}`);
export const post = ({ fetch, base, access }: Graph, path: string, params: Params): Promise<Answer> => ask(fetch, `${base}/${path}`, { method: "POST", body: signed(access, params) });
export const erase = ({ fetch, base, access }: Graph, path: string): Promise<Answer> => ask(fetch, `${base}/${path}?${signed(access, {})}`, { method: "DELETE" });

/** The answer's body where it is what was asked for. */
export function bodyOf<T>(answer: Answer, schema: z.ZodType<T>): T | undefined {
  return isGood(answer) ? schema.safeParse(answer.body).data : undefined;
}

export const unreadable = (network: string): Refused => refused("transient", `${network} answered with something that the desk cannot read. The desk tries again by itself.`);
