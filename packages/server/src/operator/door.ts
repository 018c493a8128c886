/** How a command of the same machine reaches the running desk: over HTTP, known by the token in the lock of the data directory. */
import { createHash, timingSafeEqual } from "node:crypto";
import { problem, type Problem } from "@chaperone/contract";
import type { Hono } from "hono";
import type { Holder } from "../database/lock.ts";
import type { Desk } from "../desk.ts";
import type { Variables } from "../http/mount.ts";
import { Refusal } from "../http/refusal.ts";
import { type Operations, operationsOn } from "./operations.ts";

const PATH = "/api/operator", TOKEN = "x-chaperone-operator", BYTES = "application/octet-stream";
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

/** The operations of the desk that holds the data directory. */
export function operationsAt({ address, token }: Pick<Holder, "token"> & { address: string }): Operations {
  const call = async <Answer>(name: keyof Operations, ...given: unknown[]): Promise<Answer> => {
    const response = await fetch(`${address}${PATH}/${name}`, { method: "POST", headers: { [TOKEN]: token, "content-type": "application/json" }, body: JSON.stringify(given) });
    if (!response.ok) throw refusalIn(await response.json().catch(() => problem("desk-error")) as Problem);
    if (response.headers.get("content-type") === BYTES) return new Uint8Array(await response.arrayBuffer()) as Answer;
    return (await response.json() as { answer: Answer }).answer;
  };
  return {
    backup: () => call("backup"), loadDemo: () => call("loadDemo"), removeDemo: () => call("removeDemo"),
    resetPassword: (email) => call("resetPassword", email), exportRecord: (practice) => call("exportRecord", practice),
  };
}

const refusalIn = ({ code, detail }: Problem): Refusal => new Refusal(code, detail === undefined ? {} : { detail });
