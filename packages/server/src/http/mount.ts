/** Puts every route of the table on the app: who may, is what came what was asked for, then the handler, in the practice's transaction. */
import { type Method, type Permission, roleMay, type Route, routes } from "@chaperone/contract";
import type { Context as Exchange, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { asPerson } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import type { Written } from "../record/journal.ts";
import { append, type Noted, takeTurn } from "../record/record.ts";
import type { Actor } from "./actor.ts";
import type { AllHandlers, Inside, Later } from "./asking.ts";
import "./in-words.ts";
import { Refusal } from "./refusal.ts";

export type Variables = { Variables: { requestId: string; route: string; secureHeadersNonce?: string } };
type AnyHandler = (ask: Record<string, unknown>) => Promise<unknown>;

const MOST_BYTES = 2 * 1024 * 1024;

export function mount(app: Hono<Variables>, desk: Desk, handlers: AllHandlers): void {
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError: () => { throw new Refusal("too-large"); } });
  for (const [group, entries] of Object.entries(routes)) {
    for (const [name, entry] of Object.entries(entries as Record<string, Route>)) {
      const handler = (handlers as unknown as Record<string, Record<string, AnyHandler>>)[group][name];
      app.on(entry.method satisfies Method, entry.path.replace(/\{(\w+)\}/g, ":$1"), limit, async (exchange) => {
        exchange.set("route", `${group}.${name}`);
        const result = await serve(exchange, desk, entry, handler);
        return answer(exchange, entry, entry.outside ? await (result as Later<unknown>).later() : result);
      });
    }
  }
}

async function serve(exchange: Exchange<Variables>, desk: Desk, entry: Route, handler: AnyHandler): Promise<unknown> {
  const by = entry.needs === "nobody" ? undefined : await whoAsks(exchange, desk, entry);
  const params = parse(entry.params, exchange.req.param(), "/path", "not-found");
  const asked = {
    desk, params, query: parse(entry.query, exchange.req.query(), "/query"), body: parse(entry.body, await bodyOf(exchange, entry), ""),
    headers: exchange.req.raw.headers, address: desk.signIn.addressOf(exchange), setHeader: (name: string, value: string) => exchange.header(name, value, { append: true }),
  };
  if (!by) return handler(asked);
  if (entry.needs === "signed-in") return handler({ ...asked, by });
  return inPractice(desk, by, (params as { practice: string }).practice, entry.needs as Permission, (inside) => handler({ ...asked, ...inside }));
}

async function whoAsks(exchange: Exchange<Variables>, desk: Desk, entry: Route): Promise<Actor> {
  const by = await desk.signIn.actorOf(exchange.req.raw.headers);
  if (!by) throw new Refusal("not-signed-in");
  if (by.kind === "key" && !(entry.scope && by.scopes?.includes(entry.scope))) throw new Refusal("not-allowed", { detail: "This key does not have the scope that this takes." });
  return by;
}

/** Work in one practice for one of its members. To anybody else the practice does not exist. */
export async function inPractice<Result>(desk: Desk, by: Actor, practice: string, needs: Permission, work: (inside: Inside) => Promise<Result>): Promise<Result> {
  if (by.practice && by.practice !== practice) throw new Refusal("not-found");
  const written: Written[] = [], later: (() => Promise<void>)[] = [], now = desk.now();
  const result = await asPerson(desk.database.db, { practice, person: by.person }, async (tx) => {
    // Changes in one practice take turns, so that nobody approves while they are removed, and no two lock each other out.
    if (needs !== "see") await takeTurn(tx, practice);
    const member = await tx.selectFrom("members").select("role").where("person", "=", by.person).where("removed_at", "is", null).executeTakeFirst();
    if (!member) throw new Refusal("not-found");
    if (!roleMay(member.role, needs)) throw new Refusal("not-allowed");
    const note = async (what: Noted): Promise<void> => { written.push(await append(tx, practice, by, now, what)); };
    return work({ desk, tx, practice, by, role: member.role, now, note, afterwards: (work) => { later.push(work); } });
  });
  await desk.journal.write(written);
  for (const work of later) await work();
  return result;
}

type Parser = { safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } } };

function parse(schema: Route["body"], value: unknown, at: string, otherwise: "invalid-request" | "not-found" = "invalid-request"): unknown {
  if (!schema) return undefined;
  const read = (schema as unknown as Parser).safeParse(value);
  if (read.success) return read.data;
  const errors = read.error.issues.slice(0, 20).map(({ path, message }) => ({ at: [at, ...path.map(String)].join("/"), says: message }));
  throw otherwise === "not-found" ? new Refusal("not-found") : new Refusal("invalid-request", { errors });
}

async function bodyOf(exchange: Exchange, entry: Route): Promise<unknown> {
  if (!entry.body) return undefined;
  if (!exchange.req.header("content-type")?.toLowerCase().startsWith("application/json")) throw new Refusal("invalid-request", { detail: "The body must be JSON, with the content type application/json." });
  const text = await exchange.req.text();
  try { return JSON.parse(text) as unknown; } catch { throw new Refusal("invalid-request", { detail: "The body is not JSON." }); }
}

function answer(exchange: Exchange, entry: Route, result: unknown): Response {
  if (result instanceof Response) return result;
  if (typeof result === "string") return exchange.body(result, entry.status ?? 200);
  return entry.reply ? exchange.json(result as object, entry.status ?? 200) : exchange.body(null, 204);
}
