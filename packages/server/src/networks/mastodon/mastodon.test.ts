import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { mastodonFixture, mastodonStandIn } from "../../../test-support/stand-ins/mastodon.ts";
import { prepared as preparedOn } from "../../../test-support/stand-ins/flow.ts";
import { mediumOf, outgoingOf, sessionOn, traceOf } from "../../../test-support/stand-ins/session.ts";
import { type FaultKind, openStandIns, type OpenStandIns } from "../../../test-support/stand-ins/stand-in.ts";
import type { OAuth } from "../connect.ts";
import { makeGuard } from "../guard.ts";
import type { Kept } from "../network.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { mastodon } from "./index.ts";
import { isSameText, plainTextOf } from "./text.ts";

let standIns: OpenStandIns, session: Session;
const connect = mastodon.connect as OAuth;
beforeAll(async () => { standIns = await openStandIns([mastodonStandIn]); session = sessionOn(standIns, { ...mastodonFixture(standIns.address), timeoutMs: 2_000 }); });
afterEach(() => standIns.forget());
afterAll(() => standIns.close());

const prepared = (outgoing: Outgoing, soFar: Kept = {}): Promise<Kept> => preparedOn(mastodon, session, outgoing, soFar);
async function posted(outgoing: Outgoing): Promise<{ id: string; url: string | null }> {
  const done = await mastodon.commit(session, outgoing, await prepared(outgoing));
  if (done.is !== "committed") throw new Error(done.says);
  return done.remote;
}
const mention = async (given: object): Promise<string> => (await (await fetch(`${standIns.address}/control/mastodon/mention`, { method: "POST", body: JSON.stringify(given) })).json() as { id: string }).id;

describe("connecting", () => {
  test("the desk registers itself, the person allows it, and the account is named", async () => {
    const redirectUri = "https://desk.example.com/back", registered = await connect.register!(session, standIns.address, redirectUri);
    if (registered.is === "refused") throw new Error(registered.says);
    const parts = { app: registered.app, host: standIns.address, redirectUri, verifier: "v".repeat(64) };
    const sentTo = new URL(await connect.address({ ...parts, state: "of-this-person" })), back = new URL((await fetch(sentTo, { redirect: "manual" })).headers.get("location")!);
    expect(sentTo.searchParams.get("scope")!.split(" ")).toContain("profile");
    expect(back.searchParams.get("state")).toBe("of-this-person");
    const code = back.searchParams.get("code")!;
    expect(await connect.finish(session, { ...parts, code })).toMatchObject({ is: "connected", accounts: [{ account: { id: "109", host: standIns.address }, credentials: { refresh: null, scopes: ["profile", "read:statuses", "read:notifications", "write:statuses", "write:media"] } }] });
    expect(await connect.finish(session, { ...parts, code })).toMatchObject({ is: "refused", kind: "auth" });
  });
  test("a desk that kept only the app's id and secret asks for what it registered too", async () => {
    const registered = await connect.register!(session, standIns.address, "https://desk.example.com/back");
    if (registered.is === "refused") throw new Error(registered.says);
    const { clientId, clientSecret } = registered.app;
    const address = await connect.address({ app: { clientId, clientSecret }, host: standIns.address, redirectUri: "https://desk.example.com/back", state: "s", verifier: "v".repeat(64) });
    expect((await fetch(address, { redirect: "manual" })).headers.get("location")).toContain("code=");
  });
  test("a verifier that is not this person's is refused", async () => {
    const redirectUri = "https://desk.example.com/back", registered = await connect.register!(session, standIns.address, redirectUri);
    if (registered.is === "refused") throw new Error(registered.says);
    const parts = { app: registered.app, host: standIns.address, redirectUri, verifier: "v".repeat(64) };
    const back = new URL((await fetch(await connect.address({ ...parts, state: "s" }), { redirect: "manual" })).headers.get("location")!);
    expect(await connect.finish(session, { ...parts, verifier: "w".repeat(64), code: back.searchParams.get("code")! })).toMatchObject({ is: "refused", kind: "auth" });
  });
  test.each(["", "not a server", "ftp://mastodon.example"])("“%s” is not a server", async (host) => { expect(await connect.register!(session, host, "https://desk.example.com/back")).toMatchObject({ is: "refused", kind: "content-invalid" }); });
});

