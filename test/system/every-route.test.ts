/** Every route of the table, called with what its own schema allows and with what it does not, by its practice and by another's owner. */
import { addressOf, type Route, routes } from "@chaperone/contract";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toJSONSchema } from "zod/mini";
import { type ADesk, aDesk, aText, inHours, join, PASSWORD, type Somebody } from "./support/a-desk.ts";
import { caller } from "./support/caller.ts";
import { fromSchema } from "./support/from-schema.ts";
import { removeDataDir } from "./support/running-desk.ts";

const RUNS = 40;
const table = Object.entries(routes).flatMap(([group, entries]) => Object.entries(entries as Record<string, Route>).map(([name, entry]) => ({ name: `${group}.${name}`, entry })));
/** These end the session or the desk's one demo, or make a second owner; their own tests call them. */
const NOT_FUZZED = new Set(["desk.setUp", "demo.load", "demo.remove"]);

/** Words that only Harbor's people may ever see. */
const SECRET = "zebrafinch";

let desk: ADesk, harbor: Record<string, string>, stranger: Somebody, elsewhere: string;

beforeAll(async () => {
  desk = await aDesk();
  harbor = await furnish();
  stranger = await aStranger();
  elsewhere = stranger.me.practices[0]!.id;
}, 120_000);

afterAll(async () => {
  await desk.stop();
  removeDataDir(desk.dataDir);
});

/** One of everything that has an id, with the secret word in it. */
async function furnish(): Promise<Record<string, string>> {
  const { owner: { caller: api, me }, practice } = desk, params = { practice };
  const channel = await api.channels.add({ params, body: { network: "facebook", name: `${SECRET} page`, url: null } });
  const provider = await api.providers.add({ params, body: { name: `Dr. ${SECRET}`, degree: "MD", licence: "", licenceState: null, licenceExpires: null, boards: [], specialties: [] } });
  const post = await api.posts.create({ params, body: { title: `${SECRET} post`, content: aText(`Our ${SECRET} desk is open until six on Thursday.`, { channels: [channel.id] }), plannedFor: inHours(48) } });
  const submitted = await api.posts.submit({ params: { ...params, post: post.id }, body: { revision: post.revision, askOf: null } });
  const { invitation } = await api.invitations.create({ params, body: { email: `${SECRET}@example.com`, role: "viewer" } });
  const { key } = await api.keys.create({ params, body: { name: SECRET, scopes: ["read"], expiresAt: null } });
  const { webhook } = await api.webhooks.create({ params, body: { url: `https://${SECRET}.example.com/hook`, events: ["post.held"] } });
  return { practice, channel: channel.id, provider: provider.id, post: post.id, version: submitted.version!, invitation: invitation.id, key: key.id, webhook: webhook.id, person: me.person.id };
}

async function aStranger(): Promise<Somebody> {
  const somebody = await join(desk, "viewer", "Sam Stranger");
  await somebody.caller.practices.create({ body: { name: "Other Clinic", states: ["TX"], specialty: "dentistry", place: "Austin", timeZone: "America/Chicago" } });
  await desk.owner.caller.members.remove({ params: { practice: desk.practice, person: somebody.me.person.id } });
  return { ...somebody, me: await somebody.caller.me.show() };
}

const schemaOf = (schema: unknown): Record<string, unknown> => toJSONSchema(schema as Parameters<typeof toJSONSchema>[0], { io: "input", unrepresentable: "any", reused: "inline" }) as Record<string, unknown>;

interface Call { params: Record<string, unknown>; query: Record<string, unknown>; body: unknown }

function calls(entry: Route, ids: string[], practice: string[]): fc.Arbitrary<Call> {
  const inPath = entry.params ? (schemaOf(entry.params).properties as Record<string, Record<string, unknown>>) : {};
  const params = fc.record(Object.fromEntries(Object.entries(inPath).map(([name, of]) => [name, name === "practice" ? fc.constantFrom(...practice) : fromSchema(of, ids).map(inAddress)])));
  return fc.record({ params: params as fc.Arbitrary<Record<string, unknown>>, query: entry.query ? fromSchema(schemaOf(entry.query), ids).map(asQuery) : fc.constant({}), body: entry.body ? fromSchema(schemaOf(entry.body), ids) : fc.constant(undefined) });
}

