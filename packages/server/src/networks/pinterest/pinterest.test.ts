import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { pinterestFixture, pinterestStandIn } from "../../../test-support/stand-ins/pinterest.ts";
import { prepared as preparedOn } from "../../../test-support/stand-ins/flow.ts";
import { mediumOf, outgoingOf, sessionOn, traceOf } from "../../../test-support/stand-ins/session.ts";
import { type FaultKind, openStandIns, type OpenStandIns } from "../../../test-support/stand-ins/stand-in.ts";
import type { OAuth } from "../connect.ts";
import type { Kept } from "../network.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import type { OtherPost } from "../trace.ts";
import { pinterest } from "./index.ts";

let standIns: OpenStandIns, session: Session, later: Session;
beforeAll(async () => {
  standIns = await openStandIns([pinterestStandIn]);
  session = sessionOn(standIns, pinterestFixture);
  later = { ...session, now: () => new Date(Date.now() + 300_000) };
});
afterEach(() => standIns.forget());
afterAll(() => standIns.close());

const settings = { board: pinterestFixture.board };
const pin = (given: Partial<Outgoing> = {}): Outgoing => outgoingOf({ title: "Sunscreen, every two hours", link: "https://seapine.com/sun", settings, media: [mediumOf({ alt: "A bottle of sunscreen" })], ...given });

const prepared = (outgoing: Outgoing): Promise<Kept> => preparedOn(pinterest, session, outgoing);
async function posted(outgoing: Outgoing): Promise<{ id: string; url: string | null }> {
  const done = await pinterest.commit(session, outgoing, await prepared(outgoing));
  if (done.is !== "committed") throw new Error(done.says);
  return done.remote;
}

test("the person allows it, the account is named, and the sign-in is renewed with a new refresh token each time", async () => {
  const connect = pinterest.connect as OAuth, parts = { app: pinterestFixture.app, host: null, redirectUri: pinterestFixture.redirectUri, verifier: "v".repeat(64) };
  const back = new URL((await session.fetch(await connect.address({ ...parts, state: "of-this-person" }))).headers.get("location")!), code = back.searchParams.get("code")!;
  expect(back.searchParams.get("state")).toBe("of-this-person");
  const connected = await connect.finish(session, { ...parts, code });
  if (connected.is === "refused") throw new Error(connected.says);
  const [{ account, credentials }] = connected.accounts as [typeof connected.accounts[number]];
  expect([account.handle, account.id]).toEqual(["seapinederm", pinterestFixture.account.id]);
  expect(await connect.finish(session, { ...parts, code })).toMatchObject({ is: "refused", kind: "auth" });
  const renewed = await pinterest.refresh!(session, { app: parts.app, account, credentials });
  if (renewed.is === "refused") throw new Error(renewed.says);
  expect(renewed.credentials.refresh).not.toBe(credentials.refresh);
  expect(await pinterest.refresh!(session, { app: parts.app, account, credentials })).toMatchObject({ is: "refused", kind: "auth" });
  expect(await pinterest.describe({ ...session, credentials: renewed.credentials })).toMatchObject({ is: "described", missing: [], choices: { board: [{ label: "Sun and skin" }, { label: "Only for us" }] } });
});

