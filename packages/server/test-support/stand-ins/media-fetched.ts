/** Media at an address, and how a network fetches them: sizes first, then the bytes by parts. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Medium } from "../../src/networks/outgoing.ts";

export interface Served { of(medium: Medium): Medium; asked: string[]; close(): void }

/** Serves media the way the desk has to: with their type, their length, and any part of them. */
export async function serveMedia(): Promise<Served> {
  const served = new Map<string, Medium>(), asked: string[] = [];
  const server = createServer((request, response) => void (async () => {
    const medium = served.get(request.url ?? "");
    asked.push(`${request.method} ${request.headers.range ?? "whole"}`);
    if (!medium) return response.writeHead(404).end();
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [], start = Number(from ?? 0), end = to ? Number(to) + 1 : medium.size;
    const part = await medium.bytes(start, Math.min(end, medium.size));
    response.writeHead(from === undefined ? 200 : 206, { "content-type": medium.type, "accept-ranges": "bytes", "content-length": request.method === "HEAD" ? medium.size : part.byteLength, ...(from === undefined ? {} : { "content-range": `bytes ${start}-${start + part.byteLength - 1}/${medium.size}` }) });
    return response.end(request.method === "HEAD" ? undefined : part);
  })());
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    asked, of(medium) { served.set(`/${medium.id}`, medium); return { ...medium, address: () => `http://127.0.0.1:${port}/${medium.id}` }; },
    close: () => { server.closeAllConnections(); server.close(); },
  };
}

export interface Takes { types: readonly string[]; bytes: number }
export type Fetched = "fetched" | "unreachable" | "wrong type" | "too large" | "broken";

/** A public https address is what the documentation asks for; only the desk under test may be on this machine. */
export async function fetchMedium(address: string, { types, bytes }: Takes): Promise<Fetched> {
  if (!/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(address)) return "unreachable";
  try {
    const head = await fetch(address, { method: "HEAD" }), size = Number(head.headers.get("content-length"));
    if (!head.ok) return "unreachable";
    if (!types.includes(head.headers.get("content-type") ?? "")) return "wrong type";
    if (!(size > 0)) return "broken";
    if (size > bytes) return "too large";
    const half = Math.ceil(size / 2), first = await partOf(address, 0, half - 1), rest = size > half ? await partOf(address, half, size - 1) : 0;
    return first + rest === size ? "fetched" : "broken";
  } catch { return "unreachable"; }
}

async function partOf(address: string, from: number, to: number): Promise<number> {
  const answer = await fetch(address, { headers: { range: `bytes=${from}-${to}`, "accept-encoding": "identity" } });
  return answer.status === 206 ? (await answer.arrayBuffer()).byteLength : NaN;
}
