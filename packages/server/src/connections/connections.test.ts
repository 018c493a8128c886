import { type NetworkId, routes } from "@chaperone/contract";
import { pino } from "pino";
import { expect, test } from "vitest";
import { type APractice, aDesk, aPractice } from "../../test-support/a-practice.ts";
import { refusedAs } from "../../test-support/at-a-desk.ts";
import { openMemory } from "../../test-support/memory.ts";
import { aSmallNetwork, type SmallNetwork } from "../../test-support/small-network.ts";
import { readConfig } from "../config.ts";
import { asDesk } from "../database/tenant.ts";
import { Refusal } from "../http/refusal.ts";
import { openNetworks } from "../networks/networks.ts";
import { connections } from "./routes.ts";
import { openSession } from "./session.ts";

const SECRET = "the-app-secret-of-x";

/** A desk with stand-ins: X and LinkedIn want a developer app, and LinkedIn has two ways in; Mastodon registers the desk, Bluesky has a form. */
async function aStage({ allowPrivate = true } = {}) {
  const clock = { minutes: 0 }, small = await aSmallNetwork(), log: string[] = [];
  const networks = openNetworks({ allowPrivate, networks: [small.as("x", "own"), small.as("linkedin", "own"), small.as("mastodon", "registered"), small.as("bluesky", "form")] });
  const config = readConfig({ SECRET_KEY: "ab".repeat(32), LOG_LEVEL: "silent", PUBLIC_URL: "https://desk.seapine.example", ...(allowPrivate ? { ALLOW_PRIVATE_HOSTS: "yes" } : {}) });
  const desk = await aDesk(await openMemory(), { now: () => new Date(Date.now() + clock.minutes * 60_000), networks, config });
  Object.assign(desk, { log: pino({ level: "trace" }, { write: (line: string) => { log.push(line); } }) });
  return { clock, small, log, desk, practice: await aPractice(desk) };
}
type Who = Parameters<APractice["ask"]>[0];

const setApp = (practice: APractice) => practice.ask("owner", routes.connections.setApp, connections.setApp, { params: { network: "x" }, body: { clientId: "app-of-seapine", clientSecret: SECRET } });
const begin = async (practice: APractice, network: NetworkId, { who = "compliance", channel = null, host = null }: { who?: Who; channel?: string | null; host?: string | null } = {}) =>
  (await practice.ask(who, routes.connections.begin, connections.begin, { params: { network }, body: { channel, host } })).address;
const finish = (practice: APractice, body: { state: string; code: string }, who: Who = "compliance") => practice.ask(who, routes.connections.finish, connections.finish, { body });
const choose = (practice: APractice, state: string, accounts: string[], who: Who = "compliance") => practice.ask(who, routes.connections.choose, connections.choose, { body: { state, accounts } });
const list = (practice: APractice) => practice.ask("viewer", routes.connections.list, connections.list, {});
const signIn = (practice: APractice, fields: Record<string, string>, channel: string | null = null) => practice.ask("owner", routes.connections.signIn, connections.signIn, { params: { network: "bluesky" }, body: { channel, fields } });
const on = (practice: APractice, channel: string) => ({ test: () => practice.ask("contributor", routes.connections.test, connections.test, { params: { channel } }), disconnect: () => practice.ask("owner", routes.connections.disconnect, connections.disconnect, { params: { channel } }) });

async function connected(practice: APractice, small: SmallNetwork, channel: string | null = null): Promise<string> {
  await setApp(practice);
  return (await finish(practice, small.agree(await begin(practice, "x", { channel })))).connected[0]!.channel.id;
}
const detailOf = (asked: Promise<unknown>): Promise<string | undefined> => asked.then(() => undefined, (error: unknown) => (error as Refusal).problem.detail);
const recordOf = async ({ desk, id }: APractice) => (await asDesk(desk.database.db, (tx) => tx.selectFrom("record").select("entry").where("practice", "=", id).orderBy("seq").execute())).map(({ entry }) => JSON.parse(entry) as { action: string; facts: Record<string, unknown> });
const tokensOf = async ({ desk, id }: APractice, channel: string) => {
  const opened = await openSession(desk, id, channel);
  if (opened.is === "refused") throw new Error(opened.says);
  return opened.session.credentials;
};

