import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { facebook as standIn, facebookFixture } from "../../../test-support/stand-ins/facebook.ts";
import { prepared as preparedOn } from "../../../test-support/stand-ins/flow.ts";
import { mediumOf, outgoingOf, sessionOn, traceOf } from "../../../test-support/stand-ins/session.ts";
import { type FaultKind, openStandIns, type OpenStandIns } from "../../../test-support/stand-ins/stand-in.ts";
import type { Kept, Network } from "../network.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { facebook } from "./index.ts";

let there: OpenStandIns, session: Session;
beforeAll(async () => { there = await openStandIns([standIn]); });
beforeEach(() => { there.forget(); session = sessionOn(there, { ...facebookFixture, hosts: facebook.hosts, timeoutMs: 1_000 }); });
afterAll(() => there.close());

const { app, redirectUri } = facebookFixture, TEXT = "Flu shots on Monday, from nine to five.";
const prepared = (outgoing: Outgoing): Promise<Kept> => preparedOn(facebook, session, outgoing);
async function published(given: Partial<Outgoing>): Promise<Extract<Awaited<ReturnType<Network["commit"]>>, { is: "committed" }>> {
  const outgoing = outgoingOf(given), ended = await facebook.commit(session, outgoing, await prepared(outgoing));
  if (ended.is !== "committed") throw new Error(ended.says);
  return ended;
}

describe("signing in", () => {
  if (facebook.connect.by !== "oauth") throw new Error("Facebook signs in by OAuth.");
  const { address, finish } = facebook.connect;
  const codeOf = async (): Promise<string> => {
    const url = new URL(await address({ app, host: null, redirectUri, state: "state-1", verifier: "v" }));
    const back = new URL((await session.fetch(url)).headers.get("location")!);
    expect(back.searchParams.get("state")).toBe("state-1");
    return back.searchParams.get("code")!;
  };
  test("answers every Page that the person may post to, also one that only a business lists, each with its own token", async () => {
    const done = await finish(session, { app, host: null, redirectUri, verifier: "v", code: await codeOf() });
    if (done.is === "refused") throw new Error(done.says);
    expect(done.accounts.map(({ account }) => account.name)).toEqual(["Seapine Medical Spa", "Seapine Dermatology"]);
    const [{ account, credentials }] = done.accounts as [typeof done.accounts[number]];
    expect(credentials).toMatchObject({ expiresAt: null, scopes: expect.arrayContaining(["pages_manage_posts"]) });
    expect(await facebook.describe({ ...session, account, credentials })).toMatchObject({ is: "described", can: expect.arrayContaining(["publish", "reply", "remove"]), missing: [] });
  });
  test("a code works once, and a wrong secret not at all", async () => {
    const code = await codeOf();
    expect(await finish(session, { app: { ...app, clientSecret: "wrong" }, host: null, redirectUri, verifier: "v", code })).toMatchObject({ is: "refused", kind: "auth" });
    await finish(session, { app, host: null, redirectUri, verifier: "v", code });
    expect(await finish(session, { app, host: null, redirectUri, verifier: "v", code })).toMatchObject({ is: "refused", kind: "auth" });
  });
  test("is renewed from the person's token, and both tokens are new", async () => {
    const done = await facebook.refresh!(session, facebookFixture);
    if (done.is === "refused") throw new Error(done.says);
    expect(done.credentials.access).not.toBe(facebookFixture.credentials.access);
    expect(done.credentials.refresh).not.toBe(facebookFixture.credentials.refresh);
    expect(await facebook.describe({ ...session, credentials: done.credentials })).toMatchObject({ is: "described" });
  });
});

