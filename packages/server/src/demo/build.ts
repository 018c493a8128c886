/** Opens the demo practice as if its people had worked in it: every step goes through the handlers and the gate, at the time at which it happened. */
import { randomUUID } from "node:crypto";
import { type Content, type NetworkId, type Permission, type Post, type Route, routes } from "@chaperone/contract";
import { Temporal } from "temporal-polyfill";
import { decide } from "../approvals/decide.ts";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import type { Actor } from "../http/actor.ts";
import type { Ask, Handler } from "../http/asking.ts";
import { inPractice } from "../http/mount.ts";
import { posts } from "../posts/routes.ts";
import { publications } from "../publishing/routes.ts";
import { channels } from "../practices/channels.ts";
import { openPractice } from "../practices/open-practice.ts";
import { practices, providers } from "../practices/routes.ts";
import { type DemoPost, POSTS } from "./posts.ts";
import { CHANNELS, DETAILS, type DemoNetwork, PEOPLE, PRACTICE, PROVIDERS, type Who } from "./practice.ts";

type People = Record<Who | "owner", Actor>;
interface Step { at: Date; work(at: Date): Promise<void> }

/** The practice is older than its first post, and everything that was begun was begun by now. */
const OPENED_DAYS_AGO = 30, HOUR = 3_600_000, DAY = 24 * HOUR;

/** Answers the practice's id. `before` may refuse in the transaction that opens it. */
export async function buildDemo(desk: Desk, owner: Actor, before: Parameters<typeof openPractice>[3] = {}): Promise<string> {
  const now = desk.now(), opened = new Date(now.getTime() - OPENED_DAYS_AGO * DAY);
  const practice = await openPractice(at(desk, opened), owner, PRACTICE, { ...before, isDemo: true });
  const people: People = { owner, ...await hire(at(desk, opened), practice) };
  const call = caller(desk, practice);
  const { revision } = await call(owner, opened, routes.practices.show, practices.show, {});
  await call(owner, opened, routes.practices.change, practices.change, { body: { revision, ...DETAILS } });
  for (const provider of PROVIDERS) await call(owner, opened, routes.providers.add, providers.add, { body: provider });
  const channel = {} as Record<DemoNetwork, string>;
  for (const [network, name] of Object.entries(CHANNELS)) channel[network as DemoNetwork] = (await call(owner, opened, routes.channels.add, channels.add, { body: { network: network as NetworkId, name, url: null } })).id;

  const steps = POSTS.flatMap((post) => stepsOf(post, { desk, practice, people, channel, call, now }));
  for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await step.work(step.at);
  return practice;
}

/** The desk with another clock. */
function at(desk: Desk, time: Date): Desk {
  return Object.defineProperty(Object.create(desk) as Desk, "now", { value: () => time });
}

/** They have no password and no way to get one: nobody signs in as them. */
async function hire(desk: Desk, practice: string): Promise<Record<Who, Actor>> {
  const hired = Object.entries(PEOPLE).map(([who, { name, role, email }]) => ({ who: who as Who, name, role, email, id: randomUUID() })), since = desk.now().toISOString();
  await asDesk(desk.database.db, async (tx) => {
    await tx.insertInto("user").values(hired.map(({ id, name, email }) => ({ id, name, email, image: null }))).execute();
    await tx.insertInto("members").values(hired.map(({ id, role }) => ({ practice, person: id, role, since, removed_at: null }))).execute();
  });
  const people = Object.fromEntries(hired.map(({ who, id, name }) => [who, { kind: "person", id, name, person: id }])) as Record<Who, Actor>;
  for (const { who, id, name, role } of hired) await inPractice(desk, people[who], practice, "see", ({ note }) => note({ action: "member.joined", about: { kind: "person", id, title: name }, facts: { role } }));
  return people;
}

type Given<R extends Route> = Omit<Partial<Ask<R>>, "params"> & { params?: object };
type Call = <R extends Route>(by: Actor, time: Date, route: R, handler: Handler<R>, given: Given<R>) => ReturnType<Handler<R>>;

/** Calls a handler as its route would, by one of the practice's people, at a time. */
function caller(desk: Desk, practice: string): Call {
  return (by, time, route, handler, { params, ...given }) =>
    inPractice(at(desk, time), by, practice, route.needs as Permission, (inside) => handler({ query: {}, ...given, ...inside, params: { practice, ...params } } as unknown as Ask<typeof route>));
}