test("somebody signs in at a network and comes back: a new channel is connected, and says what it may do", async () => {
  const { practice, small } = await aStage();
  await setApp(practice);
  const address = await begin(practice, "x"), done = await finish(practice, small.agree(address));
  expect(new URL(address).searchParams.get("redirect")).toBe("https://desk.seapine.example/connect");
  expect(done).toMatchObject({ network: "x", choices: [], connected: [{ state: "connected", channel: { network: "x", name: "Seapine Dermatology", connected: true }, account: { handle: "@a-1" }, scopes: ["write"], ends: null, warns: false, described: { can: ["publish"], limits: { characters: 300 } } }] });
  expect((await recordOf(practice)).map(({ action }) => action)).toEqual(["app.changed", "channel.connected"]);
  expect(await openSession(practice.desk, practice.id, done.connected[0]!.channel.id)).toMatchObject({ is: "session", session: { account: { id: "a-1" }, app: { clientId: "app-of-seapine", clientSecret: SECRET } } });
});

test("nobody else comes back with it, nobody in another practice, not later, and not twice", async () => {
  const { practice, small, desk, clock } = await aStage(), other = await aPractice(desk, { name: "Harbor Dental" });
  await setApp(practice);
  const back = small.agree(await begin(practice, "x"));
  expect(await refusedAs(finish(practice, back, "owner"))).toBe("sign-in-over");
  expect(await refusedAs(finish(other, back))).toBe("sign-in-over");
  expect(await refusedAs(finish(practice, { ...back, state: "x".repeat(43) }))).toBe("sign-in-over");
  clock.minutes = 16;
  expect(await refusedAs(finish(practice, back))).toBe("sign-in-over");
  clock.minutes = 14;
  const both = await Promise.all([refusedAs(finish(practice, back)), refusedAs(finish(practice, back))]);
  expect(both.toSorted()).toEqual(["done", "sign-in-over"]);
});

test("a code that the network does not take is said so, and connects nothing", async () => {
  const { practice, small } = await aStage();
  await setApp(practice);
  const { state } = small.agree(await begin(practice, "x"));
  expect(await detailOf(finish(practice, { state, code: "made-up" }))).toBe("The network did not take the code. Begin again.");
  expect((await list(practice)).connections.filter(({ state: now }) => now === "connected")).toEqual([]);
});

test("an owner enters the developer app first; its secret is never told again", async () => {
  const { practice } = await aStage();
  expect(await detailOf(begin(practice, "x"))).toMatch(/registered no developer app with X yet/);
  await setApp(practice);
  const page = await list(practice);
  expect(page.networks.find(({ network }) => network === "x")).toMatchObject({ by: "oauth", app: "own", appClientId: "app-of-seapine", asksHost: false, redirectUri: "https://desk.seapine.example/connect" });
  expect(JSON.stringify(page)).not.toContain(SECRET);
});

test("of several accounts a person chooses; each becomes a channel, and the others are forgotten", async () => {
  const { practice, small } = await aStage();
  await setApp(practice);
  small.accounts.push({ id: "a-2", name: "Seapine Skin Care" }, { id: "a-3", name: "Somebody's cat" });
  const { state, code } = small.agree(await begin(practice, "x")), done = await finish(practice, { state, code });
  expect(done).toMatchObject({ connected: [], choices: [{ id: "a-1" }, { id: "a-2", name: "Seapine Skin Care", handle: "@a-2" }, { id: "a-3" }] });
  expect(await refusedAs(choose(practice, state, ["a-1"], "owner"))).toBe("sign-in-over");
  expect(await refusedAs(choose(practice, state, ["a-9"]))).toBe("invalid-request");
  expect((await choose(practice, state, ["a-1", "a-2"])).connected).toMatchObject([{ account: { handle: "@a-1" }, described: { can: ["publish"] } }, { account: { handle: "@a-2" } }]);
  expect(await refusedAs(choose(practice, state, ["a-3"]))).toBe("sign-in-over");
});

test("signing in again finds the channel that the account has, and keeps a refresh token that the network does not repeat", async () => {
  const { practice, small } = await aStage(), channel = await connected(practice, small), { refresh } = await tokensOf(practice, channel);
  small.mood.isSecretive = true;
  expect(await connected(practice, small)).toBe(channel);
  const again = await tokensOf(practice, channel);
  expect([again.refresh, (await list(practice)).connections.filter(({ channel: { network } }) => network === "x").length]).toEqual([refresh, 1]);
});