describe("publishing", () => {
  test("a text goes out, reads back as it was sent, is taken down and is gone", async () => {
    const { remote } = await published({ text: TEXT });
    expect(remote.url).toMatch(/^https:\/\/www\.facebook\.com\//);
    expect(await facebook.readBack!(session, remote)).toMatchObject({ is: "read", text: TEXT, isPublic: true, pictures: 0 });
    expect(await facebook.remove!(session, remote)).toEqual({ is: "removed" });
    expect(await facebook.readBack!(session, remote)).toEqual({ is: "gone" });
    expect(await facebook.remove!(session, remote)).toEqual({ is: "removed" });
  });
  test.each([1, 3])("%i pictures are uploaded before anybody sees them, and go out with one call", async (many) => {
    const outgoing = outgoingOf({ text: TEXT, media: Array.from({ length: many }, () => mediumOf({ alt: "A nurse at a desk" })) }), kept = await prepared(outgoing);
    expect(there.world.effects).toEqual([]);
    const ended = await facebook.commit(session, outgoing, kept);
    expect(there.world.effects).toMatchObject([{ text: TEXT, pictures: many }]);
    expect(ended.is === "committed" && await facebook.readBack!(session, ended.remote)).toMatchObject({ pictures: many });
  });
  test("pictures go on where an upload broke off", async () => {
    const outgoing = outgoingOf({ text: TEXT, media: [mediumOf(), mediumOf()] }), first = await facebook.prepare(session, outgoing, {});
    if (first.is !== "waiting") throw new Error("There is a second picture.");
    there.fail({ on: "prepare", kind: "cut-before" });
    expect(await facebook.prepare(session, outgoing, first.kept)).toMatchObject({ is: "refused", kind: "transient" });
    const second = await facebook.prepare(session, outgoing, first.kept);
    expect(second).toMatchObject({ is: "prepared", kept: { photos: [(first.kept as { photos: string[] }).photos[0], expect.any(String)] } });
  });
  test("a video is a reel: uploaded, looked through, published, found, read and taken down", async () => {
    there.fail({ on: "prepare", kind: "slow" });
    const outgoing = outgoingOf({ text: TEXT, media: [mediumOf({ type: "video/mp4", size: 90_000 })] }), kept = await prepared(outgoing);
    expect(await facebook.reconcile(session, outgoing, kept, traceOf({ minutesAgo: 3 }))).toEqual({ is: "absent" });
    const ended = await facebook.commit(session, outgoing, kept);
    if (ended.is !== "committed") throw new Error(ended.says);
    expect(ended.remote.url).toMatch(/^https:\/\/www\.facebook\.com\/reel\//);
    expect(await facebook.reconcile(session, outgoing, kept, traceOf())).toMatchObject({ is: "committed", remote: { id: ended.remote.id } });
    expect(await facebook.readBack!(session, ended.remote)).toMatchObject({ is: "read", text: TEXT });
    expect(await facebook.remove!(session, ended.remote)).toEqual({ is: "removed" });
    expect(await facebook.readBack!(session, ended.remote)).toEqual({ is: "gone" });
  });
  test("what Facebook cannot take is refused before it is sent", async () => {
    expect(await facebook.prepare(session, outgoingOf({ text: " " }), {})).toMatchObject({ kind: "content-invalid" });
    expect(await facebook.prepare(session, outgoingOf({ media: [mediumOf(), mediumOf({ type: "video/mp4" })] }), {})).toMatchObject({ kind: "content-invalid" });
    expect(await facebook.prepare(session, outgoingOf({ media: [mediumOf({ size: 4_100_000 })] }), {})).toMatchObject({ kind: "content-invalid", says: expect.stringContaining("4 MB") });
  });
});

describe("when something fails", () => {
  test.each([["429", "rate-limited"], ["500-before", "transient"], ["cut-before", "transient"], ["hang-before", "transient"], ["expired-token", "auth"], ["revoked-token", "auth"], ["permission", "permission"], ["invalid-media", "content-invalid"]] as [FaultKind, string][])("%s while uploading is %s", async (kind, meant) => {
    there.fail({ on: "prepare", kind });
    expect(await facebook.prepare(session, outgoingOf({ media: [mediumOf()] }), {})).toMatchObject({ is: "refused", kind: meant });
  });
  test.each([["429", "rate-limited"], ["expired-token", "auth"], ["revoked-token", "auth"], ["permission", "permission"], ["invalid-media", "content-invalid"]] as [FaultKind, string][])("%s at the one call is a refusal: %s", async (kind, meant) => {
    there.fail({ on: "commit", kind });
    expect(await facebook.commit(session, outgoingOf(), { photos: [] })).toMatchObject({ is: "refused", kind: meant });
    expect(there.world.effects).toEqual([]);
  });
  test.each([["500-before", 0], ["cut-before", 0], ["hang-before", 0], ["500-after", 1], ["cut-after", 1], ["hang-after", 1]] as [FaultKind, number][])("%s at the one call is unknown, and looking tells", async (kind, many) => {
    for (const media of [[], [mediumOf(), mediumOf()], [mediumOf({ type: "video/mp4" })]]) {
      there.forget();
      const outgoing = outgoingOf({ text: `${TEXT} ${kind} ${media.length} ${media[0]?.type}`, media }), kept = await prepared(outgoing);
      there.fail({ on: "commit", kind });
      expect(await facebook.commit(session, outgoing, kept)).toMatchObject({ is: "unknown" });
      const found = await facebook.reconcile(session, outgoing, kept, traceOf()), later = await facebook.reconcile(session, outgoing, kept, traceOf({ minutesAgo: 3 }));
      expect(there.world.effects).toHaveLength(many);
      const out = { is: "committed", remote: { id: there.world.effects[0]?.id } };
      expect([found, later]).toMatchObject(many === 1 ? [out, out] : [{ is: "refused", kind: "transient", retryAt: expect.any(String) }, { is: "absent" }]);
    }
  });
  test("the link that is asked for afterwards may fail", async () => {
    there.fail({ on: "read-back", kind: "500-before" });
    expect((await published({ text: TEXT })).remote.url).toMatch(/^https:\/\/www\.facebook\.com\//);
  });
  test("the same words planned for another day are another post", async () => {
    await published({ text: "Open until six today." });
    const before = new Date(Date.now() - 26 * 3_600_000).toISOString(), after = new Date(Date.now() + 3_600_000).toISOString();
    expect(await facebook.reconcile(session, outgoingOf({ text: "Open until six today.", startedAt: before, plannedFor: before }), { photos: [] }, traceOf({ minutesAgo: 26 * 60 }))).toEqual({ is: "absent" });
    expect(await facebook.reconcile(session, outgoingOf({ text: "Open until six today.", startedAt: after, plannedFor: after }), { photos: [] }, traceOf({ minutesAgo: 3 }))).toEqual({ is: "absent" });
  });
  test.each([["describe"], ["reconcile"], ["incoming"], ["metrics"]] as const)("%s without a sign-in asks to connect again", async (on) => {
    there.fail({ on, kind: "revoked-token" });
    const remote = { id: "1_1", url: null }, calls = { describe: () => facebook.describe(session), reconcile: () => facebook.reconcile(session, outgoingOf(), {}, traceOf()), incoming: () => facebook.incoming!(session, new Date()), metrics: () => facebook.metrics!(session, remote) };
    expect(await calls[on]()).toMatchObject({ is: "refused", kind: "auth" });
  });
});

describe("what others say", () => {
  test("comments of others come in, and an answer goes under them once", async () => {
    const since = new Date(Date.now() - 60_000);
    const { remote } = await published({ text: TEXT });
    const said = await facebook.incoming!(session, since), comment = said.is === "incoming" ? said.items.find(({ under }) => under === remote.id) : undefined;
    expect(comment).toMatchObject({ kind: "comment", author: "Somebody Else", text: "Do you take new patients?", mayReply: true });
    expect(said.is === "incoming" && said.items.some(({ text }) => text === "Thank you!")).toBe(false);
    expect(await facebook.reply!(session, comment!, "We do. Call us any day.", "k")).toMatchObject({ is: "committed" });
    there.fail({ on: "reply", kind: "cut-after" });
    expect(await facebook.reply!(session, comment!, "We do.", "k")).toMatchObject({ is: "unknown" });
  });
  test("a figure that Facebook has retired does not hide the others", async () => {
    const { remote } = await published({ text: TEXT });
    expect(await facebook.metrics!(session, remote)).toEqual({ is: "metrics", figures: { views: 120, likes: 11, clicks: 7, replies: 2, reposts: 3 } });
  });
});
