/** Against Bluesky's own server; what others do there comes from a stand-in for the view of the whole network. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type BlueskyServer, startBluesky } from "../../../test-support/bluesky-server.ts";
import { freePort } from "../../../test-support/free-port.ts";
import { blueskyBehindFaults } from "../../../test-support/stand-ins/bluesky.ts";
import { type BlueskyView, openBlueskyView, type Said } from "../../../test-support/stand-ins/bluesky-view.ts";
import { mediumOf, outgoingOf, sessionOn, traceOf } from "../../../test-support/stand-ins/session.ts";
import { type FaultKind, type OpenStandIns, openStandIns } from "../../../test-support/stand-ins/stand-in.ts";
import type { Asking, Connected, Connect } from "../connect.ts";
import { makeGuard } from "../guard.ts";
import type { Incoming } from "../network.ts";
import type { Committed, Prepared } from "../outcome.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { bluesky } from "./index.ts";

let view: BlueskyView, server: BlueskyServer, front: OpenStandIns, session: Session;

beforeAll(async () => {
  view = await openBlueskyView();
  server = await startBluesky({ appView: view.address });
  front = await openStandIns([blueskyBehindFaults(server)]);
  session = { ...sessionOn(front, { ...(await signIn()).accounts[0]!, app: null, hosts: bluesky.hosts }) };
});
afterAll(async () => { await front.close(); await server.stop(); await view.stop(); });
beforeEach(() => { front.forget(); view.said.length = 0; });

/** Outside a session, where the desk asks without being signed in. */
function asking(standIns: string | undefined = front.address): Asking {
  const guard = makeGuard({ allowPrivate: true, standIns, hosts: bluesky.hosts, timeoutMs: 5_000 });
  return { fetch: guard.fetch, guarded: guard.init, now: () => new Date() };
}

const form = bluesky.connect as Extract<Connect, { by: "form" }>;
const signIn = async (fields: Record<string, string> = {}): Promise<Connected> => await tryToSignIn(fields) as Connected;
const tryToSignIn = (fields: Record<string, string> = {}): ReturnType<typeof form.signIn> => form.signIn(asking(), { handle: server.handle, password: server.password, host: front.address, ...fields });

async function prepared(outgoing: Outgoing): Promise<Record<string, unknown>> {
  const outcome = await bluesky.prepare!(session, outgoing, {});
  expect(outcome.is).toBe("prepared");
  return (outcome as Prepared).kept;
}

async function published(given: Partial<Outgoing>): Promise<{ outgoing: Outgoing; kept: Record<string, unknown>; remote: Committed["remote"] }> {
  const outgoing = outgoingOf(given), kept = await prepared(outgoing), outcome = await bluesky.commit(session, outgoing, kept);
  expect(outcome.is).toBe("committed");
  return { outgoing, kept, remote: (outcome as Committed).remote };
}

/** Past our own reading, and past the faults: what the server really has. */
async function records(): Promise<{ uri: string; value: Record<string, never> }[]> {
  const answer = await fetch(`${server.address}/xrpc/com.atproto.repo.listRecords?repo=${server.did}&collection=app.bsky.feed.post&limit=100`);
  return (await answer.json() as { records: { uri: string; value: Record<string, never> }[] }).records;
}

const recordOf = async ({ id }: { id: string }): Promise<Record<string, unknown>> => (await records()).find(({ uri }) => uri === id)!.value;
const fault = (on: Parameters<OpenStandIns["fail"]>[0]["on"], kind: FaultKind): void => { front.fail({ on, kind }); };