test("a channel never changes hands unnoticed", async () => {
  const { practice, small } = await aStage(), channel = await connected(practice, small), other = await practice.addChannel("x", "Another");
  await setApp(practice);
  expect(await detailOf(finish(practice, small.agree(await begin(practice, "x", { channel: other }))))).toMatch(/connected already, as the channel “Seapine Dermatology”/);
  small.accounts[0] = { id: "a-7", name: "The wrong page" };
  expect(await detailOf(finish(practice, small.agree(await begin(practice, "x", { channel }))))).toMatch(/another account than the channel is connected to. Sign in as @a-1/);
  expect(await refusedAs(begin(practice, "x", { channel: practice.channel }))).toBe("not-found");
});

test("a channel that was posted by hand is connected under its own name", async () => {
  const { practice, small } = await aStage(), channel = await practice.addChannel("x", "Our X");
  expect((await list(practice)).connections.find((one) => one.channel.id === channel)!.state).toBe("not-connected");
  expect(await connected(practice, small, channel)).toBe(channel);
  expect((await list(practice)).connections.find((one) => one.channel.id === channel)).toMatchObject({ state: "connected", channel: { name: "Our X", connected: true, url: "https://network.example/a-1" } });
  expect((await list(practice)).connections.find((one) => one.channel.id === practice.channel)!.state).toBe("by-hand");
});

test("where a network has several ways in, each with an app of its own, the sign-in takes the one that was chosen, and the channel remembers it", async () => {
  const { practice, small } = await aStage(), host = "pages";
  const enter = (clientId: string, of: string | null) => practice.ask("owner", routes.connections.setApp, connections.setApp, { params: { network: "linkedin" }, body: { clientId, clientSecret: SECRET, host: of } });
  await enter("app-for-the-page", host);
  expect(await detailOf(begin(practice, "linkedin"))).toMatch(/registered no developer app/);
  await enter("app-for-people", null);
  expect(await refusedAs(enter("app-for-nothing", "groups"))).toBe("invalid-request");
  const [usual, page] = (await list(practice)).networks.find(({ network }) => network === "linkedin")!.ways;
  expect([usual!.host, usual!.appClientId, page!.host, page!.appClientId, page!.steps.length > 3]).toEqual([null, "app-for-people", host, "app-for-the-page", true]);
  const address = await begin(practice, "linkedin", { host }), done = await finish(practice, small.agree(address));
  expect(await openSession(practice.desk, practice.id, done.connected[0]!.channel.id)).toMatchObject({ session: { app: { clientId: "app-for-the-page" } } });
  expect([new URL(address).searchParams.get("way"), done.connected[0]!.account!.way]).toEqual([host, host]);
  expect((await finish(practice, small.agree(await begin(practice, "linkedin")))).connected[0]!.account!.way).toBeNull();
});

test("a way in that the network does not have is refused before anybody is sent anywhere", async () => {
  const { practice } = await aStage();
  await setApp(practice);
  for (const host of ["pages", "https://www.facebook.com", "mastodon.social"]) expect([host, await refusedAs(begin(practice, "x", { host }))]).toEqual([host, "invalid-request"]);
});

test("the desk registers itself with a server that people choose, once", async () => {
  const { practice, small } = await aStage(), host = `${small.address}/`;
  const first = await finish(practice, small.agree(await begin(practice, "mastodon", { host }))), again = await finish(practice, small.agree(await begin(practice, "mastodon", { host: small.address })));
  expect([small.counts.register, first.connected[0]!.channel.id]).toEqual([1, again.connected[0]!.channel.id]);
  expect(await openSession(practice.desk, practice.id, first.connected[0]!.channel.id)).toMatchObject({ session: { app: { clientId: "app-1" }, account: { host: small.address } } });
});

test("a server inside a private network is not called", async () => {
  const { practice, small } = await aStage({ allowPrivate: false });
  for (const host of ["127.0.0.1", "http://mastodon.social", "https://me:secret@mastodon.social", "desk.internal", small.address, "localhost"]) expect([host, await refusedAs(begin(practice, "mastodon", { host }))]).toEqual([host, "forbidden-address"]);
  for (const host of ["", "not a server"]) expect(await refusedAs(begin(practice, "mastodon", { host }))).toBe("invalid-request");
  expect(small.counts.register).toBe(0);
});

