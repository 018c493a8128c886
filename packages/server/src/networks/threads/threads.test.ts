import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { serveMedia, type Served } from "../../../test-support/stand-ins/media-fetched.ts";
import { prepared as preparedOn } from "../../../test-support/stand-ins/flow.ts";
import { mediumOf, outgoingOf, sessionOn, traceOf } from "../../../test-support/stand-ins/session.ts";
import { type FaultKind, openStandIns, type OpenStandIns } from "../../../test-support/stand-ins/stand-in.ts";
import { threads as standIn, threadsFixture, threadsWithoutDelete } from "../../../test-support/stand-ins/threads.ts";
import type { Kept, Remote } from "../network.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { threads } from "./index.ts";

const TEXT = "Sunburn peels by itself. Leave it alone and drink water.";
let there: OpenStandIns, served: Served, session: Session;
beforeAll(async () => { there = await openStandIns([standIn]); served = await serveMedia(); });
beforeEach(() => { there.forget(); session = sessionOn(there, { ...threadsFixture, hosts: threads.hosts, timeoutMs: 1_000 }); });
afterAll(async () => { served.close(); await there.close(); });

const prepared = (outgoing: Outgoing): Promise<Kept> => preparedOn(threads, session, outgoing);
async function published(given: Partial<Outgoing>): Promise<Remote> {
  const outgoing = outgoingOf(given), ended = await threads.commit(session, outgoing, await prepared(outgoing));
  if (ended.is !== "committed") throw new Error(ended.says);
  return ended.remote;
}
const picture = (alt = "") => served.of(mediumOf({ alt }));

describe("signing in", () => {
  test("finds the account, and is renewed", async () => {
    const { connect } = threads, { app, redirectUri } = threadsFixture;
    if (connect.by !== "oauth") throw new Error("Threads signs in by OAuth.");
    const back = new URL((await session.fetch(await connect.address({ app, host: null, redirectUri, state: "state-3", verifier: "v" }))).headers.get("location")!);
    expect(back.searchParams.get("state")).toBe("state-3");
    const done = await connect.finish(session, { app, host: null, redirectUri, verifier: "v", code: `${back.searchParams.get("code")}#_` });
    if (done.is === "refused") throw new Error(done.says);
    expect(done.accounts).toMatchObject([{ account: threadsFixture.account }]);
    const { account, credentials } = done.accounts[0]!;
    const again = await threads.refresh!(session, { app, account, credentials });
    if (again.is === "refused") throw new Error(again.says);
    expect(again.credentials.access).not.toBe(credentials.access);
    expect(await threads.describe({ ...session, account, credentials: again.credentials })).toMatchObject({ can: ["publish", "pictures", "video", "read", "reply", "remove", "metrics"], missing: [] });
  });
  test("what was not granted is told before anybody writes", async () => {
    expect(await threads.describe({ ...session, ...threadsWithoutDelete })).toMatchObject({ missing: [{ ability: "remove", why: expect.stringContaining("threads_delete") }] });
  });
});

describe("publishing", () => {
  test("a text goes out, reads back, is taken down and is gone", async () => {
    const remote = await published({ text: TEXT });
    expect(await threads.readBack!(session, remote)).toMatchObject({ is: "read", text: TEXT, pictures: 0, url: expect.stringContaining("https://www.threads.net/") });
    expect(await threads.remove!({ ...session, ...threadsWithoutDelete }, remote)).toMatchObject({ is: "refused", kind: "permission" });
    expect(await threads.remove!(session, remote)).toEqual({ is: "removed" });
    expect(await threads.readBack!(session, remote)).toEqual({ is: "gone" });
  });
  test("one picture, and a carousel with a video that takes its time", async () => {
    expect(await threads.readBack!(session, await published({ text: TEXT, media: [picture("A glass of water")] }))).toMatchObject({ pictures: 1 });
    there.fail({ on: "prepare", kind: "slow" });
    expect(await threads.readBack!(session, await published({ text: TEXT, media: [picture(), served.of(mediumOf({ type: "video/mp4" })), picture()] }))).toMatchObject({ pictures: 3 });
    expect(there.world.effects.map(({ pictures }) => pictures)).toEqual([1, 3]);
  });
  test("what Threads cannot take, or fetch, is refused before anybody sees it", async () => {
    expect(await threads.prepare(session, outgoingOf({ text: "😀".repeat(126) }), {})).toMatchObject({ kind: "content-invalid", says: expect.stringContaining("504") });
    await expect(prepared(outgoingOf({ media: [{ ...mediumOf(), address: () => "http://127.0.0.1:1/nothing" }] }))).rejects.toThrow("could not fetch");
    await expect(prepared(outgoingOf({ media: [served.of(mediumOf({ size: 8_100_000 }))] }))).rejects.toThrow("does not take the picture");
    expect(there.world.effects).toEqual([]);
  });
});

