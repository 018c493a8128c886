/** One call to LinkedIn's interface, with the headers that it insists on. */
import { type Answer, ask } from "../ask.ts";
import type { Session } from "../session.ts";

/** LinkedIn withdraws a version about a year after its month; a newer one is a change of this line and a run of the tests. */
export const VERSION = "202605";
export const API = "https://api.linkedin.com/rest";

export type Signed = Pick<Session, "fetch"> & { access: string };
export const signed = ({ fetch, credentials }: Session): Signed => ({ fetch, access: credentials.access });

/** `path` is written out: LinkedIn's lists and URNs need escaping that a form would not give. */
export function call({ fetch, access }: Signed, method: string, path: string, { json, headers = {} }: { json?: unknown; headers?: Record<string, string> } = {}): Promise<Answer> {
  const type: Record<string, string> = json === undefined ? {} : { "content-type": "application/json" };
  return ask(fetch, `${API}${path}`, {
    method, headers: { authorization: `Bearer ${access}`, "linkedin-version": VERSION, "x-restli-protocol-version": "2.0.0", ...type, ...headers },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
}

/** A URN in an address. */
export const inPath = (urn: string): string => encodeURIComponent(urn);
export const authorOf = ({ account }: Session): string => account.more["urn"] ?? account.id;
export const isPage = (session: Session): boolean => authorOf(session).startsWith("urn:li:organization:");
export const hasScope = ({ credentials }: Session, ...scopes: string[]): boolean => scopes.some((scope) => credentials.scopes.includes(scope));
