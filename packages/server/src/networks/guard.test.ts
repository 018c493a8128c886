import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Guard, makeGuard } from "./guard.ts";

let server: Server, port: number;
const guards: Guard[] = [];
const guard = (options: Partial<Parameters<typeof makeGuard>[0]> = {}): Guard => { const made = makeGuard({ allowPrivate: false, hosts: ["graph.example.com"], ...options }); guards.push(made); return made; };

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/away") response.writeHead(302, { location: "http://127.0.0.1:1/secret" }).end();
    else if (request.url !== "/never") response.end(`asked for ${request.url}`);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => { for (const one of guards) await one.close(); server.closeAllConnections(); server.close(); });

describe("a host that somebody else chose", () => {
  test.each(["https://127.0.0.1/", "https://[::1]/", "https://10.0.0.8/", "https://192.168.1.1/", "https://169.254.169.254/latest/meta-data", "https://[::ffff:127.0.0.1]/", "https://0x7f000001/", "https://localhost/", "https://desk.internal/", "http://example.com/", "https://me:secret@example.com/"])(
    "%s is not called", async (url) => { await expect(guard().fetch(url)).rejects.toThrow(/private network|Only https|password/); });
  test("nor by a library that calls fetch itself", async () => {
    await expect(fetch(`http://127.0.0.1:${port}/`, guard().init)).rejects.toMatchObject({ cause: { code: "FORBIDDEN_ADDRESS" } });
    await expect(fetch(`http://localhost:${port}/`, guard().init)).rejects.toMatchObject({ cause: { name: "ForbiddenAddress" } });
  });
  test("a redirect is never followed", async () => {
    const answer = await guard({ allowPrivate: true }).fetch(`http://127.0.0.1:${port}/away`);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "http://127.0.0.1:1/secret"]);
    expect((await fetch(`http://127.0.0.1:${port}/away`, guard({ allowPrivate: true }).init)).status).toBe(302);
  });
  test("an answer that never comes ends in time", async () => { await expect(guard({ allowPrivate: true, timeoutMs: 200 }).fetch(`http://127.0.0.1:${port}/never`)).rejects.toThrow(/time/i); });
});

describe("stand-ins", () => {
  test("answer for a network's own hosts", async () => {
    const answer = await guard({ standIns: `http://127.0.0.1:${port}` }).fetch("https://graph.example.com/v25.0/me?fields=id");
    expect(await answer.text()).toBe("asked for /graph.example.com/v25.0/me?fields=id");
  });
  test("and for no other", async () => { await expect(guard({ standIns: `http://127.0.0.1:${port}` }).fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow("Only https"); });
});
