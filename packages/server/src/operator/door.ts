/** Where commands of the same machine reach the running desk; they are known by the token in the lock of the data directory. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Hono } from "hono";
import type { Desk } from "../desk.ts";
import type { Variables } from "../http/mount.ts";
import { Refusal } from "../http/refusal.ts";
import { BYTES, PATH, TOKEN } from "./knock.ts";
import { type Operations, operationsOn } from "./operations.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

export function openDoor(app: Hono<Variables>, desk: Desk): void {
  app.post(`${PATH}/:operation`, async (exchange) => {
    exchange.set("route", "operator");
    const { token } = desk.database, name = exchange.req.param("operation"), operations = operationsOn(desk);
    // To anybody else this address does not exist.
    if (!token || !timingSafeEqual(digest(token), digest(exchange.req.header(TOKEN) ?? "")) || !Object.hasOwn(operations, name)) throw new Refusal("not-found");
    const given = await exchange.req.json() as unknown[];
    const answer = await (operations[name as keyof Operations] as (...given: unknown[]) => Promise<unknown>)(...given);
    return answer instanceof Uint8Array ? exchange.body(answer as Uint8Array<ArrayBuffer>, 200, { "content-type": BYTES }) : exchange.json({ answer });
  });
}
