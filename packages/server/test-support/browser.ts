import type { Hono } from "hono";
import type { Variables } from "../src/http/mount.ts";

export interface Browser {
  cookies: Map<string, string>;
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<{ status: number; body: any; headers: Headers }>;
  get: (path: string) => ReturnType<Browser["ask"]>;
  post: (path: string, body?: unknown) => ReturnType<Browser["ask"]>;
}

/** Someone in front of the app, in process and without a port: keeps cookies and says where it comes from, as a browser does. */
export function browser(app: Hono<Variables>, origin = "http://localhost:8080"): Browser {
  const cookies = new Map<string, string>();
  const ask: Browser["ask"] = async (method, path, body, headers = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await app.request(new URL(path, origin).href, {
      method, headers: { origin, host: new URL(origin).host, ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const text = await response.text();
    return { status: response.status, body: /json/.test(response.headers.get("content-type") ?? "") && text ? JSON.parse(text) : text, headers: response.headers };
  };
  return { cookies, ask, get: (path) => ask("GET", path), post: (path, body = {}) => ask("POST", path, body) };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
  if (/max-age=0/i.test(line) || value === "") cookies.delete(name!); else cookies.set(name!, value!);
}
