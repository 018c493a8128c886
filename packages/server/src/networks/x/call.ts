/** One call to X's interface, signed with the account's token. */
import { type Answer, ask } from "../ask.ts";
import type { Session } from "../session.ts";

/** X's interface carries its version in the path; version 2 has been the only one for new apps since 2023. */
export const API = "https://api.x.com/2";

export type Signed = Pick<Session, "fetch"> & { access: string };
export const signed = ({ fetch, credentials }: Session): Signed => ({ fetch, access: credentials.access });

/** `json` or `form` makes a body; a form sets its own type, with its boundary. */
export function call({ fetch, access }: Signed, method: string, path: string, { query = {}, json, form }: { query?: Record<string, string>; json?: unknown; form?: FormData } = {}): Promise<Answer> {
  const url = new URL(`${API}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const type: Record<string, string> = json === undefined ? {} : { "content-type": "application/json" };
  const body = form ?? (json === undefined ? undefined : JSON.stringify(json));
  return ask(fetch, url, { method, headers: { authorization: `Bearer ${access}`, ...type }, ...(body === undefined ? {} : { body }) });
}
