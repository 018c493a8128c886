import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { prepared, published, signedIn } from "../../../test-support/stand-ins/flow.ts";
import { mediumOf, outgoingOf, sessionOn, traceOf } from "../../../test-support/stand-ins/session.ts";
import { type FaultKind, type OpenStandIns, openStandIns } from "../../../test-support/stand-ins/stand-in.ts";
import { TIKTOK_UNAUDITED, tiktokFixture, tiktokStandIn } from "../../../test-support/stand-ins/tiktok.ts";
import type { Session } from "../session.ts";
import { tiktok as network } from "./index.ts";
import { PART } from "./publish.ts";

let standIns: OpenStandIns, session: Session;
/** Gives up soon where the other side never answers. */
const hasty = (kind: FaultKind): Session => kind.startsWith("hang") ? sessionOn(standIns, { ...tiktokFixture, hosts: network.hosts, timeoutMs: 1_500 }) : session;
beforeAll(async () => {
  standIns = await openStandIns([tiktokStandIn]);
  session = sessionOn(standIns, { ...tiktokFixture, hosts: network.hosts, timeoutMs: 20_000 });
});
afterEach(() => standIns.forget());
afterAll(() => standIns.close());

const video = (size = 300_000) => mediumOf({ type: "video/mp4", size });
let day = 0;
const post = (more: Parameters<typeof outgoingOf>[0] = {}) => outgoingOf({ text: `Sunscreen, every two hours, day ${++day}. ${"It is worth the minute. ".repeat(8)}`.trim(), media: [video()], settings: tiktokFixture.settings, ...more });
const pictures = (more: Parameters<typeof outgoingOf>[0] = {}) => post({ title: "Sunscreen", media: [mediumOf(), mediumOf()], ...more });

describe("signing in", () => {
  test("opens the account; both tokens are new after a renewal, and the old one is spent", async () => {
    const connected = await signedIn(network, session, tiktokFixture.app);
    if (connected.is === "refused") throw new Error(connected.says);
    const { account, credentials } = connected.accounts[0]!, asked = { app: tiktokFixture.app, account, credentials };
    expect(account).toEqual(tiktokFixture.account);
    expect(credentials.scopes).toEqual(tiktokFixture.credentials.scopes);
    const renewed = await network.refresh!(session, asked);
    expect(renewed).toMatchObject({ is: "refreshed", credentials: { refresh: expect.stringMatching(/^rft\./), refreshExpiresAt: expect.any(String) } });
    expect(renewed.is === "refreshed" && renewed.credentials.refresh).not.toBe(credentials.refresh);
    expect(await network.refresh!(session, asked)).toMatchObject({ is: "refused", kind: "auth" });
  });
  test("the audiences are those that the account has today, and the audit is spoken of", async () => {
    expect(await network.describe(session)).toMatchObject({ is: "described", choices: { privacy: [{ value: "PUBLIC_TO_EVERYONE", label: "Everyone" }, {}, { label: "Only me" }] }, notes: expect.arrayContaining([expect.stringContaining("audited"), expect.stringContaining("600 seconds"), expect.stringContaining("duets")]) });
  });
});

describe("a video", () => {
  test("in parts goes out whole, has its exact number, and is counted", async () => {
    const outgoing = post({ media: [video(PART * 6 + 777)] }), kept = await prepared(network, session, outgoing);
    expect(standIns.world.effects).toEqual([]);
    const committed = await network.commit(session, outgoing, kept);
    if (committed.is !== "committed") throw new Error(committed.says);
    const sent = createHash("sha256").update(await outgoing.media[0]!.bytes()).digest("hex");
    expect(await (await fetch(`${standIns.address}/open-upload.tiktokapis.com/stand-in/sha256/${standIns.world.effects[0]!.id}`)).text()).toBe(sent);
    expect(committed.remote.url).toBe(`https://www.tiktok.com/@juniperskin/video/${standIns.world.effects[0]!.id}`);
    expect(await network.readBack!(session, committed.remote)).toEqual({ is: "read", text: outgoing.text.slice(0, 150), url: committed.remote.url, isPublic: true, pictures: null, cutAt: 150 });
    expect(await network.metrics!(session, committed.remote)).toEqual({ is: "metrics", figures: { views: 40, likes: 5, replies: 2, reposts: 1 } });
  });
  test("that is still looked at has no address yet, and gets one", async () => {
    standIns.fail({ on: "commit", kind: "slow" });
    const committed = await published(network, session, post());
    if (committed.is !== "committed") throw new Error(committed.says);
    expect(committed.remote.url).toBeNull();
    expect(await network.readBack!(session, committed.remote)).toMatchObject({ is: "refused", kind: "transient" });
    expect(await network.readBack!(session, committed.remote)).toMatchObject({ is: "read", url: expect.stringContaining("/video/") });
  });
  test("that TikTok cannot use is refused with the reason", async () => {
    const outgoing = post(), kept = await prepared(network, session, outgoing);
    standIns.fail({ on: "reconcile", kind: "invalid-media" });
    expect(await network.commit(session, outgoing, kept)).toMatchObject({ is: "refused", kind: "content-invalid", code: "file_format_check_failed" });
    expect(await network.reconcile(session, outgoing, kept, traceOf())).toEqual({ is: "absent" });
  });
  test("for the account’s own eyes cannot be read back, and is no public post", async () => {
    const committed = await published(network, session, post({ settings: { privacy: "SELF_ONLY" } }));
    if (committed.is !== "committed") throw new Error(committed.says);
    expect(await network.readBack!(session, committed.remote)).toMatchObject({ is: "refused", kind: "permission" });
    expect(standIns.world.effects).toEqual([]);
  });
  test.each([
    ["without an audience", { settings: {} }], ["with an audience that the account does not offer", { settings: { privacy: "FOLLOWER_OF_CREATOR" } }], ["branded and private", { settings: { privacy: "SELF_ONLY", brandedContent: true } }],
    ["without anything to see", { media: [] }], ["with a picture beside it", { media: [video(), mediumOf()] }], ["with too long a text", { text: "a".repeat(2_201) }],
  ])("%s is not sent", async (_, more) => { expect(await network.prepare(session, post(more), {})).toMatchObject({ is: "refused", kind: "content-invalid" }); });
  test("of an app that was not audited is refused before its bytes are sent", async () => {
    const unaudited = { ...session, credentials: { ...session.credentials, access: TIKTOK_UNAUDITED } };
    expect(await network.prepare(unaudited, post(), {})).toMatchObject({ is: "refused", kind: "permission", says: expect.stringContaining("audit") });
  });
  test("goes on where a cut upload stopped, and begins anew after an hour", async () => {
    const outgoing = post({ media: [video(PART * 3)] }), opened = await network.prepare(session, outgoing, {});
    if (opened.is !== "waiting") throw new Error(opened.is);
    standIns.fail({ on: "prepare", kind: "cut-after" });
    expect(await network.prepare(session, outgoing, opened.kept)).toMatchObject({ is: "refused", kind: "transient" });
    expect(await network.prepare(session, outgoing, opened.kept)).toEqual({ is: "prepared", kept: opened.kept });
    const later = { ...session, now: () => new Date(Date.now() + 3_600_000) };
    expect(await network.prepare(later, outgoing, opened.kept)).toMatchObject({ is: "waiting", kept: { publishId: expect.not.stringContaining(String(opened.kept["publishId"])) } });
  });
});