/** What an address can hold: no half characters, and no more than Node's own limit lets through to the desk. */
const inAddress = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value) ?? "").toWellFormed().slice(0, 1500);
const asQuery = (of: unknown): Record<string, unknown> => typeof of === "object" && of !== null ? Object.fromEntries(Object.entries(of).slice(0, 6).map(([name, value]) => [name.toWellFormed(), value === undefined ? undefined : inAddress(value)])) : {};

function ask(by: Somebody, entry: Route, { params, query, body }: Call): Promise<Response> {
  const path = addressOf(entry, params, query);
  return by.caller.raw(path, { method: entry.method, ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }) });
}

test.each(table.filter(({ name }) => !NOT_FUZZED.has(name)))("$name answers whatever it is asked, and never breaks", async ({ entry }) => {
  // The owner of the other practice does the breaking, so that what Harbor holds stays for the tests after this one.
  const ids = [...Object.values(harbor), elsewhere, crypto.randomUUID()];
  await fc.assert(fc.asyncProperty(calls(entry, ids, [elsewhere]), async (call) => {
    const response = await ask(stranger, entry, call), answer = await response.text();
    expect(response.status, answer).toBeLessThan(500);
    if (response.status >= 400) expect(JSON.parse(answer)).toMatchObject({ code: expect.any(String), title: expect.any(String), next: expect.any(String) });
    expect(answer).not.toContain(`Our ${SECRET} desk`);
  }), { numRuns: RUNS });
  await backIn();
}, 120_000);

/** A fuzzed call may have taken the stranger off their own practice's list; then they open another. */
async function backIn(): Promise<void> {
  const me = await stranger.caller.me.show().catch(async () => { await stranger.caller.signIn(stranger.email, PASSWORD); return stranger.caller.me.show(); });
  const mine = me.practices.find(({ role }) => role === "owner");
  elsewhere = mine?.id ?? (await stranger.caller.practices.create({ body: { name: "Other Clinic", states: ["TX"], specialty: "dentistry", place: "Austin", timeZone: "America/Chicago" } })).id;
}

test.each(table.filter(({ entry }) => entry.path.includes("{practice}")))("$name is not there for someone of another practice", async ({ entry }) => {
  const ids = Object.values(harbor), before = (await desk.owner.caller.record.list({ params: { practice: desk.practice }, query: {} })).head;
  await fc.assert(fc.asyncProperty(calls(entry, ids, [desk.practice]), async (call) => {
    const response = await ask(stranger, entry, call), answer = await response.text();
    expect([400, 403, 404, 413], answer).toContain(response.status);
    expect(answer).not.toContain(SECRET);
  }), { numRuns: 12 });
  expect((await desk.owner.caller.record.list({ params: { practice: desk.practice }, query: {} })).head).toBe(before);
}, 60_000);

test("one's own practice with another's ids reaches nothing of theirs", async () => {
  for (const { entry } of table.filter(({ entry }) => entry.path.includes("{practice}") && /\{(post|channel|provider|invitation|key|webhook|person|publication|override|rule)\}/.test(entry.path))) {
    const params = { ...harbor, practice: elsewhere, publication: harbor.post, override: harbor.post, rule: harbor.post };
    const response = await ask(stranger, entry, { params, query: {}, body: undefined });
    expect(response.status, entry.path).toBeGreaterThanOrEqual(400);
    expect(response.status, entry.path).toBeLessThan(500);
    expect(await response.text()).not.toContain(SECRET);
  }
});

test("nobody who is not signed in gets past the door", async () => {
  const nobody = caller(desk.url);
  for (const { entry } of table.filter(({ entry }) => entry.needs !== "nobody")) {
    const response = await nobody.raw(addressOf(entry, harbor), { method: entry.method, ...(entry.body ? { headers: { "content-type": "application/json" }, body: "{}" } : {}) });
    expect(response.status, `${entry.method} ${entry.path}`).toBe(401);
  }
});

test("what was said and who said it is not in the log", () => {
  expect(desk.printed()).not.toContain(SECRET);
  expect(desk.printed()).not.toContain("ada@example.com");
  expect(desk.printed()).not.toContain("Ada Owner");
});