describe("a server inside a private network", () => {
  test("is not called, by us or by the client, unless the operator says so", async () => {
    let calls = 0;
    const inside = createServer((_, response) => { calls++; response.end("{}"); });
    await new Promise<void>((done) => inside.listen(0, "127.0.0.1", done));
    const host = `http://127.0.0.1:${(inside.address() as AddressInfo).port}`, guard = makeGuard({ allowPrivate: false, hosts: [] }), closed = { ...session, account: { ...session.account, host }, fetch: guard.fetch, guarded: guard.init };
    for (const one of [host, host.replace("http:", "https:"), "https://localhost", "https://169.254.169.254"]) expect(await connect.register!(closed, one, "https://desk.example.com/back")).toMatchObject({ is: "refused", kind: "content-invalid" });
    expect(await mastodon.commit(closed, outgoingOf(), {})).toMatchObject({ is: "refused", kind: "transient" });
    expect(await mastodon.readBack!(closed, { id: "1", url: null })).toMatchObject({ is: "refused", kind: "transient" });
    expect(calls).toBe(0);
    await guard.close();
    inside.close();
  });
  test("is not reached through a redirect either", async () => {
    const asked: string[] = [];
    const away = createServer((request, response) => { asked.push(request.url!); response.writeHead(302, { location: "/secret" }).end(); });
    await new Promise<void>((done) => away.listen(0, "127.0.0.1", done));
    const host = `http://127.0.0.1:${(away.address() as AddressInfo).port}`, there = { ...session, account: { ...session.account, host } };
    expect(await connect.register!(there, host, "https://desk.example.com/back")).toMatchObject({ is: "refused", says: expect.stringContaining("elsewhere") as string });
    expect(await mastodon.commit(there, outgoingOf(), {})).toMatchObject({ is: "unknown" });
    expect(await mastodon.describe(there)).toMatchObject({ is: "refused" });
    expect(asked).not.toContain("/secret");
    away.close();
  });
});

test("the server says what it takes", async () => {
  expect(await mastodon.describe(session)).toMatchObject({ is: "described", missing: [], limits: { characters: 500, pictures: 4, altText: 1500, charactersPerLink: 23 } });
  const narrow = await mastodon.describe({ ...session, credentials: { ...session.credentials, scopes: ["profile", "write:statuses"] } });
  expect(narrow).toMatchObject({ can: ["publish", "reply", "remove"], missing: [{ ability: "pictures" }, { ability: "video" }, { ability: "read" }, { ability: "metrics" }] });
});

describe("a post", () => {
  test("goes out once and reads as it was written", async () => {
    const text = "Skin checks & “sun” <care>: what's new?\nAsk us.\n\nhttps://seapine.com/patients/before-you-come/what-to-bring #SkinCheck @dana@far.example";
    const remote = await posted(outgoingOf({ text })), read = await mastodon.readBack!(session, remote);
    if (read.is !== "read") throw new Error(read.is);
    expect(read).toMatchObject({ isPublic: true, pictures: 0, url: remote.url });
    expect(isSameText(read.text, text)).toBe(true);
    expect(standIns.world.effects.map((effect) => effect.text)).toEqual([text]);
  });
  test("takes pictures with their descriptions, and a video that takes its time", async () => {
    standIns.fail({ on: "prepare", kind: "slow" });
    const outgoing = outgoingOf({ media: [mediumOf({ alt: "A bottle of sunscreen" }), mediumOf({ type: "image/png", alt: "A hat" }), mediumOf({ type: "video/mp4", alt: "How to put it on" })] });
    expect(await mastodon.readBack!(session, await posted(outgoing))).toMatchObject({ pictures: 3 });
  });
  test("keeps what is up when it is interrupted", async () => {
    const outgoing = outgoingOf({ media: [mediumOf(), mediumOf()] }), first = await mastodon.prepare(session, outgoing, {});
    if (first.is !== "waiting") throw new Error(first.is);
    const all = await prepared(outgoing, first.kept) as { media: { id: string }[] };
    expect(all.media).toHaveLength(2);
    expect(all.media[0]).toEqual((first.kept as typeof all).media[0]);
  });
  test("may be for followers only, with a warning", async () => {
    const remote = await posted(outgoingOf({ settings: { visibility: "private", warning: "Skin conditions" } }));
    expect(await mastodon.readBack!(session, remote)).toMatchObject({ is: "read", isPublic: false });
  });
  test("is taken down, and is gone then; twice does no harm", async () => {
    const remote = await posted(outgoingOf());
    expect(await mastodon.metrics!(session, remote)).toEqual({ is: "metrics", figures: { likes: 3, replies: 1, reposts: 2 } });
    expect(await mastodon.remove!(session, remote)).toEqual({ is: "removed" });
    expect(await mastodon.readBack!(session, remote)).toEqual({ is: "gone" });
    expect(await mastodon.remove!(session, remote)).toEqual({ is: "removed" });
  });
  test("that is too long, and a file that nobody knows, are refused", async () => {
    expect(await mastodon.commit(session, outgoingOf({ text: "a".repeat(501) }), {})).toMatchObject({ is: "refused", kind: "content-invalid" });
    expect(await mastodon.prepare(session, outgoingOf({ media: [mediumOf({ type: "image/tiff" })] }), {})).toMatchObject({ is: "refused", kind: "content-invalid" });
  });
});

