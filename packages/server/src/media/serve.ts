/** Hands media to networks that fetch them: whole or in parts, to whoever has a signed address, for as long as it lasts. */
import type { Context as Exchange, Hono } from "hono";
import type { Desk } from "../desk.ts";
import type { Variables } from "../http/mount.ts";
import { Refusal } from "../http/refusal.ts";
import { ticketIn } from "./address.ts";
import { PROBE, probeOf } from "./probe.ts";
import { partOf } from "./part.ts";
import { type Source, sourceOf } from "./source.ts";

const PIECE = 256 * 1024;

export function serveMedia(app: Hono<Variables>, desk: Desk): void {
  app.get("/media/:ticket", async (exchange) => {
    exchange.set("route", "media");
    const ticket = ticketIn(desk, exchange.req.param("ticket")), source = ticket && (ticket.picture === PROBE ? probeOf(ticket) : await sourceOf(desk, ticket));
    if (source?.is !== "source") throw new Refusal("not-found");
    return answer(exchange, source);
  });
}

/** Nothing on the way may keep it or pack it again: parts have to be parts of the same bytes. */
function answer(exchange: Exchange<Variables>, { type, size, read }: Source): Response {
  exchange.header("cache-control", "no-store, no-transform");
  exchange.header("accept-ranges", "bytes");
  // `If-Range` names a validator that we never gave.
  const asked = exchange.req.header("if-range") === undefined ? exchange.req.header("range") : undefined, part = partOf(asked, size);
  if (part === "outside") return exchange.body(null, 416, { "content-range": `bytes */${size}` });
  const { start, end } = part ?? { start: 0, end: size };
  const headers: Record<string, string> = { "content-type": type, "content-length": String(end - start), ...(part ? { "content-range": `bytes ${start}-${end - 1}/${size}` } : {}) };
    const status = part ? 206 : 200;
  return exchange.req.method === "HEAD" ? exchange.body(null, status, headers) : exchange.body(pieces(read, start, end), status, headers);
}

function pieces(read: Source["read"], start: number, end: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = start;
  return new ReadableStream({
    async pull(stream) {
      const to = Math.min(at + PIECE, end);
      if (to > at) stream.enqueue(new Uint8Array(await read(at, to)));
      at = to;
      if (at >= end) stream.close();
    },
  });
}