describe("a pin", () => {
  test.each([1, 2, 5])("with %i pictures goes out and reads as it was sent", async (pictures) => {
    const outgoing = pin({ media: Array.from({ length: pictures }, () => mediumOf({ alt: "Sunscreen" })) }), remote = await posted(outgoing);
    expect(await pinterest.readBack!(session, remote)).toEqual({ is: "read", text: outgoing.text, url: remote.url, isPublic: true, pictures });
  });
  test("with a video waits until Pinterest is done with it", async () => {
    standIns.fail({ on: "prepare", kind: "slow" });
    for (const media of [[mediumOf({ type: "video/mp4" })], [mediumOf({ type: "video/mp4" }), mediumOf()]]) expect(await pinterest.readBack!(session, await posted(pin({ media })))).toMatchObject({ is: "read", pictures: 0 });
  });
  test("keeps no signature of an upload", async () => { expect(JSON.stringify(await pinterest.prepare(session, pin({ media: [mediumOf({ type: "video/mp4" })] }), {}))).not.toContain("signed"); });
  test("whose video cannot be used is refused", async () => {
    const outgoing = pin({ media: [mediumOf({ type: "video/mp4" })] }), uploaded = await pinterest.prepare(session, outgoing, {});
    if (uploaded.is !== "waiting") throw new Error(uploaded.is);
    standIns.fail({ on: "prepare", kind: "invalid-media" });
    expect(await pinterest.prepare(session, outgoing, {})).toMatchObject({ is: "refused", kind: "content-invalid" });
  });
  test.each<[string, Partial<Outgoing>]>([["no board", { settings: {} }], ["no picture", { media: [] }], ["six pictures", { media: Array.from({ length: 6 }, () => mediumOf()) }], ["a WebP", { media: [mediumOf({ type: "image/webp" })] }], ["a long text", { text: "a".repeat(801) }], ["a long title", { title: "a".repeat(101) }], ["long descriptions", { media: [mediumOf({ alt: "a".repeat(501) })] }]])(
    "with %s is refused before anything is sent", async (_, given) => { expect(await pinterest.prepare(session, pin(given), {})).toMatchObject({ is: "refused", kind: "content-invalid" }); });
  test("on a board that is gone is refused", async () => { expect(await pinterest.commit(session, pin({ settings: { board: "1" } }), {})).toMatchObject({ is: "refused", kind: "content-invalid" }); });
  test("on a secret board is not public", async () => { expect(await pinterest.readBack!(session, await posted(pin({ settings: { board: "549755885176" } })))).toMatchObject({ isPublic: false }); });
  test("has figures, is taken down, and is gone then", async () => {
    const remote = await posted(pin());
    expect(await pinterest.metrics!(session, remote)).toEqual({ is: "metrics", figures: { views: 240, clicks: 20, saves: 12, replies: 1, likes: 7 } });
    for (const _ of [1, 2]) expect(await pinterest.remove!(session, remote)).toEqual({ is: "removed" });
    expect(await pinterest.readBack!(session, remote)).toEqual({ is: "gone" });
  });
});

describe("when something fails", () => {
  test.each<[FaultKind, object]>([
    ["429", { is: "refused", kind: "rate-limited", retryAt: expect.any(String) as string }], ["expired-token", { is: "refused", kind: "auth" }], ["revoked-token", { is: "refused", kind: "auth" }], ["permission", { is: "refused", kind: "permission" }],
    ["invalid-media", { is: "refused", kind: "content-invalid" }], ["500-before", { is: "unknown" }], ["500-after", { is: "unknown" }], ["cut-before", { is: "unknown" }], ["cut-after", { is: "unknown" }],
  ])("posting under %s ends as it should, and the look afterwards tells", async (kind, expected) => {
    const outgoing = pin({ text: `Hats help too. ${kind}` }), kept = await prepared(outgoing);
    standIns.fail({ on: "commit", kind });
    expect(await pinterest.commit(session, outgoing, kept)).toMatchObject(expected);
    const isOut = kind.endsWith("-after");
    expect(await pinterest.reconcile(session, outgoing, kept, traceOf())).toMatchObject(isOut ? { is: "committed" } : { is: "refused", kind: "transient", retryAt: expect.any(String) as string });
    expect(await pinterest.reconcile(later, outgoing, kept, traceOf())).toMatchObject({ is: isOut ? "committed" : "absent" });
    expect(standIns.world.effects).toHaveLength(isOut ? 1 : 0);
  });
  test.each<[FaultKind, string]>([["429", "rate-limited"], ["500-before", "transient"], ["cut-before", "transient"], ["expired-token", "auth"], ["permission", "permission"]])("preparing a video under %s is %s", async (kind, expected) => {
    standIns.fail({ on: "prepare", kind });
    expect(await pinterest.prepare(session, pin({ media: [mediumOf({ type: "video/mp4" })] }), {})).toMatchObject({ is: "refused", kind: expected });
  });
  test("what could be another pin of the practice is not taken for this one", async () => {
    const outgoing = pin({ text: "Hats, again." }), { id, url } = await posted(outgoing), other = { text: "Hats, again.", id: null, url: null, startedAt: outgoing.startedAt }, looked = (one: Partial<OtherPost>) => pinterest.reconcile(later, outgoing, {}, traceOf({ others: [{ ...other, ...one }] }));
    expect([await looked({ id }), await looked({ url })]).toEqual([{ is: "absent" }, { is: "absent" }]);
    expect(await looked({})).toMatchObject({ is: "cannot-tell", says: expect.stringContaining("could be another one") });
    expect(await looked({ text: "Gloves." })).toMatchObject({ is: "committed", remote: { id } });
  });
  test("the same words on another day are another pin", async () => {
    await posted(pin({ text: "Sunscreen, again." }));
    const next = new Date(Date.now() + 86_400_000), outgoing = pin({ text: "Sunscreen, again.", startedAt: next.toISOString() });
    expect(await pinterest.reconcile({ ...session, now: () => new Date(next.getTime() + 300_000) }, outgoing, {}, traceOf())).toEqual({ is: "absent" });
  });
});
