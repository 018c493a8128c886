/** One call to an interface of Google's, signed with the account's token. */
import { type Answer, ask } from "../ask.ts";
import type { Session } from "../session.ts";

/** What a call is signed with, in a session or while one is being made. */
export type Signed = Pick<Session, "fetch"> & { access: string };
export const signed = ({ fetch, credentials }: Session): Signed => ({ fetch, access: credentials.access });

/** `query` goes into the address; `json` makes it a body. */
export function call({ fetch, access }: Signed, method: string, address: string, { query = {}, json, headers = {} }: { query?: Record<string, string>; json?: unknown; headers?: Record<string, string> } = {}): Promise<Answer> {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const body = json === undefined ? {} : { body: JSON.stringify(json) };
  const type: Record<string, string> = json === undefined ? {} : { "content-type": "application/json; charset=UTF-8" };
  return ask(fetch, url, { method, headers: { authorization: `Bearer ${access}`, ...type, ...headers }, ...body });
}
