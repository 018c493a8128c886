import type { LookupAddress } from "node:dns";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { checkedLookup, ForbiddenAddress, isPublic, reach, whyNot } from "./reachable.ts";

test.each([
  "http://example.com/", "https://localhost/", "https://desk.localhost/", "https://printer/", "https://printer.local/", "https://vault.internal./", "https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f000001/",
  "https://0177.0.0.1/", "https://10.0.0.8/", "https://172.16.3.1/", "https://192.168.1.1/", "https://169.254.169.254/latest/meta-data/", "https://100.64.0.1/", "https://0.0.0.0/", "https://224.0.0.1/", "https://255.255.255.255/",
  "https://[::1]/", "https://[::]/", "https://[fe80::1]/", "https://[fd00::1]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:a9fe:a9fe]/", "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/", "https://[ff02::1]/",
  "https://user:password@example.com/", "https://127.0.0.1.:8443/", "https://１２７.0.0.1/",
])("%s is not called", async (url) => {
  expect(whyNot(url, false)).toEqual(expect.any(String));
  await expect(reach({ url, body: "", headers: {}, allowPrivate: false })).rejects.toThrow(ForbiddenAddress);
});

test("public addresses are", () => {
  for (const url of ["https://example.com/hook?key=1", "https://example.com:8443/", "https://93.184.215.14/", "https://[2606:2800:21f:cb07::1]/"]) expect(whyNot(url, false), url).toBeUndefined();
  expect(isPublic("not an address")).toBe(false);
});

/** A name server that answers what it likes. */
const names = (...addresses: LookupAddress[]) => ((_host: string, _options: object, done: (error: null, found: LookupAddress[]) => void) => done(null, addresses)) as unknown as Parameters<typeof checkedLookup>[0];
const ask = (all: boolean, ...addresses: LookupAddress[]): Promise<unknown> => new Promise((done, failed) => { checkedLookup(names(...addresses))("rebound.example", { all }, (error, found) => error ? failed(error) : done(found)); });

test("a public name that leads inside is refused when it is called, even if only one of its addresses does", async () => {
  const outside = { address: "93.184.215.14", family: 4 }, inside = { address: "127.0.0.1", family: 4 }, inside6 = { address: "::1", family: 6 };
  expect(await ask(true, outside)).toEqual([outside]);
  expect(await ask(false, outside)).toBe(outside.address);
  for (const addresses of [[inside], [outside, inside], [outside, inside6], []]) await expect(ask(true, ...addresses)).rejects.toThrow(ForbiddenAddress);
});

test("a redirect is not followed, and what comes back is not read", async () => {
  let asked = 0;
  const server = createServer((_request, response) => { asked += 1; response.writeHead(302, { location: "/elsewhere" }); response.write("x".repeat(1_000_000)); });
  await new Promise<void>((done) => { server.listen(0, "127.0.0.1", done); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  expect(await reach({ url, body: "{}", headers: {}, allowPrivate: true })).toBe(302);
  expect(asked).toBe(1);
});

test("one that never answers is given up", async () => {
  const server = createServer(() => {});
  await new Promise<void>((done) => { server.listen(0, "127.0.0.1", done); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  await expect(reach({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, body: "", headers: {}, allowPrivate: true, timeoutMs: 50 })).rejects.toMatchObject({ name: "AbortError" });
});
