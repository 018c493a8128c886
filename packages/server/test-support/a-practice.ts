import { randomUUID } from "node:crypto";
import { type Body, type Content, type NetworkId, NOTHING_YET, type Params, type Permission, type Practice, type Query, type Reply, type Role, ROLES, type Route } from "@chaperone/contract";
import { pino } from "pino";
import { readConfig } from "../src/config.ts";
import type { OpenDatabase } from "../src/database/open.ts";
import { asDesk } from "../src/database/tenant.ts";
import type { Desk } from "../src/desk.ts";
import type { Actor } from "../src/http/actor.ts";
import type { Ask, Handler, Inside, Later } from "../src/http/asking.ts";
import { inPractice } from "../src/http/mount.ts";
import { openNetworks } from "../src/networks/networks.ts";
import { openChecker } from "../src/posts/open-checker.ts";
import { noQueue } from "../src/publishing/queue.ts";
import { noJournal } from "../src/record/journal.ts";
import { makeSeal } from "../src/secrets/seal.ts";
import { openMessenger } from "../src/webhooks/messenger.ts";

const NAMES: Record<Role, string> = { owner: "Ruth Adeyemi", compliance: "Dana Whitlock", editor: "Maya Ortiz", contributor: "Theo Lindqvist", viewer: "Iris Kwan" };
const log = pino({ level: "silent" });

/** A desk over a database that a test has opened, with the rules alone and a clock that can be set. Nobody comes through its door. */
export async function aDesk(database: OpenDatabase, { now = () => new Date(), ...parts }: { now?: () => Date } & Partial<Pick<Desk, "networks" | "queue" | "config">> = {}): Promise<Desk> {
  const config = readConfig({ SECRET_KEY: "ab".repeat(32), LOG_LEVEL: "silent" }), seal = makeSeal(config.secretKey);
  return {
    config, database, seal, log, now, journal: noJournal, checker: await openChecker({ secondReader: false, log }),
    messenger: openMessenger({ db: database.db, seal, now, allowPrivateHosts: false, log }),
    networks: openNetworks({ allowPrivate: false }), queue: noQueue, ...parts,
    mail: { isConfigured: false, send: async () => false },
    get signIn(): never { throw new Error("Nobody signs in at this desk; ask as one of its people."); },
  };
}

/** What a call gives, without the practice, which follows from where it is asked. */
type Given<R extends Route> = { params?: Omit<Params<R>, "practice"> } & (R["query"] extends object ? { query?: Query<R> } : unknown) & (R["body"] extends object ? { body: Body<R> } : unknown);

export interface APractice {
  desk: Desk;
  id: string;
  /** One person in each role, by role. */
  people: Record<Role, Actor>;
  channel: string;
  /** Work as one of its people, in one transaction, as a request would. */
  as<Result>(who: Role | Actor, work: (inside: Inside) => Promise<Result>, needs?: Permission): Promise<Result>;
  /** Calls a handler as the route would, once it knows who asks. */
  ask<R extends Route>(who: Role | Actor, route: R, handler: Handler<R>, given: Given<R>): Promise<Reply<R>>;
  /** The same practice through another opening of its desk. */
  at(desk: Desk): APractice;
  /** Another person in a role. */
  join(role: Role, name: string): Promise<Actor>;
  addChannel(network: NetworkId, name?: string): Promise<string>;
}

/** A dermatology in Virginia with a person in every role and one channel. */
export async function aPractice(desk: Desk, { name = "Seapine Dermatology", approvals = "every-post" }: { name?: string; approvals?: Practice["approvals"] } = {}): Promise<APractice> {
  const id = randomUUID(), people = {} as Record<Role, Actor>;
  await asDesk(desk.database.db, async (tx) => {
    await tx.insertInto("practices").values({ id, name, states: ["VA"], specialty: "dermatology", place: "Norfolk, VA", time_zone: "America/New_York", approvals }).execute();
    await tx.updateTable("practices").set({ pack: await desk.checker.packOf(tx, id) }).where("id", "=", id).execute();
  });
  const parts = { id, name, people, channel: "" }, empty = practiceAt(desk, parts);
  for (const role of ROLES) people[role] = await empty.join(role, NAMES[role]);
  return practiceAt(desk, { ...parts, channel: await empty.addChannel("facebook") });
}

function practiceAt(desk: Desk, parts: Pick<APractice, "id" | "people" | "channel"> & { name: string }): APractice {
  const { id, people, channel, name } = parts, { db } = desk.database;
  const join = async (role: Role, person: string): Promise<Actor> => {
    const actor = randomUUID();
    await asDesk(db, async (tx) => {
      await tx.insertInto("user").values({ id: actor, name: person, email: `${actor}@example.com`, image: null }).execute();
      await tx.insertInto("members").values({ practice: id, person: actor, role, removed_at: null }).execute();
    });
    return { kind: "person", id: actor, name: person, person: actor };
  };
  const addChannel = async (network: NetworkId, channelName = name): Promise<string> => {
    const added = randomUUID();
    await asDesk(db, (tx) => tx.insertInto("channels").values({ id: added, practice: id, network, name: channelName, url: null, removed_at: null }).execute());
    return added;
  };
  const as: APractice["as"] = (who, work, needs = "see") => inPractice(desk, typeof who === "string" ? people[who] : who, id, needs, work);
  const ask: APractice["ask"] = async (who, route, handler, given) => {
    const { params, query = {}, body } = given as { params?: object; query?: object; body?: unknown };
    const result = await as(who, (inside) => handler({ ...inside, params: { practice: id, ...params }, query, body, headers: new Headers(), address: "127.0.0.1", setHeader: () => {} } as unknown as Ask<typeof route>), route.needs as Permission);
    return (route.outside ? await (result as Later<unknown>).later() : result) as Reply<typeof route>;
  };
  return { desk, id, people, channel, as, ask, join, addChannel, at: (other) => practiceAt(other, parts) };
}

/** What a post says; a text and a channel are mostly enough. */
export const aContent = (text: string, more: Partial<Content> = {}): Content => ({ ...NOTHING_YET, text, ...more });

export const inHours = (hours: number, from = new Date()): string => new Date(from.getTime() + hours * 3_600_000).toISOString();
