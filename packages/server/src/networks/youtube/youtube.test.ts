import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { prepared, published, signedIn } from "../../../test-support/stand-ins/flow.ts";
import { mediumOf, outgoingOf, sessionOn, traceOf } from "../../../test-support/stand-ins/session.ts";
import { type FaultKind, type OpenStandIns, openStandIns } from "../../../test-support/stand-ins/stand-in.ts";
import { youtubeFixture, youtubeStandIn } from "../../../test-support/stand-ins/youtube.ts";
import type { Incoming } from "../network.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { youtube as network } from "./index.ts";
import { PART } from "./upload.ts";

let standIns: OpenStandIns, session: Session;
/** Gives up soon where the other side never answers. */
const hasty = (kind: FaultKind): Session => kind.startsWith("hang") ? sessionOn(standIns, { ...youtubeFixture, hosts: network.hosts, timeoutMs: 1_500 }) : session;
beforeAll(async () => {
  standIns = await openStandIns([youtubeStandIn]);
  session = sessionOn(standIns, { ...youtubeFixture, hosts: network.hosts, timeoutMs: 20_000 });
});
afterEach(() => standIns.forget());
afterAll(() => standIns.close());

const video = (size = 300_000) => mediumOf({ type: "video/mp4", size });
let day = 0;
const post = (more: Parameters<typeof outgoingOf>[0] = {}) => outgoingOf({ title: `How sunscreen is put on, part ${++day}`, media: [video()], settings: youtubeFixture.settings, ...more });
const forgetUploads = () => fetch(`${standIns.address}/www.googleapis.com/stand-in/forget-uploads`, { method: "POST" });

describe("signing in", () => {
  test("opens the channel; a renewed sign-in keeps its refresh token", async () => {
    const connected = await signedIn(network, session, youtubeFixture.app);
    if (connected.is === "refused") throw new Error(connected.says);
    const { account, credentials } = connected.accounts[0]!;
    expect(account).toEqual(youtubeFixture.account);
    expect(credentials.scopes).toEqual(youtubeFixture.credentials.scopes);
    expect(await network.refresh!(session, { app: youtubeFixture.app, account, credentials })).toMatchObject({ is: "refreshed", credentials: { refresh: null } });
  });
  test("tells what was not ticked, and what is private until an audit", async () => {
    const partly = { ...session, credentials: { ...session.credentials, scopes: youtubeFixture.credentials.scopes.slice(0, 2) } };
    expect(await network.describe(session)).toMatchObject({ is: "described", missing: [], notes: expect.arrayContaining([expect.stringContaining("audited")]) });
    expect(await network.describe(partly)).toMatchObject({ can: ["publish", "video", "metrics"], missing: [{ ability: "read" }, { ability: "reply" }, { ability: "remove" }] });
  });
});

describe("a video", () => {
  test("in many parts goes out whole, reads the same, is counted, and is taken down", async () => {
    const outgoing = post({ media: [video(PART * 6 + 1234)] }), kept = await prepared(network, session, outgoing);
    expect(kept["from"]).toBe(PART * 6);
    expect(standIns.world.effects).toEqual([]);
    const committed = await network.commit(session, outgoing, kept);
    if (committed.is !== "committed") throw new Error(committed.says);
    const sent = createHash("sha256").update(await outgoing.media[0]!.bytes()).digest("hex");
    expect(await (await fetch(`${standIns.address}/www.googleapis.com/stand-in/sha256/${committed.remote.id}`)).text()).toBe(sent);
    expect(await network.readBack!(session, committed.remote)).toEqual({ is: "read", text: outgoing.text, url: committed.remote.url, isPublic: true, pictures: null });
    expect(await network.metrics!(session, committed.remote)).toEqual({ is: "metrics", figures: { views: 12, likes: 3, replies: 1 } });
    expect(standIns.world.effects).toMatchObject([{ text: outgoing.text, isRemoved: false }]);
    expect(await network.remove!(session, committed.remote)).toEqual({ is: "removed" });
    expect(await network.readBack!(session, committed.remote)).toEqual({ is: "gone" });
    expect(standIns.world.effects).toMatchObject([{ isRemoved: true }]);
  });
  test("that is private is shown to nobody", async () => {
    const committed = await published(network, session, post({ settings: { privacyStatus: "private", madeForKids: true } }));
    if (committed.is !== "committed") throw new Error(committed.says);
    expect(await network.readBack!(session, committed.remote)).toMatchObject({ is: "read", isPublic: false });
    expect(standIns.world.effects).toEqual([]);
  });
  test.each([
    ["without a title", { title: " " }], ["with too long a title", { title: "a".repeat(101) }], ["with a bracket in the text", { text: "Clear <b>skin</b>" }],
    ["that is a picture", { media: [mediumOf()] }], ["that are two", { media: [video(), video()] }], ["with 5,001 bytes of text", { text: "ñ".repeat(2_501) }],
    ["with an audience that YouTube does not know", { settings: { privacyStatus: "friends", madeForKids: "no" } }],
  ])("%s is not sent", async (_, more) => { expect(await network.prepare(session, post(more), {})).toMatchObject({ is: "refused", kind: "content-invalid" }); });
  test("that nobody chose an audience for is not sent, nor one of which nobody said whether it is for children", async () => {
    const says = async (settings: Outgoing["settings"]) => { const outcome = await network.prepare(session, post({ settings }), {}); return outcome.is === "refused" ? outcome.says : outcome.is; };
    for (const settings of [{}, { madeForKids: "no" }, { privacyStatus: "", madeForKids: "no" }]) expect(await says(settings)).toBe("YouTube wants a choice of who may see the video. Choose one.");
    for (const more of [{}, { madeForKids: "" }, { madeForKids: "perhaps" }]) expect(await says({ privacyStatus: "public", ...more })).toBe("YouTube wants to know whether the video is made for children. Choose yes or no.");
    for (const madeForKids of [true, false, "yes", "no"]) expect(await says({ privacyStatus: "public", madeForKids })).toBe("waiting");
  });
  test("goes on where a cut upload stopped, and begins anew where the upload has ended", async () => {
    const outgoing = post({ media: [video(PART * 3)] }), opened = await network.prepare(session, outgoing, {});
    if (opened.is !== "waiting") throw new Error(opened.is);
    standIns.fail({ on: "prepare", kind: "cut-after" });
    expect(await network.prepare(session, outgoing, opened.kept)).toMatchObject({ is: "refused", kind: "transient" });
    expect(await network.prepare(session, outgoing, opened.kept)).toMatchObject({ is: "prepared", kept: { upload: opened.kept["upload"], from: PART * 2 } });
    await forgetUploads();
    expect(await network.prepare(session, outgoing, opened.kept)).toMatchObject({ is: "waiting", kept: { upload: expect.not.stringMatching(String(opened.kept["upload"]).slice(-8)) } });
  });
});

