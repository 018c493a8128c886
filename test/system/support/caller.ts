/** Someone at the desk without a browser: the typed client, with a session of its own. */
import { type Client, client, Refused } from "@chaperone/contract";

export interface Caller extends Client {
  /** Signs in by the same route as the page does. */
  signIn(email: string, password: string): Promise<void>;
  raw(path: string, init?: RequestInit): Promise<Response>;
  /** Cookies, by name. They outlive the process that set them. */
  session: Map<string, string>;
}

export function caller(origin: string, { headers = {}, session: cookies = new Map() }: { headers?: Record<string, string>; session?: Map<string, string> } = {}): Caller {
  const raw = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const all = new Headers(init.headers);
    for (const [name, value] of Object.entries({ origin, ...headers })) all.set(name, value);
    if (cookies.size > 0) all.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(new URL(url, origin), { ...init, headers: all });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      cookies.set(name!, value!);
    }
    return response;
  };
  const signIn = async (email: string, password: string): Promise<void> => {
    const response = await raw("/api/auth/sign-in/email", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ email, password }) });
    if (!response.ok) throw new Error(`Signing in answered ${response.status}: ${await response.text()}`);
  };
  return { ...client({ origin, fetch: (url, init) => raw(url as string, init) }), signIn, raw, session: cookies };
}

/** The stable code of what the desk refused, or "done". */
export const codeOf = (asked: Promise<unknown>): Promise<string> => asked.then(() => "done", (error: unknown) => { if (error instanceof Refused) return error.code; throw error; });