const ends: [FaultKind, object][] = [
  ["429", { is: "refused", kind: "rate-limited", retryAt: expect.any(String) }], ["expired-token", { is: "refused", kind: "auth" }], ["revoked-token", { is: "refused", kind: "auth" }],
  ["permission", { is: "refused", kind: "permission" }], ["invalid-media", { is: "refused", kind: "content-invalid" }], ["500-before", { is: "unknown" }], ["500-after", { is: "unknown" }],
  ["cut-before", { is: "unknown" }], ["cut-after", { is: "unknown" }], ["hang-before", { is: "unknown" }], ["hang-after", { is: "unknown" }],
];

describe("when it goes wrong", () => {
  test.each(ends)("%s on the last part of a video ends as it should", async (kind, outcome) => {
    const outgoing = post(), kept = await prepared(network, session, outgoing), happened = kind.endsWith("-after");
    standIns.fail({ on: "commit", kind });
    expect(await network.commit(hasty(kind), outgoing, kept)).toMatchObject(outcome);
    expect(await network.reconcile(session, outgoing, kept, traceOf())).toMatchObject(happened ? { is: "committed", remote: { url: expect.stringContaining("/video/") } } : { is: "absent" });
    expect(standIns.world.effects).toHaveLength(happened ? 1 : 0);
    // Whoever goes on from here makes it one post, and never two.
    expect(await network.commit(session, outgoing, await prepared(network, session, outgoing, kept))).toMatchObject({ is: "committed" });
    expect(standIns.world.effects).toHaveLength(1);
  });
  test.each(ends)("%s on pictures ends as it should", async (kind, outcome) => {
    const outgoing = pictures(), kept = await prepared(network, session, outgoing), happened = kind.endsWith("-after");
    standIns.fail({ on: "commit", kind });
    expect(await network.commit(hasty(kind), outgoing, kept)).toMatchObject(outcome);
    expect(await network.reconcile(session, outgoing, kept, traceOf())).toMatchObject(happened ? { is: "committed" } : { is: "cannot-tell" });
    expect(standIns.world.effects).toHaveLength(happened ? 1 : 0);
  });
  test("the account’s choices are asked for again before the irreversible call", async () => {
    const outgoing = post(), kept = await prepared(network, session, outgoing);
    expect(await network.commit(session, { ...outgoing, settings: { privacy: "FOLLOWER_OF_CREATOR" } }, kept)).toMatchObject({ is: "refused", kind: "content-invalid" });
    expect(standIns.world.effects).toEqual([]);
  });
});

describe("pictures", () => {
  test("go out with title and text, and the same words of another day are another post", async () => {
    const outgoing = pictures();
    expect(await published(network, session, outgoing)).toMatchObject({ is: "committed", remote: { id: expect.stringContaining("p_pub_url") } });
    expect(standIns.world.effects).toMatchObject([{ text: outgoing.text, pictures: 2 }]);
    expect(await network.reconcile(session, { ...outgoing, startedAt: new Date(Date.now() + 86_400_000).toISOString() }, {}, traceOf())).toMatchObject({ is: "cannot-tell" });
  });
  test("a shorter post with the same first words is not taken for it", async () => {
    await published(network, session, pictures({ text: "Sunscreen" }));
    expect(await network.reconcile(session, pictures({ text: "Sunscreen, and how it is put on" }), {}, traceOf())).toMatchObject({ is: "cannot-tell" });
  });
  test("at an address that was not verified are refused with what to do", async () => {
    expect(await published(network, session, pictures({ media: [{ ...mediumOf(), address: () => "https://unverified.example.com/1.jpg" }] }))).toMatchObject({ is: "refused", kind: "permission", says: expect.stringContaining("Verify") });
  });
});