describe("signing in", () => {
  test("finds the account's server by its handle alone, and keeps a session and no password", async () => {
    const { accounts: [{ account, credentials }] } = await signIn({ handle: ` @${server.handle.toUpperCase()} `, host: "" }) as { is: "connected"; accounts: [Connected["accounts"][0]] };
    expect(account).toEqual({ id: server.did, name: server.handle, handle: server.handle, url: `https://bsky.app/profile/${server.did}`, host: server.address, more: {} });
    expect(Date.parse(credentials.expiresAt!)).toBeGreaterThan(Date.now());
    expect(credentials.scopes).toEqual(["com.atproto.appPass"]);
    expect(JSON.stringify([account, credentials])).not.toContain(server.password);
  });
  test("takes an identity instead of a handle, and the server that one names", async () => {
    expect((await signIn({ handle: server.did, host: "" })).accounts[0]!.account.host).toBe(server.address);
    expect((await signIn({ host: `${front.address}/` })).accounts[0]!.account.host).toBe(front.address);
  });
  test.each([
    [{ password: "aaaa-bbbb-cccc-dddd" }, "auth", "app password is not right"], [{ handle: "front desk" }, "content-invalid", "not a handle"],
    [{ handle: "nobody.test", host: "" }, "content-invalid", "Nobody on Bluesky"], [{ host: "https://" }, "content-invalid", "not a server's address"],
  ])("%o is refused in words", async (fields, kind, says) => {
    expect(await tryToSignIn(fields)).toMatchObject({ is: "refused", kind, says: expect.stringContaining(says) });
  });
  test("at an address where something else answers, it is the address that is named, and nobody is told to wait", async () => {
    const elsewhere = createServer((_, response) => { response.writeHead(404, { "content-type": "text/html" }).end("<h1>Nothing here</h1>"); });
    await new Promise<void>((done) => { elsewhere.listen(0, "127.0.0.1", done); });
    const host = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    expect(await tryToSignIn({ host })).toMatchObject({ is: "refused", kind: "content-invalid", says: expect.stringContaining("no server of Bluesky's") });
    await new Promise((done) => { elsewhere.close(done); });
    expect(await tryToSignIn({ host })).toMatchObject({ is: "refused", kind: "transient", says: expect.stringContaining("Look at its address") });
  });
  test("a server inside a private network is not asked", async () => {
    const guard = makeGuard({ allowPrivate: false, hosts: bluesky.hosts });
    const outcome = await form.signIn({ fetch: guard.fetch, guarded: guard.init, now: () => new Date() }, { handle: server.handle, password: server.password, host: server.address });
    expect(outcome).toMatchObject({ is: "refused", kind: "transient" });
    await guard.close();
  });
  test("is renewed with both tokens changed, and once more with the old one, should the new pair get lost", async () => {
    const { account, credentials } = (await signIn()).accounts[0]!;
    const renewed = await bluesky.refresh!(asking(), { app: null, account, credentials });
    if (renewed.is === "refused") throw new Error(renewed.says);
    expect(renewed.credentials.refresh).not.toBe(credentials.refresh);
    expect(await bluesky.describe({ ...session, credentials: renewed.credentials })).toMatchObject({ is: "described" });
    expect(await bluesky.refresh!(asking(), { app: null, account, credentials })).toMatchObject({ is: "refreshed" });
  });
  test("that the desk takes back cannot be renewed", async () => {
    const { account, credentials } = (await signIn()).accounts[0]!;
    expect(await bluesky.revoke!.revoke(asking(), { app: null, account, credentials })).toBe(true);
    expect(await bluesky.refresh!(asking(), { app: null, account, credentials })).toMatchObject({ is: "refused", kind: "auth" });
  });
});

describe("what the account may do", () => {
  test("is everything where the server sees the network", async () => {
    expect(await bluesky.describe(session)).toMatchObject({ is: "described", can: ["publish", "pictures", "video", "remove", "read", "reply", "metrics"], missing: [], limits: { characters: 300, pictures: 4 }, notes: expect.arrayContaining([expect.stringContaining("not confirmed")]) });
  });
  test("says so when the account's own password was used", async () => {
    const own = await signIn({ password: server.ownPassword });
    expect(await bluesky.describe({ ...session, ...own.accounts[0]! })).toMatchObject({ notes: expect.arrayContaining([expect.stringContaining("own password")]) });
  });
  test("leaves out the inbox where it does not", async () => {
    const alone = await startBluesky({ handle: "alone.test" });
    const { accounts: [signed] } = await form.signIn(asking(), { handle: alone.handle, password: alone.password, host: alone.address }) as Connected;
    const there = { ...session, ...signed! };
    expect(await bluesky.describe(there)).toMatchObject({ can: ["publish", "pictures", "video", "remove"], missing: [{ ability: "read" }, { ability: "reply" }, { ability: "metrics" }] });
    expect(await bluesky.incoming!(there, new Date(0))).toMatchObject({ is: "refused" });
    await alone.stop();
  });
});