interface Place { desk: Desk; practice: string; people: People; channel: Record<DemoNetwork, string>; call: Call; now: Date }

/** Everything that happened to one post, each step at a time of its own before now. */
function stepsOf(post: DemoPost, place: Place): Step[] {
  const { people, call, now } = place, by = people[post.by], slot = slotOf(post, now), isOut = post.fate === "published";
  const submitted = new Date(Math.min(isOut ? slot!.getTime() - 26 * HOUR : Infinity, now.getTime() - (20 + POSTS.indexOf(post) / 3) * HOUR));
  const begun = new Date(submitted.getTime() - 5 * HOUR), decided = new Date(submitted.getTime() + 6 * HOUR);
  let stands: Post;
  const on = (): { post: string } => ({ post: stands.id });
  const steps: Step[] = [{ at: begun, work: async (time) => {
    stands = await call(by, time, routes.posts.create, posts.create, { body: { title: post.title, content: contentOf(post, place), plannedFor: isOut || !slot ? null : slot.toISOString(), isIdea: post.fate === "idea" } });
  } }];
  if (post.fate === "draft" || post.fate === "idea") return steps;
  steps.push({ at: submitted, work: async (time) => {
    stands = await call(by, time, routes.posts.submit, posts.submit, { params: on(), body: { revision: stands.revision, askOf: people[post.asksOwner ? "owner" : "ruth"].person } });
  } });
  if (post.fate === "waiting" || post.fate === "held") return steps;
  steps.push({ at: decided, work: async (time) => {
    stands = await call(people.ruth, time, routes.posts.decide, decide, { params: on(), body: { version: stands.version!, decision: post.fate === "returned" ? "returned" : "approved", note: post.note ?? "" } });
  } });
  if (isOut) steps.push({ at: slot!, work: (time) => goOut(place, stands, time) });
  return steps;
}

/** A time on the practice's clock. What is due today has not passed and what went out today has, at whatever hour the demo is opened. */
function slotOf({ day, hour, fate }: DemoPost, now: Date): Date | undefined {
  if (day === undefined || hour === undefined) return undefined;
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(PRACTICE.timeZone).toPlainDate();
  const slot = new Date(today.add({ days: day }).toZonedDateTime({ timeZone: PRACTICE.timeZone, plainTime: Temporal.PlainTime.from(hour) }).epochMilliseconds);
  if (fate === "published") return new Date(Math.min(slot.getTime(), now.getTime() - HOUR / 4));
  return new Date(Math.max(slot.getTime(), quarter(now.getTime() + 2 * HOUR)));
}

const quarter = (time: number): number => Math.ceil(time / (HOUR / 4)) * (HOUR / 4);

function contentOf({ text, own = {}, on, pillar, because, reasons = [] }: DemoPost, { channel }: Place): Content {
  const overrides = Object.fromEntries(Object.entries(own).map(([network, words]) => [channel[network as DemoNetwork], words]));
  return { surface: "post", text, channels: on.map((network) => channel[network]), overrides, link: null, hashtags: [], pictures: [], pillar, pillarReason: because ?? null, inReplyTo: null, reasons };
}

/**
 * A slot that lies in the past cannot be put on the calendar any more, by anybody. It is set down as one that was not kept, and the gate is then
 * asked as it is whenever somebody says that a text went out.
 */
async function goOut({ desk, practice, people: { maya }, call }: Place, { id, version, content }: Post, time: Date): Promise<void> {
  const made = content.channels.map((channel) => ({ id: randomUUID(), practice, post: id, version: version!, channel, at: time.toISOString(), state: "held" as const, held_why: "slot-passed", published_at: null, url: null, created_by: maya.person, created_at: time.toISOString() }));
  await asDesk(desk.database.db, async (tx) => {
    await tx.updateTable("posts").set({ planned_for: time.toISOString() }).where("id", "=", id).execute();
    await tx.insertInto("publications").values(made).execute();
  });
  for (const publication of made) await call(maya, time, routes.publications.markOut, publications.markOut, { params: { publication: publication.id }, body: { url: null } });
}