describe("when it goes wrong", () => {
  test.each<[FaultKind, object]>([
    ["429", { is: "refused", kind: "rate-limited", retryAt: expect.any(String) }], ["expired-token", { is: "refused", kind: "auth" }], ["revoked-token", { is: "refused", kind: "auth" }],
    ["permission", { is: "refused", kind: "permission" }], ["invalid-media", { is: "refused", kind: "content-invalid" }], ["500-before", { is: "unknown" }], ["500-after", { is: "unknown" }],
    ["cut-before", { is: "unknown" }], ["cut-after", { is: "unknown" }], ["hang-before", { is: "unknown" }], ["hang-after", { is: "unknown" }],
  ])("%s on the irreversible call ends as it should", async (kind, outcome) => {
    const outgoing = post(), kept = await prepared(network, session, outgoing), happened = kind.endsWith("-after");
    standIns.fail({ on: "commit", kind });
    expect(await network.commit(hasty(kind), outgoing, kept)).toMatchObject(outcome);
    expect(await network.reconcile(session, outgoing, kept, traceOf())).toMatchObject(happened ? { is: "committed", remote: { url: expect.stringContaining("watch?v=video-") } } : { is: "absent" });
    expect(standIns.world.effects).toHaveLength(happened ? 1 : 0);
    // Even somebody who sends the end of the same upload once more makes no second video.
    expect(await network.commit(session, outgoing, kept)).toMatchObject({ is: "committed" });
    expect(await network.prepare(session, outgoing, kept)).toMatchObject({ is: "prepared", kept: { video: { id: expect.any(String) } } });
    expect(standIns.world.effects).toHaveLength(1);
  });
  test("an upload that has ended is looked for among the channel’s videos, by words and time", async () => {
    const outgoing = post(), kept = await prepared(network, session, outgoing);
    standIns.fail({ on: "commit", kind: "cut-after" });
    await network.commit(session, outgoing, kept);
    await forgetUploads();
    expect(await network.reconcile(session, outgoing, kept, traceOf())).toMatchObject({ is: "committed" });
    expect(await network.reconcile(session, { ...outgoing, startedAt: new Date(Date.now() + 86_400_000).toISOString() }, kept, traceOf())).toMatchObject({ is: "cannot-tell" });
  });
  test("a used-up quota comes back at midnight in California", async () => {
    const refusing = { ...session, now: () => new Date("2026-11-24T16:00:00Z"), fetch: async () => Response.json({ error: { code: 403, errors: [{ reason: "quotaExceeded" }] } }, { status: 403 }) };
    expect(await network.prepare(refusing, post(), {})).toMatchObject({ is: "refused", kind: "rate-limited", retryAt: "2026-11-25T08:00:00.000Z" });
  });
});

describe("comments", () => {
  test("come in, are answered, and the channel’s own are not among them", async () => {
    const { items } = await network.incoming!(session, new Date("2026-11-01T00:00:00Z")) as { items: Incoming[] };
    expect(items).toMatchObject([{ id: "comment-1", kind: "comment", author: "@visitor", under: "video-1", mayReply: true }]);
    expect(await network.reply!(session, items[0]!, "It is named in the text below the video.", "1")).toMatchObject({ is: "committed", remote: { id: expect.stringContaining("comment-1.") } });
    expect(await network.incoming!(session, new Date(0))).toMatchObject({ items: [{ id: "comment-1" }] });
    standIns.fail({ on: "reply", kind: "cut-after" });
    expect(await network.reply!(session, items[0]!, "It is named below.", "2")).toMatchObject({ is: "unknown" });
  });
});