describe("when something fails", () => {
  test.each([["429", "rate-limited"], ["500-before", "transient"], ["cut-before", "transient"], ["hang-before", "transient"], ["expired-token", "auth"], ["revoked-token", "auth"], ["permission", "permission"], ["invalid-media", "content-invalid"]] as [FaultKind, string][])("%s while preparing is %s", async (kind, meant) => {
    there.fail({ on: "prepare", kind });
    expect(await threads.prepare(session, outgoingOf(), {})).toMatchObject({ is: "refused", kind: meant });
  });
  test.each([["429", "rate-limited"], ["expired-token", "auth"], ["revoked-token", "auth"], ["permission", "permission"]] as [FaultKind, string][])("%s at the one call is a refusal: %s", async (kind, meant) => {
    const outgoing = outgoingOf(), kept = await prepared(outgoing);
    there.fail({ on: "commit", kind });
    expect(await threads.commit(session, outgoing, kept)).toMatchObject({ is: "refused", kind: meant });
    expect(there.world.effects).toEqual([]);
  });
  test.each([["500-before", 0], ["cut-before", 0], ["hang-before", 0], ["500-after", 1], ["cut-after", 1], ["hang-after", 1]] as [FaultKind, number][])("%s at the one call is unknown, and looking tells", async (kind, many) => {
    const outgoing = outgoingOf({ text: `${TEXT} ${kind}` }), kept = await prepared(outgoing);
    there.fail({ on: "commit", kind });
    expect(await threads.commit(session, outgoing, kept)).toMatchObject({ is: "unknown" });
    const found = await threads.reconcile(session, outgoing, kept, traceOf()), later = await threads.reconcile(session, outgoing, kept, traceOf({ minutesAgo: 3 }));
    expect(there.world.effects).toHaveLength(many);
    const out = { is: "committed", remote: { id: there.world.effects[0]?.id } };
    // What is ready may be in the middle of being published, so that only a later look is believed.
    expect([found, later]).toMatchObject(many === 1 ? [out, out] : [{ is: "refused", kind: "transient", retryAt: expect.any(String) }, { is: "absent" }]);
  });
  test("a container that Threads does not find yet is a passing thing", async () => {
    const outgoing = outgoingOf(), first = await threads.prepare(session, outgoing, {});
    if (first.is === "refused") throw new Error(first.says);
    expect(await threads.commit(session, outgoing, first.kept)).toMatchObject({ is: "refused", kind: "transient", code: "24/4279009" });
  });
});

describe("what others say", () => {
  test("answers come in without our own, and are answered once", async () => {
    const since = new Date(Date.now() - 60_000), remote = await published({ text: TEXT }), read = async () => { const said = await threads.incoming!(session, since); return said.is === "incoming" ? said.items.filter(({ under }) => under === remote.id) : []; };
    const [said] = await read();
    expect(said).toMatchObject({ author: "somebody", text: "Do you take new patients?", mayReply: true });
    expect(await threads.reply!(session, said!, "We do.", "k")).toMatchObject({ is: "committed" });
    expect(await read()).toHaveLength(1);
    there.fail({ on: "reply", kind: "cut-after" });
    expect(await threads.reply!(session, said!, "We do.", "k")).toMatchObject({ is: "unknown" });
  });
  test("figures", async () => {
    expect(await threads.metrics!(session, await published({ text: TEXT }))).toEqual({ is: "metrics", figures: { views: 200, likes: 20, replies: 2, reposts: 4 } });
  });
});
