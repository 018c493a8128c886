import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { prepared, published, signedIn } from "../../../test-support/stand-ins/flow.ts";
import { googleBusinessFixture, googleBusinessStandIn } from "../../../test-support/stand-ins/google-business.ts";
import { mediumOf, outgoingOf, sessionOn, traceOf } from "../../../test-support/stand-ins/session.ts";
import { type FaultKind, type OpenStandIns, openStandIns } from "../../../test-support/stand-ins/stand-in.ts";
import type { OAuth } from "../connect.ts";
import type { Session } from "../session.ts";
import { googleBusiness as network } from "./index.ts";

let standIns: OpenStandIns, session: Session;
/** Gives up soon where the other side never answers. */
const hasty = (kind: FaultKind): Session => kind.startsWith("hang") ? sessionOn(standIns, { ...googleBusinessFixture, hosts: network.hosts, timeoutMs: 1_500 }) : session;
beforeAll(async () => {
  standIns = await openStandIns([googleBusinessStandIn]);
  session = sessionOn(standIns, { ...googleBusinessFixture, hosts: network.hosts, timeoutMs: 20_000 });
});
afterEach(() => standIns.forget());
afterAll(() => standIns.close());

let day = 0;
/** Every test has words of its own: the profile keeps the posts of all. */
const post = (more: Parameters<typeof outgoingOf>[0] = {}) => outgoingOf({ text: `Our skin checks open at eight on day ${++day}.`, ...more });