describe("when something fails", () => {
  test.each<[FaultKind, object]>([
    ["429", { is: "refused", kind: "rate-limited", retryAt: expect.any(String) as string }], ["expired-token", { is: "refused", kind: "auth" }], ["revoked-token", { is: "refused", kind: "auth" }], ["permission", { is: "refused", kind: "permission" }],
    ["invalid-media", { is: "refused", kind: "content-invalid" }], ["500-before", { is: "unknown" }], ["500-after", { is: "unknown" }], ["cut-before", { is: "unknown" }], ["cut-after", { is: "unknown" }],
  ])("posting under %s ends as it should, and the look afterwards tells", async (kind, expected) => {
    const outgoing = outgoingOf({ text: `Our new hours are out. ${kind}` });
    standIns.fail({ on: "commit", kind });
    expect(await mastodon.commit(session, outgoing, {})).toMatchObject(expected);
    const isOut = kind.endsWith("-after");
    expect(await mastodon.reconcile(session, outgoing, {}, traceOf())).toMatchObject(isOut ? { is: "committed" } : { is: "absent" });
    expect(standIns.world.effects).toHaveLength(isOut ? 1 : 0);
  });
  test.each<[FaultKind, string]>([["429", "rate-limited"], ["500-before", "transient"], ["cut-before", "transient"], ["expired-token", "auth"], ["revoked-token", "auth"], ["permission", "permission"], ["invalid-media", "content-invalid"]])("preparing under %s is %s", async (kind, expected) => {
    standIns.fail({ on: "prepare", kind });
    expect(await mastodon.prepare(session, outgoingOf({ media: [mediumOf()] }), {})).toMatchObject({ is: "refused", kind: expected });
  });
  test("a second try with the same key makes no second post", async () => {
    const outgoing = outgoingOf();
    standIns.fail({ on: "commit", kind: "cut-after" });
    expect((await mastodon.commit(session, outgoing, {})).is).toBe("unknown");
    const again = await mastodon.commit(session, outgoing, {});
    expect(again).toMatchObject({ is: "committed", remote: { id: standIns.world.effects[0]!.id } });
    expect(standIns.world.effects).toHaveLength(1);
  });
  test("the same words on another day are another post, and with pictures the files tell", async () => {
    const text = "Sunscreen, again.";
    await posted(outgoingOf({ text }));
    expect(await mastodon.reconcile(session, outgoingOf({ text, startedAt: new Date(Date.now() + 86_400_000).toISOString() }), {}, traceOf())).toEqual({ is: "absent" });
    const withPicture = outgoingOf({ text, media: [mediumOf()] }), kept = await prepared(withPicture);
    expect(await mastodon.reconcile(session, withPicture, kept, traceOf())).toEqual({ is: "absent" });
    const done = await mastodon.commit(session, withPicture, kept);
    expect(await mastodon.reconcile(session, withPicture, kept, traceOf())).toEqual(done);
  });
  test("a look that fails is not an answer", async () => {
    standIns.fail({ on: "reconcile", kind: "cut-before" });
    expect(await mastodon.reconcile(session, outgoingOf(), {}, traceOf())).toMatchObject({ is: "refused", kind: "transient" });
  });
});

describe("mentions", () => {
  test("arrive, and are answered once, by name", async () => {
    const own = await posted(outgoingOf()), since = new Date(Date.now() - 1000);
    const comment = await mention({ text: "@seapine Are you open on Saturday?", inReplyTo: own.id }), direct = await mention({ text: "@seapine May I ask something?", visibility: "direct" });
    const arrived = await mastodon.incoming!(session, since);
    if (arrived.is === "refused") throw new Error(arrived.says);
    expect(arrived.items.map(({ id, kind, under, author }) => [id, kind, under, author])).toEqual([[direct, "message", null, "Dana"], [comment, "comment", own.id, "Dana"]]);
    for (const item of arrived.items) for (const _ of [1, 2]) expect(await mastodon.reply!(session, item, "Please call the office.", `reply-${item.id}`)).toMatchObject({ is: "committed" });
    expect(standIns.world.effects.slice(1).map(({ text }) => text)).toEqual(Array(2).fill("@dana@far.example Please call the office."));
  });
  test("an answer that was cut is unknown", async () => {
    const id = await mention({ text: "@seapine Thank you!" });
    standIns.fail({ on: "reply", kind: "cut-after" });
    expect(await mastodon.reply!(session, { id, kind: "mention", author: "Dana", text: "", at: "", url: null, under: null, mayReply: true, more: { handle: "dana@far.example" } }, "Thank you too.", "k")).toMatchObject({ is: "unknown" });
  });
  test("none are older than asked for", async () => { expect(await mastodon.incoming!(session, new Date(Date.now() + 1000))).toEqual({ is: "incoming", items: [] }); });
});

describe("other servers", () => {
  test("a refusal without a body still says that a post is gone", async () => {
    const bare = createServer((_, response) => { response.writeHead(404).end(); });
    await new Promise<void>((done) => bare.listen(0, "127.0.0.1", done));
    const there = { ...session, account: { ...session.account, host: `http://127.0.0.1:${(bare.address() as AddressInfo).port}` } };
    expect(await mastodon.readBack!(there, { id: "1", url: null })).toEqual({ is: "gone" });
    bare.close();
  });
  test("HTML of any kind reads as text", () => {
    expect(plainTextOf(`<p>One &amp; two<br>three&#33;</p><p>See <a href="https://a.example/x"><span class="invisible">https://</span><span>a.example/x</span></a></p>`)).toBe("One & two\nthree!\n\nSee https://a.example/x");
  });
});
