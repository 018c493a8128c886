/** Faults in front of a real server: passes everything through, and acts out on the way what a stand-in would act out itself. */
import type { Context, Handler, MiddlewareHandler } from "hono";
import type { Errors, Step, World } from "./stand-in.ts";

export interface Asked { method: string; path: string; body: unknown }

export interface FaultProxy {
  target: string;
  /** Which steps a call may belong to; the first with a fault that is due has it. */
  stepsOf(asked: Asked): Step[];
  errors: Errors;
  /** Told of every good answer, before anything happens to it on its way back. */
  heard?(asked: Asked, answer: unknown): void;
  /** What is cut off the path before the target is asked. */
  under?: string;
}

export function faultProxy(world: World, { target, stepsOf, errors, heard, under = "" }: FaultProxy): Handler {
  return async (c) => {
    const { pathname, search } = new URL(c.req.url), { method } = c.req, path = pathname.slice(under.length);
    const isJson = c.req.header("content-type")?.includes("json") ?? false, text = isJson ? await c.req.text() : undefined;
    const asked: Asked = { method, path, body: text ? JSON.parse(text) as unknown : undefined };
    const pass = async (): Promise<void> => {
      const answer = await fetch(new URL(path + search, target), { method, headers: without(c.req.raw.headers), redirect: "manual", ...(method === "GET" || method === "HEAD" ? {} : { body: text ?? c.req.raw.body, duplex: "half" }) } as RequestInit);
      const body = new Uint8Array(await answer.arrayBuffer());
      if (answer.ok) heard?.(asked, jsonIn(body));
      c.res = new Response(body, { status: answer.status, headers: without(answer.headers) });
    };
    return through(c, stepsOf(asked).map((step) => world.step(step, errors)), pass);
  };
}

/** Each step is told that the next one comes after it, as on a route with several. */
async function through(c: Context, [first, ...rest]: MiddlewareHandler[], pass: () => Promise<void>): Promise<Response> {
  if (!first) { await pass(); return c.res; }
  const early = await first(c, async () => { c.res = await through(c, rest, pass); });
  return early ?? c.res;
}

/** What is true of one leg of the way only. */
function without(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ["host", "connection", "content-length", "content-encoding", "transfer-encoding", "accept-encoding"]) kept.delete(name);
  return kept;
}

function jsonIn(body: Uint8Array): unknown {
  try { return JSON.parse(Buffer.from(body).toString()) as unknown; } catch { return undefined; }
}
