import { Hono } from "hono";
import { expect, test } from "vitest";
import { callerAddress } from "./caller-address.ts";

async function addressFor(trustProxy: number, forwarded?: string): Promise<string> {
  const app = new Hono().get("/", (exchange) => exchange.text(callerAddress(exchange, trustProxy)));
  return (await app.request("/", { headers: forwarded ? { "x-forwarded-for": forwarded } : {} })).text();
}

test.each([
  [0, undefined, "127.0.0.1"],
  [0, "203.0.113.9", "127.0.0.1"],
  [1, "203.0.113.9", "203.0.113.9"],
  [1, "198.51.100.1, 203.0.113.9", "203.0.113.9"],
  [2, "198.51.100.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"],
  [2, "203.0.113.9", "127.0.0.1"],
  [1, "2001:db8::7", "2001:db8::7"],
  [1, "unknown", "127.0.0.1"],
])("past %i proxies, %j is %s", async (trustProxy, forwarded, address) => {
  expect(await addressFor(trustProxy, forwarded)).toBe(address);
});
