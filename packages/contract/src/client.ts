/** The typed client: a function for every route, in the shape of the table. */
import type { Problem, ProblemCode } from "./problems.ts";
import { problem } from "./problems.ts";
import type { Call, Reply, Route } from "./route.ts";
import type { Routes } from "./routes.ts";
import { routes } from "./routes.ts";

/** The desk answered, and said why not. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(what: Problem) {
    super(what.detail ?? what.title);
    this.name = "Refused";
    this.problem = what;
  }
  get code(): ProblemCode { return this.problem.code; }
}

/** The desk could not be reached; what was to be sent is still with the caller. */
export class Unreachable extends Error {
  constructor(cause: unknown) { super("The desk cannot be reached. Nothing was lost.", { cause }); this.name = "Unreachable"; }
}

export interface ClientOptions {
  /** Origin of the desk; empty for the page's own. */
  origin?: string;
  headers?: Record<string, string>;
  fetch?: typeof globalThis.fetch;
}

type Caller<R extends Route> = (...[call]: Record<never, never> extends Call<R> ? [call?: Call<R>, signal?: AbortSignal] : [call: Call<R>, signal?: AbortSignal]) => Promise<Reply<R>>;
export type Client = { [Group in keyof Routes]: { [Name in keyof Routes[Group]]: Routes[Group][Name] extends Route ? Caller<Routes[Group][Name]> : never } };

export function addressOf(entry: Route, params: Record<string, unknown> = {}, query: Record<string, unknown> = {}): string {
  const path = entry.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]));
  return search.size > 0 ? `${path}?${search}` : path;
}

async function refusal(response: Response): Promise<Refused> {
  const body = await response.json().catch(() => undefined) as Problem | undefined;
  return new Refused(body?.code ? body : problem("desk-error", { detail: `The desk answered ${response.status}.` }));
}

async function send(entry: Route, call: { params?: object; query?: object; body?: unknown }, options: ClientOptions, signal?: AbortSignal): Promise<unknown> {
  const url = (options.origin ?? "") + addressOf(entry, call.params as Record<string, unknown>, call.query as Record<string, unknown>);
  const headers = { ...options.headers, ...(call.body === undefined ? {} : { "content-type": "application/json" }) };
  const init: RequestInit = { method: entry.method, headers, credentials: "same-origin", ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }), ...(signal ? { signal } : {}) };
  const response = await (options.fetch ?? fetch)(url, init).catch((error: unknown) => { throw signal?.aborted ? error : new Unreachable(error); });
  if (!response.ok) throw await refusal(response);
  if (response.status === 204) return undefined;
  return /\bjson\b/.test(response.headers.get("content-type") ?? "") ? response.json() : response.text();
}

export function client(options: ClientOptions = {}): Client {
  const groups = Object.entries(routes).map(([group, entries]) =>
    [group, Object.fromEntries(Object.entries(entries as Record<string, Route>).map(([name, entry]) => [name, (call = {}, signal?: AbortSignal) => send(entry, call, options, signal)]))] as const);
  return Object.fromEntries(groups) as unknown as Client;
}