describe("a post", () => {
  test("goes out with its links, tags and mentions by their place in the bytes", async () => {
    const text = `Schöne Haut 🌞 ask @${server.handle}, not @nobody.test\n\nhttps://practice.example/sun #SkinCare`;
    const { remote } = await published({ text, language: "de" });
    expect(remote.url).toBe(`https://bsky.app/profile/${server.did}/post/${remote.id.split("/").at(-1)}`);
    const { text: there, langs, facets } = await recordOf(remote) as { text: string; langs: string[]; facets: { index: { byteStart: number; byteEnd: number }; features: object[] }[] };
    expect([there, langs]).toEqual([text, ["de"]]);
    expect(facets.map(({ index, features: [feature] }) => [Buffer.from(text).subarray(index.byteStart, index.byteEnd).toString(), feature])).toEqual([
      [`@${server.handle}`, { $type: "app.bsky.richtext.facet#mention", did: server.did }],
      ["https://practice.example/sun", { $type: "app.bsky.richtext.facet#link", uri: "https://practice.example/sun" }],
      ["#SkinCare", { $type: "app.bsky.richtext.facet#tag", tag: "SkinCare" }],
    ]);
    expect(await bluesky.readBack!(session, remote)).toEqual({ is: "read", text, url: remote.url, isPublic: true, pictures: 0 });
  });
  test("carries four pictures with their descriptions and proportions", async () => {
    const media = ["The waiting room", "", "Our new laser", "A bottle of sunscreen"].map((alt) => mediumOf({ alt }));
    const { remote } = await published({ media, settings: { label: "graphic-media" } });
    const { embed, labels } = await recordOf(remote) as { embed: { images: { alt: string; aspectRatio: object }[] }; labels: unknown };
    expect(embed.images.map(({ alt }) => alt)).toEqual(media.map(({ alt }) => alt));
    expect(embed.images[0]!.aspectRatio).toEqual({ width: 1080, height: 1080 });
    expect(labels).toMatchObject({ values: [{ val: "graphic-media" }] });
    expect(await bluesky.readBack!(session, remote)).toMatchObject({ pictures: 4 });
  });
  test("carries a video, sent in parts", async () => {
    const { remote } = await published({ media: [mediumOf({ type: "video/mp4", size: 12_345_678, alt: "A walk through the practice" })] });
    expect(await recordOf(remote)).toMatchObject({ embed: { $type: "app.bsky.embed.video", alt: "A walk through the practice", video: { mimeType: "video/mp4", size: 12_345_678 } } });
  });
  test("shows its link as a card when asked to", async () => {
    const { remote } = await published({ text: "Read on: https://practice.example/sun", link: "https://practice.example/sun", title: "Sun and skin", settings: { card: true } });
    expect(await recordOf(remote)).toMatchObject({ embed: { $type: "app.bsky.embed.external", external: { uri: "https://practice.example/sun", title: "Sun and skin" } } });
  });
  test.each<[string, Partial<Outgoing>]>([
    ["over 300 characters", { text: "a".repeat(301) }], ["over 3,000 bytes", { text: "👩🏽‍⚕️".repeat(250) }], ["with nothing in it", { text: " " }], ["with five pictures", { media: Array.from({ length: 5 }, () => mediumOf()) }],
    ["with a picture over 2 MB", { media: [mediumOf({ size: 2_000_001 })] }], ["with a picture beside a video", { media: [mediumOf(), mediumOf({ type: "video/mp4" })] }], ["with a video in another format", { media: [mediumOf({ type: "video/quicktime" })] }],
  ])("%s is refused before anything is sent", async (_, given) => {
    expect(await bluesky.prepare!(session, outgoingOf(given), {})).toMatchObject({ is: "refused", kind: "content-invalid" });
  });
  test("of 300 signs that take several bytes each is within", async () => { await published({ text: "ä🌞".repeat(150) }); });
  test("that is prepared again sends no picture twice", async () => {
    const outgoing = outgoingOf({ media: [mediumOf(), mediumOf()] }), kept = await prepared(outgoing);
    fault("prepare", "500-before");
    expect(await bluesky.prepare!(session, outgoing, kept)).toEqual({ is: "prepared", kept });
  });
  test("whose pictures the server has thrown away goes out with them sent again", async () => {
    const outgoing = outgoingOf({ media: [mediumOf()] }), kept = JSON.parse(JSON.stringify(await prepared(outgoing)).replaceAll(/bafkrei\w+/g, "bafkreicudm7j3kqjwif7qx5cops4xu7iagc2utwctdtwlw4hoqvxae4kkm")) as Record<string, unknown>;
    expect(await bluesky.commit(session, outgoing, kept)).toMatchObject({ is: "committed" });
    fault("prepare", "500-before");
    expect(await bluesky.commit(session, { ...outgoing, key: "f".repeat(32) }, { ...kept, rkey: "3mabcdefghijk" })).toMatchObject({ is: "refused", kind: "transient" });
  });
});

