/** Stand-ins for networks: small servers written from the documented behaviour, which can be told to fail. They are not the networks. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { type Context, Hono, type MiddlewareHandler } from "hono";

/** Which step of ours a call belongs to. `commit` is on exactly one route of a network: the irreversible one. */
export type Step = "sign-in" | "describe" | "prepare" | "commit" | "reconcile" | "read-back" | "remove" | "incoming" | "reply" | "metrics";

/** `hang-…` never answers, so that whoever asked can be killed; `cut-after` and `500-after` do the work first. `slow` is left to the stand-in: media that take their time. */
export type FaultKind = "429" | "500-before" | "500-after" | "cut-before" | "cut-after" | "hang-before" | "hang-after" | "expired-token" | "revoked-token" | "permission" | "invalid-media" | "slow";
export interface Fault { on: Step; kind: FaultKind; times: number; /** Only this network's; every one's when absent. */ network?: string }

/** What a patient's friend would see: every post that is public there. Two with the same `key` are a duplicate. */
export interface Effect { network: string; id: string; account: string; text: string; pictures: number; at: string; isRemoved: boolean }

export interface World {
  effects: Effect[];
  /** Calls that hang now, by step: a test waits for one before it kills. */
  hanging: Step[];
  /** Takes the fault that is due on a step, of the kinds that the stand-in acts out itself. */
  take(on: Step, kinds: readonly FaultKind[]): FaultKind | undefined;
  /** Wraps a route: acts out the faults of its step. `errors` says how this network words a fault. */
  step(on: Step, errors: Errors): MiddlewareHandler;
  nextId(): string;
  now(): Date;
}

/** How the network words it; status, headers and body as documented. */
export type Errors = Record<"429" | "500" | "expired-token" | "revoked-token" | "permission" | "invalid-media", (c: Context) => Response | Promise<Response>>;

/** One network's stand-in: where it is mounted (`/graph.facebook.com`, or `` for one whose address people choose) and its routes. */
export interface StandIn { network: string; mounts: { at: string; routes(app: Hono, world: World): void }[] }

/** `clock` moves the time there, for desks whose own is moved. */
export interface OpenStandIns { address: string; world: World; clock: Clock; fail(fault: Omit<Fault, "times"> & { times?: number }): void; forget(): void; close(): Promise<void> }

export interface Clock { minutes: number }

const RESETS_AFTER_SECONDS = 2;
export const resetsAt = (now: Date): Date => new Date(now.getTime() + RESETS_AFTER_SECONDS * 1000);

export async function openStandIns(standIns: readonly StandIn[], { port = 0 } = {}): Promise<OpenStandIns> {
  const faults: Fault[] = [], clock: Clock = { minutes: 0 }, world = makeWorld(faults, clock), app = new Hono();
  for (const { network, mounts } of standIns) for (const { at, routes } of mounts) {
    const part = new Hono();
    routes(part, makeWorld(faults, clock, network, world));
    app.route(at === "" ? "/" : at, part);
  }
  const server = await new Promise<Server>((done) => { const made = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, () => done(made as Server)); });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address, world, clock, fail: ({ times = 1, ...fault }) => { faults.push({ ...fault, times }); },
    forget: () => { faults.length = 0; world.effects.length = 0; world.hanging.length = 0; },
    close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}

/** Networks share what happened and have their own faults. */
function makeWorld(faults: Fault[], clock: Clock, network?: string, shared?: World): World {
  let last = 1000;
  const take: World["take"] = (on, kinds) => {
    const due = faults.find((fault) => fault.on === on && fault.times > 0 && kinds.includes(fault.kind) && (fault.network === undefined || fault.network === network));
    if (due) due.times--;
    return due?.kind;
  };
  const world: World = {
    effects: shared?.effects ?? [], hanging: shared?.hanging ?? [], take, nextId: shared?.nextId ?? (() => String(++last)), now: () => new Date(Date.now() + clock.minutes * 60_000),
    step: (on, errors) => async (c, next) => {
      const before = take(on, ["429", "500-before", "cut-before", "hang-before", "expired-token", "revoked-token", "permission", "invalid-media"]);
      if (before === "cut-before") return cut(c);
      if (before === "hang-before") return hang(world, on);
      if (before) return errors[before === "500-before" ? "500" : before as "429" | "expired-token" | "revoked-token" | "permission" | "invalid-media"](c);
      await next();
      const after = c.res.status < 400 ? take(on, ["500-after", "cut-after", "hang-after"]) : undefined;
      if (after === "cut-after") c.res = cut(c);
      if (after === "hang-after") c.res = await hang(world, on);
      if (after === "500-after") c.res = await errors["500"](c);
      return;
    },
  };
  return world;
}

/** The line goes dead in the middle. */
function cut(c: Context): Response {
  const { outgoing } = c.env as { outgoing: { destroy(): void } };
  outgoing.destroy();
  return new Response(null, { status: 200, headers: { "x-hono-already-sent": "true" } });
}

function hang(world: World, on: Step): Promise<Response> {
  world.hanging.push(on);
  return new Promise(() => {});
}