test("a form signs in with what it asks for, and says what is wrong with it", async () => {
  const { practice, small } = await aStage();
  expect(await refusedAs(signIn(practice, { handle: "seapine.example" }))).toBe("invalid-request");
  expect(await detailOf(signIn(practice, { handle: "seapine.example", password: "wrong" }))).toMatch(/does not know this handle/);
  expect(await signIn(practice, { handle: "seapine.example", password: " right-password " })).toMatchObject({ state: "connected", account: { host: small.address }, channel: { network: "bluesky" } });
});

test("a test names what is wrong, and a network that says no asks for a sign-in", async () => {
  const { practice, small } = await aStage(), channel = await connected(practice, small), { test: ask } = on(practice, channel);
  expect(await ask()).toMatchObject({ state: "connected", says: null, testedAt: expect.any(String) });
  small.mood.describe = 403;
  expect(await detailOf(ask())).toMatch(/does not allow this for the account/);
  expect((await list(practice)).connections.find((one) => one.channel.id === channel)).toMatchObject({ state: "connected", says: expect.stringMatching(/does not allow/) });
  small.mood.describe = 401;
  expect(await detailOf(ask())).toMatch(/Sign in again/);
  expect((await list(practice)).connections.find((one) => one.channel.id === channel)!.state).toBe("needs-sign-in");
  small.mood.describe = 200;
  await connected(practice, small, channel);
  expect((await ask()).state).toBe("connected");
});

test("a channel that is disconnected is posted by hand, and its tokens are gone", async () => {
  const { practice, small, desk } = await aStage(), channel = await connected(practice, small);
  expect(await on(practice, channel).disconnect()).toMatchObject({ state: "not-connected", account: null, channel: { connected: false } });
  expect(await openSession(desk, practice.id, channel)).toMatchObject({ is: "refused", kind: "auth" });
  expect(await asDesk(desk.database.db, (tx) => tx.selectFrom("connections").selectAll().execute())).toEqual([]);
});

test("a sign-in that cannot be renewed warns in its last week", async () => {
  const { practice, small, clock } = await aStage();
  Object.assign(small.mood, { isSecretive: true, seconds: 60 * 86_400 });
  const channel = await connected(practice, small), now = async () => (await list(practice)).connections.find((one) => one.channel.id === channel)!;
  expect(await now()).toMatchObject({ warns: false, ends: expect.any(String) });
  clock.minutes = 54 * 1440;
  expect((await now()).warns).toBe(true);
});

test("another practice sees and touches nothing of it", async () => {
  const { practice, small, desk } = await aStage(), channel = await connected(practice, small), other = await aPractice(desk, { name: "Harbor Dental" });
  expect((await list(other)).connections.map((one) => one.channel.id)).toEqual([other.channel]);
  expect((await list(other)).networks.find(({ network }) => network === "x")!.appClientId).toBeNull();
  expect(await Promise.all([refusedAs(on(other, channel).test()), refusedAs(on(other, channel).disconnect()), refusedAs(begin(other, "x", { channel }))])).not.toContain("done");
  expect(await openSession(desk, other.id, channel)).toMatchObject({ is: "refused" });
  expect(await other.as("owner", ({ tx }) => tx.selectFrom("connections").selectAll().execute())).toEqual([]);
});

test("no token, code, verifier or secret stands in a reply, the record, a log, or in the open in the database", async () => {
  const { practice, small, desk, log } = await aStage(), replies: unknown[] = [];
  await setApp(practice);
  small.accounts.push({ id: "a-2", name: "Seapine Skin Care" });
  const address = await begin(practice, "x"), back = small.agree(address), first = await finish(practice, back);
  replies.push(first);
  const kept = async () => JSON.stringify(await asDesk(desk.database.db, async (tx) => [await tx.selectFrom("connections").selectAll().execute(), await tx.selectFrom("apps").selectAll().execute(), await tx.selectFrom("sign_ins").selectAll().execute(), await tx.selectFrom("record").selectAll().execute()]));
  const between = await kept();
  replies.push(await choose(practice, back.state, ["a-1", "a-2"]), await list(practice), await signIn(practice, { handle: "seapine.example", password: "right-password" }));
  const { access, refresh } = await tokensOf(practice, (await list(practice)).connections.find(({ account }) => account?.handle === "@a-2")!.channel.id);
  const everything = [JSON.stringify(replies), between, await kept(), log.join(""), JSON.stringify(await recordOf(practice))];
  for (const text of everything) for (const secret of [access, refresh!, SECRET, back.code, back.state, "access-", "refresh-", "right-password", "app-secret"]) expect([secret, text.includes(secret)]).toEqual([secret, false]);
});