describe("publishing twice", () => {
  test("meets the first try's post, whatever the second is called", async () => {
    const { outgoing, kept, remote } = await published({}), before = (await records()).length;
    expect(await bluesky.commit(session, outgoing, kept)).toMatchObject({ is: "committed", remote: { id: remote.id } });
    expect(await bluesky.commit(session, outgoing, await prepared(outgoing))).toMatchObject({ is: "committed", remote: { id: remote.id } });
    expect((await records()).length).toBe(before);
  });
  test("the same words on another day is another post", async () => {
    const text = "Happy Friday from all of us", first = await published({ text }), second = await published({ text });
    expect(second.remote.id).not.toBe(first.remote.id);
    expect(await bluesky.reconcile(session, first.outgoing, first.kept, traceOf())).toMatchObject({ is: "committed", remote: { id: first.remote.id } });
    const third = outgoingOf({ text });
    expect(await bluesky.reconcile(session, third, await prepared(third), traceOf())).toEqual({ is: "absent" });
  });
  test("where somebody has changed the post there, a person is asked", async () => {
    const { outgoing, kept, remote } = await published({}), { credentials: { access } } = session, record = await recordOf(remote);
    await fetch(`${server.address}/xrpc/com.atproto.repo.putRecord`, { method: "POST", headers: { authorization: `Bearer ${access}`, "content-type": "application/json" }, body: JSON.stringify({ repo: server.did, collection: "app.bsky.feed.post", rkey: remote.id.split("/").at(-1), record: { ...record, text: "Other words" } }) });
    expect(await bluesky.commit(session, outgoing, kept)).toMatchObject({ is: "unknown" });
    expect(await bluesky.reconcile(session, outgoing, kept, traceOf())).toMatchObject({ is: "cannot-tell" });
  });
});

describe("when the call that shows it goes wrong", () => {
  test.each<[FaultKind, object, "committed" | "absent"]>([
    ["cut-after", { is: "unknown" }, "committed"], ["cut-before", { is: "unknown" }, "absent"], ["500-after", { is: "unknown" }, "committed"], ["500-before", { is: "unknown" }, "absent"],
    ["429", { is: "refused", kind: "rate-limited", retryAt: expect.any(String) }, "absent"], ["expired-token", { is: "refused", kind: "auth" }, "absent"], ["revoked-token", { is: "refused", kind: "auth" }, "absent"],
    ["permission", { is: "refused", kind: "permission" }, "absent"], ["invalid-media", { is: "refused", kind: "content-invalid" }, "absent"],
  ])("%s is %o, a look says %s, and there is one post in the end", async (kind, expected, looked) => {
    const outgoing = outgoingOf({ text: "Flu shots are here", media: [mediumOf({ alt: "A plaster" })] }), kept = await prepared(outgoing), before = (await records()).length;
    fault("commit", kind);
    expect(await bluesky.commit(session, outgoing, kept)).toMatchObject(expected);
    expect((await bluesky.reconcile(session, outgoing, kept, traceOf())).is).toBe(looked);
    expect((await records()).length - before).toBe(looked === "committed" ? 1 : 0);
    expect((await bluesky.commit(session, outgoing, kept)).is).toBe("committed");
    expect((await records()).length - before).toBe(1);
    expect(front.world.effects.length).toBe(1);
  });
  test("an answer that never comes is unknown", async () => {
    const outgoing = outgoingOf(), kept = await prepared(outgoing), impatient = sessionOn(front, { ...session, hosts: bluesky.hosts, timeoutMs: 300 });
    fault("commit", "hang-after");
    expect(await bluesky.commit(impatient, outgoing, kept)).toMatchObject({ is: "unknown" });
    expect(await bluesky.reconcile(session, outgoing, kept, traceOf())).toMatchObject({ is: "committed" });
  });
  test("a look that fails says nothing about the post", async () => {
    const { outgoing, kept } = await published({});
    fault("reconcile", "500-before");
    expect(await bluesky.reconcile(session, outgoing, kept, traceOf())).toMatchObject({ is: "refused", kind: "transient" });
  });
  test("a line that was never opened is a plain refusal", async () => {
    const outgoing = outgoingOf(), kept = await prepared(outgoing);
    expect(await bluesky.commit({ ...session, account: { ...session.account, host: `http://127.0.0.1:${await freePort()}` } }, outgoing, kept)).toMatchObject({ is: "refused", kind: "transient" });
  });
});