describe("signing in", () => {
  test("opens every location of the account, with both of its names", async () => {
    const connected = await signedIn(network, session, googleBusinessFixture.app);
    expect(connected).toMatchObject({ is: "connected", accounts: [{ account: googleBusinessFixture.account }, { account: { id: "accounts/101/locations/202" } }] });
    if (connected.is === "refused") throw new Error(connected.says);
    const { account, credentials } = connected.accounts[0]!;
    expect(credentials).toMatchObject({ refresh: expect.stringMatching(/^1\/\//), scopes: (network.connect as OAuth).scopes });
    const renewed = await network.refresh!(session, { app: googleBusinessFixture.app, account, credentials });
    expect(renewed).toMatchObject({ is: "refreshed", credentials: { refresh: null, scopes: credentials.scopes } });
  });
  test("a sign-in that Google ended asks for another one, and says why it may happen every week", async () => {
    standIns.fail({ on: "sign-in", kind: "revoked-token" });
    expect(await network.refresh!(session, { ...googleBusinessFixture })).toMatchObject({ is: "refused", kind: "auth", says: expect.stringContaining("7 days") });
  });
  test("trouble at Google is not a lost sign-in", async () => {
    standIns.fail({ on: "sign-in", kind: "500-before" });
    expect(await network.refresh!(session, { ...googleBusinessFixture })).toMatchObject({ is: "refused", kind: "transient" });
  });
  test("a location that takes no posts says so before anybody writes", async () => {
    expect(await network.describe(session)).toMatchObject({ is: "described", can: ["publish", "pictures", "remove", "read", "reply"], missing: [] });
    const other = { ...session, account: { ...session.account, more: { account: "accounts/101", location: "locations/202" } } };
    expect(await network.describe(other)).toMatchObject({ is: "described", can: ["read"], missing: [{ ability: "publish" }, { ability: "reply" }] });
  });
});

describe("a post", () => {
  test("goes out with its picture and its button, reads the same, and is taken down", async () => {
    const outgoing = post({ link: "https://juniper.example.com/checks", media: [mediumOf({ alt: "Our front desk" })] }), committed = await published(network, session, outgoing);
    if (committed.is !== "committed") throw new Error(committed.says);
    expect(await network.readBack!(session, committed.remote)).toEqual({ is: "read", text: outgoing.text, url: committed.remote.url, isPublic: true, pictures: 1 });
    expect(await network.remove!(session, committed.remote)).toEqual({ is: "removed" });
    expect(await network.readBack!(session, committed.remote)).toEqual({ is: "gone" });
    expect(standIns.world.effects).toMatchObject([{ text: outgoing.text, pictures: 1, isRemoved: true }]);
  });
  test("is not public while Google still looks at it", async () => {
    standIns.fail({ on: "commit", kind: "slow" });
    const committed = await published(network, session, post());
    if (committed.is !== "committed") throw new Error(committed.says);
    const read = () => network.readBack!(session, committed.remote);
    expect(await read()).toMatchObject({ is: "read", isPublic: false });
    await read();
    expect(await read()).toMatchObject({ is: "read", isPublic: true });
  });
  test.each([
    ["a telephone number", { text: "Call us at (555) 010-0100 for a skin check." }], ["a number of another country", { text: "Call +44 20 7946 0018 for a skin check." }],
    ["two pictures", { media: [mediumOf(), mediumOf()] }], ["a video", { media: [mediumOf({ type: "video/mp4" })] }], ["a kind of picture that Google does not take", { media: [mediumOf({ type: "image/webp" })] }],
    ["too long a text", { text: "a".repeat(1_501) }], ["a button without an address", { settings: { action: "BOOK" } }],
  ])("with %s is not sent", async (_, more) => { expect(await network.prepare(session, post(more), {})).toMatchObject({ is: "refused", kind: "content-invalid" }); });
  test("with a price, a date and hours is sent: these are no telephone numbers", async () => {
    expect(await network.prepare(session, post({ text: "Open 2026-11-24, 8:00-17:00, room 555-010. $1,250 for 100-200 units." }), {})).toMatchObject({ is: "prepared" });
  });
});

describe("when it goes wrong", () => {
  test.each<[FaultKind, object]>([
    ["429", { is: "refused", kind: "rate-limited", retryAt: expect.any(String) }], ["expired-token", { is: "refused", kind: "auth" }], ["revoked-token", { is: "refused", kind: "auth" }],
    ["permission", { is: "refused", kind: "permission" }], ["invalid-media", { is: "refused", kind: "content-invalid" }], ["500-before", { is: "unknown" }], ["500-after", { is: "unknown" }],
    ["cut-before", { is: "unknown" }], ["cut-after", { is: "unknown" }], ["hang-before", { is: "unknown" }], ["hang-after", { is: "unknown" }],
  ])("%s on the irreversible call ends as it should", async (kind, outcome) => {
    const outgoing = post(), kept = await prepared(network, session, outgoing);
    standIns.fail({ on: "commit", kind });
    expect(await network.commit(hasty(kind), outgoing, kept)).toMatchObject(outcome);
    const happened = kind.endsWith("-after");
    expect(await network.reconcile(session, outgoing, kept, traceOf())).toMatchObject(happened ? { is: "committed", remote: { id: expect.stringContaining("/localPosts/") } } : { is: "absent" });
    expect(standIns.world.effects).toHaveLength(happened ? 1 : 0);
  });
  test("the same words of another day are another post", async () => {
    const outgoing = post();
    await published(network, session, outgoing);
    expect(await network.reconcile(session, { ...outgoing, startedAt: new Date(Date.now() + 86_400_000).toISOString() }, {}, traceOf())).toEqual({ is: "absent" });
  });
  test("a quota of nothing is a missing approval", async () => {
    const body = { error: { code: 429, status: "RESOURCE_EXHAUSTED", details: [{ reason: "RATE_LIMIT_EXCEEDED", metadata: { quota_limit_value: "0" } }] } };
    const refusing = { ...session, fetch: async () => Response.json(body, { status: 429 }) };
    expect(await network.describe(refusing)).toMatchObject({ is: "refused", kind: "permission", says: expect.stringContaining("Apply for access") });
  });
});

describe("reviews", () => {
  test("come with their stars, since the moment asked for", async () => {
    const all = await network.incoming!(session, new Date("2026-11-01T00:00:00Z")), late = await network.incoming!(session, new Date("2026-11-19T00:00:00Z"));
    expect(all).toMatchObject({ is: "incoming", items: [{ kind: "review", stars: 5, author: "A visitor", mayReply: true }, { stars: 2, text: "Forty minutes in the waiting room." }] });
    expect(late).toMatchObject({ items: [{ stars: 5 }] });
  });
  test("an answer replaces the one before, and a cut line leaves it unknown", async () => {
    const { items: [review] } = await network.incoming!(session, new Date(0)) as { items: Parameters<NonNullable<typeof network.reply>>[1][] };
    expect(await network.reply!(session, review!, "Thank you for the kind words.", "1")).toMatchObject({ is: "committed", remote: { id: `${review!.id}/reply` } });
    expect(await network.incoming!(session, new Date(0))).toMatchObject({ items: [{ more: { answered: expect.any(String) } }, {}] });
    standIns.fail({ on: "reply", kind: "cut-after" });
    expect(await network.reply!(session, review!, "Thank you for the kind words.", "1")).toMatchObject({ is: "unknown" });
    expect(await network.reply!(session, review!, "ñ".repeat(2_049), "2")).toMatchObject({ is: "refused", kind: "content-invalid" });
  });
});
