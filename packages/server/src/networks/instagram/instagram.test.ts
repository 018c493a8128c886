import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { instagram as standIn, instagramByFacebookFixture, instagramFixture } from "../../../test-support/stand-ins/instagram.ts";
import { facebook as facebookStandIn } from "../../../test-support/stand-ins/facebook.ts";
import { serveMedia, type Served } from "../../../test-support/stand-ins/media-fetched.ts";
import { prepared as preparedOn } from "../../../test-support/stand-ins/flow.ts";
import { mediumOf, outgoingOf, sessionOn, traceOf } from "../../../test-support/stand-ins/session.ts";
import { type FaultKind, openStandIns, type OpenStandIns } from "../../../test-support/stand-ins/stand-in.ts";
import type { Kept, Remote } from "../network.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { instagram } from "./index.ts";

const TEXT = "Ask a dermatologist before you peel at home.";
let there: OpenStandIns, served: Served;
// Facebook's stand-in answers at the same host, and comes first.
beforeAll(async () => { there = await openStandIns([facebookStandIn, standIn]); served = await serveMedia(); });
beforeEach(() => there.forget());
afterAll(async () => { served.close(); await there.close(); });

describe.each([["its own login", instagramFixture, null], ["a Facebook Page", instagramByFacebookFixture, "https://www.facebook.com"]] as const)("by way of %s", (_name, fixture, host) => {
  let session: Session;
  beforeEach(() => { session = sessionOn(there, { ...fixture, hosts: instagram.hosts, timeoutMs: 1_000 }); });
  const picture = (alt = "") => served.of(mediumOf({ alt })), video = () => served.of(mediumOf({ type: "video/mp4", size: 90_000 }));

  const prepared = (outgoing: Outgoing): Promise<Kept> => preparedOn(instagram, session, outgoing);
  async function published(given: Partial<Outgoing>): Promise<Remote> {
    const outgoing = outgoingOf(given), ended = await instagram.commit(session, outgoing, await prepared(outgoing));
    if (ended.is !== "committed") throw new Error(ended.says);
    return ended.remote;
  }

  test("signing in finds the account, and what it may do", async () => {
    const { connect } = instagram, { app, redirectUri } = fixture;
    if (connect.by !== "oauth") throw new Error("Instagram signs in by OAuth.");
    const back = new URL((await session.fetch(await connect.address({ app, host, redirectUri, state: "state-2", verifier: "v" }))).headers.get("location")!);
    expect(back.searchParams.get("state")).toBe("state-2");
    const parts = { app, host, redirectUri, verifier: "v", code: `${back.searchParams.get("code")}` }, done = await connect.finish(session, parts);
    if (done.is === "refused") throw new Error(done.says);
    expect(done.accounts).toMatchObject([{ account: fixture.account }]);
    const { account, credentials } = done.accounts[0]!;
    expect(await instagram.describe({ ...session, account, credentials })).toMatchObject({ can: ["publish", "pictures", "video", "read", "reply", "metrics"], missing: [{ ability: "remove" }], notes: expect.arrayContaining([expect.stringContaining("of 250 posts")]) });
    expect(await connect.finish(session, parts)).toMatchObject({ is: "refused", kind: "auth" });
  });
  test("the sign-in is renewed, and the new one works", async () => {
    const done = await instagram.refresh!(session, fixture);
    if (done.is === "refused") throw new Error(done.says);
    expect(done.credentials.access).not.toBe(fixture.credentials.access);
    expect(await instagram.describe({ ...session, credentials: done.credentials })).toMatchObject({ is: "described" });
  });
  test("one picture is fetched from the desk by parts, goes out, and reads back", async () => {
    const remote = await published({ text: TEXT, media: [picture("A sunscreen bottle")] });
    expect(served.asked.slice(-3)).toEqual(["HEAD whole", "GET bytes=0-19999", "GET bytes=20000-39999"]);
    expect(await instagram.readBack!(session, remote)).toMatchObject({ is: "read", text: TEXT, pictures: 1, url: expect.stringContaining("https://www.instagram.com/p/") });
    expect(there.world.effects).toMatchObject([{ network: "instagram", text: TEXT, pictures: 1 }]);
    expect(instagram.remove).toBeUndefined();
  });
  test("several are a carousel, in one post", async () => {
    expect(await instagram.readBack!(session, await published({ text: TEXT, media: [picture("One"), video(), picture()] }))).toMatchObject({ pictures: 3 });
    expect(there.world.effects).toHaveLength(1);
  });
  test("a video is a reel, and may take its time", async () => {
    there.fail({ on: "prepare", kind: "slow" });
    expect(await instagram.readBack!(session, await published({ text: TEXT, media: [video()] }))).toMatchObject({ text: TEXT, pictures: 0 });
  });
  test("what Instagram cannot take, or fetch, is refused before anybody sees it", async () => {
    for (const media of [[], [served.of(mediumOf({ type: "image/png" }))]]) expect(await instagram.prepare(session, outgoingOf({ media }), {})).toMatchObject({ is: "refused", kind: "content-invalid" });
    await expect(prepared(outgoingOf({ media: [{ ...mediumOf(), address: () => "http://127.0.0.1:1/nothing" }] }))).rejects.toThrow("whether networks can reach it. Then plan the post again.");
    await expect(prepared(outgoingOf({ media: [served.of(mediumOf({ size: 8_100_000 }))] }))).rejects.toThrow("does not take the picture");
    expect(there.world.effects).toEqual([]);
  });
  test.each([["429", "rate-limited"], ["500-before", "transient"], ["cut-before", "transient"], ["hang-before", "transient"], ["expired-token", "auth"], ["revoked-token", "auth"], ["permission", "permission"], ["invalid-media", "content-invalid"]] as [FaultKind, string][])("%s while preparing is %s", async (kind, meant) => {
    there.fail({ on: "prepare", kind });
    expect(await instagram.prepare(session, outgoingOf({ media: [picture()] }), {})).toMatchObject({ is: "refused", kind: meant });
  });
  test.each([["429", "rate-limited"], ["expired-token", "auth"], ["revoked-token", "auth"], ["permission", "permission"]] as [FaultKind, string][])("%s at the one call is a refusal: %s", async (kind, meant) => {
    const outgoing = outgoingOf({ media: [picture()] }), kept = await prepared(outgoing);
    there.fail({ on: "commit", kind });
    expect(await instagram.commit(session, outgoing, kept)).toMatchObject({ is: "refused", kind: meant });
    expect(there.world.effects).toEqual([]);
  });
  test.each([["500-before", 0], ["cut-before", 0], ["hang-before", 0], ["500-after", 1], ["cut-after", 1], ["hang-after", 1]] as [FaultKind, number][])("%s at the one call is unknown, and looking tells", async (kind, many) => {
    const outgoing = outgoingOf({ text: `${TEXT} ${kind} ${host}`, media: [picture(), picture()] }), kept = await prepared(outgoing);
    there.fail({ on: "commit", kind });
    expect(await instagram.commit(session, outgoing, kept)).toMatchObject({ is: "unknown" });
    const found = await instagram.reconcile(session, outgoing, kept, traceOf()), later = await instagram.reconcile(session, outgoing, kept, traceOf({ minutesAgo: 3 }));
    expect(there.world.effects).toHaveLength(many);
    const out = { is: "committed", remote: { id: there.world.effects[0]?.id } };
    // What is ready may be in the middle of being published, so that only a later look is believed.
    expect([found, later]).toMatchObject(many === 1 ? [out, out] : [{ is: "refused", kind: "transient", retryAt: expect.any(String) }, { is: "absent" }]);
  });
  test("comments and the answers under them come in, without our own, and are answered", async () => {
    const since = new Date(Date.now() - 60_000), remote = await published({ text: TEXT, media: [picture()] }), said = await instagram.incoming!(session, since);
    const under = said.is === "incoming" ? said.items.filter((one) => one.under === remote.id) : [];
    expect(under.map(({ author, text }) => [author, text])).toEqual([["somebody", "Do you take new patients?"], ["another", "I do hope so."]]);
    for (const one of under) expect(await instagram.reply!(session, one, "We do.", "k")).toMatchObject({ is: "committed" });
    there.fail({ on: "reply", kind: "cut-after" });
    expect(await instagram.reply!(session, under[0]!, "We do.", "k")).toMatchObject({ is: "unknown" });
  });
  test("a figure that is not known does not hide the others", async () => {
    expect(await instagram.metrics!(session, await published({ text: TEXT, media: [picture()] }))).toEqual({ is: "metrics", figures: { views: 90, reach: 60, likes: 12, replies: 3, saves: 4 } });
  });
});