test.each<[FaultKind, string]>([["429", "rate-limited"], ["500-before", "transient"], ["cut-before", "transient"], ["cut-after", "transient"], ["expired-token", "auth"], ["permission", "permission"], ["invalid-media", "content-invalid"]])("sending a picture that ends in %s is %s", async (kind, expected) => {
  fault("prepare", kind);
  expect(await bluesky.prepare!(session, outgoingOf({ media: [mediumOf()] }), {})).toMatchObject({ is: "refused", kind: expected });
});

test("a post that is taken away is gone, also when it is taken away twice", async () => {
  const { remote } = await published({});
  fault("remove", "cut-after");
  expect(await bluesky.remove!(session, remote)).toMatchObject({ is: "unknown" });
  expect(await bluesky.readBack!(session, remote)).toEqual({ is: "gone" });
  expect(await bluesky.remove!(session, remote)).toEqual({ is: "removed" });
});

describe("what others say", () => {
  const author = { did: "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", handle: "visitor.test", displayName: "A visitor" };
  const said = (number: number, more: Partial<Said> = {}): Said => ({
    reason: "mention", uri: `at://${author.did}/app.bsky.feed.post/3mabcdefgh2${number.toString(36).padStart(2, "a")}`, cid: "bafyreid5pqsm7hjlvhcfi6sbl7swu4z4qa6ljtqay2hmm7lpq37wdoonlu", author,
    record: { $type: "app.bsky.feed.post", text: "Do you take walk-ins?", createdAt: new Date().toISOString() }, indexedAt: new Date().toISOString(), ...more,
  });
  const read = async (since: Date): Promise<Incoming[]> => (await bluesky.incoming!(session, since) as { items: Incoming[] }).items;

  test("arrives with what it stands under, and likes stay out", async () => {
    const { remote } = await published({}), root = { uri: remote.id, cid: remote.more!.cid! };
    view.said.push(said(1), said(2, { reason: "reply", reasonSubject: remote.id, record: { $type: "app.bsky.feed.post", text: "Thanks!", createdAt: new Date().toISOString(), reply: { root, parent: root } } }), said(3, { reason: "like" }));
    expect(await read(new Date(Date.now() - 60_000))).toMatchObject([
      { kind: "mention", author: "A visitor", text: "Do you take walk-ins?", under: null, mayReply: true }, { kind: "comment", text: "Thanks!", under: remote.id, more: { rootUri: remote.id } },
    ]);
  });
  test("is read over several pages, as far as the moment asked for", async () => {
    const old = new Date(Date.now() - 3_600_000).toISOString();
    view.said.push(...Array.from({ length: 150 }, (_, number) => said(number)), ...Array.from({ length: 150 }, (_, number) => said(number, { indexedAt: old })));
    expect((await read(new Date(Date.now() - 60_000))).length).toBe(150);
  });
  test("is answered once, under it, however often it is tried", async () => {
    const { remote } = await published({}), root = { uri: remote.id, cid: remote.more!.cid! };
    view.said.push(said(4, { reason: "reply", reasonSubject: remote.id, record: { $type: "app.bsky.feed.post", text: "Are you open?", createdAt: new Date().toISOString(), reply: { root, parent: root } } }));
    const [to] = await read(new Date(0)), key = "0".repeat(31) + "9";
    fault("reply", "cut-after");
    expect(await bluesky.reply!(session, to!, "Our hours are on https://practice.example", key)).toMatchObject({ is: "unknown" });
    const answered = await bluesky.reply!(session, to!, "Our hours are on https://practice.example", key) as Committed;
    expect(answered).toMatchObject({ is: "committed" });
    expect(await recordOf(answered.remote)).toMatchObject({ reply: { root, parent: { uri: to!.id } }, facets: [{ features: [{ uri: "https://practice.example" }] }] });
    expect(front.world.effects.filter(({ text }) => text.startsWith("Our hours")).length).toBe(1);
    expect(await bluesky.reply!(session, to!, "a".repeat(301), key)).toMatchObject({ is: "refused", kind: "content-invalid" });
  });
  test("and what they did with a post is counted", async () => {
    const { remote } = await published({});
    expect(await bluesky.metrics!(session, remote)).toEqual({ is: "metrics", figures: {} });
    view.counts.set(remote.id, { likeCount: 7, replyCount: 2, repostCount: 3, quoteCount: 1, bookmarkCount: 4 });
    expect(await bluesky.metrics!(session, remote)).toEqual({ is: "metrics", figures: { likes: 7, replies: 2, reposts: 4, saves: 4 } });
  });
});
