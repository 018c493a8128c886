import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { prepared as preparedOn } from "../../../test-support/stand-ins/flow.ts";
import { mediumOf, outgoingOf, sessionOn, traceOf } from "../../../test-support/stand-ins/session.ts";
import { type FaultKind, type OpenStandIns, openStandIns } from "../../../test-support/stand-ins/stand-in.ts";
import { xFixture, xStandIn } from "../../../test-support/stand-ins/x.ts";
import type { Kept } from "../network.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { xRefusal } from "./errors.ts";
import { x } from "./index.ts";

const standIn = xStandIn();
let open: OpenStandIns, session: Session, count = 0;
beforeAll(async () => { open = await openStandIns([standIn]); session = sessionOn(open, { ...xFixture, timeoutMs: 20_000 }); });
afterAll(() => open.close());
beforeEach(() => open.forget());

const fresh = (): string => `Sunscreen works best when it is put on again every ${++count} minutes.`;
const prepared = (outgoing: Outgoing): Promise<Kept> => preparedOn(x, session, outgoing);
const publish = async (outgoing: Outgoing): Promise<Awaited<ReturnType<typeof x.commit>>> => x.commit(session, outgoing, await prepared(outgoing));

test("signing in leads from X’s page to an account, and each refresh brings a new pair", async () => {
  if (x.connect.by !== "oauth") throw new Error("X signs in by OAuth.");
  const { app } = xFixture, redirectUri = "https://desk.example.com/connected", verifier = "v".repeat(43), asking = session;
  const page = await session.fetch(await x.connect.address({ app, host: null, redirectUri, state: "s1", verifier }));
  const back = new URL(page.headers.get("location")!), code = back.searchParams.get("code")!;
  expect(back.searchParams.get("state")).toBe("s1");
  const done = await x.connect.finish(asking, { app, host: null, redirectUri, verifier, code });
  if (done.is !== "connected") throw new Error(done.says);
  const { account, credentials } = done.accounts[0]!;
  expect(account).toEqual(xFixture.account);
  const renewed = await x.refresh!(asking, { app, account, credentials });
  if (renewed.is !== "refreshed") throw new Error(renewed.says);
  expect(renewed.credentials.refresh).not.toBe(credentials.refresh);
  expect(await x.refresh!(asking, { app, account, credentials })).toMatchObject({ is: "refused", kind: "auth" });
  expect(await x.connect.finish(asking, { app, host: null, redirectUri, verifier, code })).toMatchObject({ is: "refused", kind: "auth" });
});

test("a post with an address and signs goes out once, and reads back as it was written", async () => {
  const outgoing = outgoingOf({ text: `Skin & sun: https://seapine.example/summer?a=1&b=2 < 5 minutes #${++count}a`, settings: { made_with_ai: true, reply_settings: "following" } });
  const sent = await publish(outgoing);
  if (sent.is !== "committed") throw new Error(sent.says);
  expect(standIn.settingsOf(sent.remote.id)).toMatchObject({ made_with_ai: true, reply_settings: "following" });
  expect(await x.readBack!(session, sent.remote)).toEqual({ is: "read", text: outgoing.text, url: sent.remote.url, isPublic: true, pictures: 0 });
  expect(await x.reconcile(session, outgoing, {}, traceOf())).toMatchObject({ is: "committed", remote: { id: sent.remote.id } });
  expect(await x.metrics!(session, sent.remote)).toEqual({ is: "metrics", figures: { views: 140, likes: 5, replies: 2, reposts: 2, saves: 1 } });
  expect(await x.remove!(session, sent.remote)).toEqual({ is: "removed" });
  expect(await x.readBack!(session, sent.remote)).toEqual({ is: "gone" });
  expect(open.world.effects.map(({ isRemoved }) => isRemoved)).toEqual([true]);
});

test("pictures carry their descriptions; slow work is waited for", async () => {
  open.fail({ on: "prepare", kind: "slow" });
  const outgoing = outgoingOf({ text: fresh(), media: [mediumOf({ size: 2_500_000, alt: "A hand with sunscreen." }), mediumOf({ type: "image/png", alt: "A hat." })] });
  const sent = await publish(outgoing);
  if (sent.is !== "committed") throw new Error(sent.says);
  expect(standIn.alts()).toEqual(["A hand with sunscreen.", "A hat."]);
  expect(await x.readBack!(session, sent.remote)).toMatchObject({ text: outgoing.text, pictures: 2 });
});

test("a video goes up in parts, over several turns, and is found again by its key when there are no words", async () => {
  const outgoing = outgoingOf({ text: "", media: [mediumOf({ type: "video/mp4", size: 18 * 1024 * 1024 + 5 })] });
  expect(await x.prepare(session, outgoing, {})).toMatchObject({ is: "waiting", seconds: 0 });
  const kept = await prepared(outgoing);
  // The bytes count up, so that a part in the wrong place shows.
  expect(standIn.arrived().every((byte, at) => byte === at % 251)).toBe(true);
  open.fail({ on: "commit", kind: "cut-after" });
  expect(await x.commit(session, outgoing, kept)).toMatchObject({ is: "unknown" });
  expect(await x.reconcile(session, outgoing, kept, traceOf())).toMatchObject({ is: "committed", remote: { id: open.world.effects[0]!.id } });
  expect(await x.prepare(session, outgoingOf({ media: [...outgoing.media, mediumOf()] }), {})).toMatchObject({ is: "refused", kind: "content-invalid" });
}, 60_000);

test.each<[FaultKind, object]>([
  ["429", { is: "refused", kind: "rate-limited" }], ["500-before", { is: "unknown" }], ["500-after", { is: "unknown" }], ["cut-before", { is: "unknown" }], ["cut-after", { is: "unknown" }], ["hang-after", { is: "unknown" }],
  ["expired-token", { is: "refused", kind: "auth" }], ["revoked-token", { is: "refused", kind: "auth" }], ["permission", { is: "refused", kind: "permission" }], ["invalid-media", { is: "refused", kind: "content-invalid" }],
])("%s on the one call", async (kind, outcome) => {
  const outgoing = outgoingOf({ text: fresh() });
  open.fail({ on: "commit", kind });
  const impatient = sessionOn(open, { ...xFixture, timeoutMs: 2_000 });
  expect(await x.commit(impatient, outgoing, {})).toMatchObject(outcome);
  const happened = kind.endsWith("after");
  expect(open.world.effects).toHaveLength(happened ? 1 : 0);
  expect((await x.reconcile(session, outgoing, {}, traceOf())).is).toBe(happened ? "committed" : "absent");
});

test.each<[FaultKind, string]>([["429", "rate-limited"], ["500-before", "transient"], ["cut-before", "transient"], ["expired-token", "auth"], ["permission", "permission"]])("%s while preparing", async (kind, outcome) => {
  open.fail({ on: "prepare", kind });
  expect(await x.prepare(session, outgoingOf({ media: [mediumOf()] }), {})).toMatchObject({ is: "refused", kind: outcome });
});

test("the same text from before this publication is not taken for it; X refuses it as a double", async () => {
  const outgoing = outgoingOf({ text: fresh() });
  await publish(outgoing);
  expect(await x.reconcile(session, { ...outgoing, startedAt: new Date(Date.now() + 600_000).toISOString() }, {}, traceOf())).toEqual({ is: "absent" });
  expect(await publish(outgoing)).toMatchObject({ is: "refused", kind: "content-rejected", code: "duplicate" });
});

test("a mention is listed and answered; nobody else is", async () => {
  const id = standIn.mention("Is @seapinederm open on Friday?");
  const listed = await x.incoming!(session, new Date(Date.now() - 60_000));
  if (listed.is !== "incoming") throw new Error(listed.says);
  const item = listed.items.find((one) => one.id === id)!;
  expect(item).toMatchObject({ kind: "mention", author: "@ana_reads", text: "Is @seapinederm open on Friday?", mayReply: true });
  open.fail({ on: "reply", kind: "cut-before" });
  expect(await x.reply!(session, item, "We are, from 8 to 4.", "k")).toMatchObject({ is: "unknown" });
  expect(await x.reply!(session, item, "We are, from 8 to 4.", "k")).toMatchObject({ is: "committed" });
  expect(await x.reply!(session, { ...item, id: standIn.mention("Nice weather") }, "Indeed it is.", "k")).toMatchObject({ is: "refused", kind: "permission", code: "reply-restricted" });
});

test("the account says what it may do and what it costs; empty credits are named", async () => {
  expect(await x.describe(session)).toMatchObject({ is: "described", missing: [] });
  expect(await x.describe({ ...session, credentials: { ...session.credentials, scopes: ["tweet.read"] } })).toMatchObject({ can: ["read", "metrics"] });
  expect(xRefusal({ is: "answer", status: 402, headers: new Headers(), body: { title: "CreditsDepleted" } }, new Date())).toMatchObject({ kind: "permission", code: "credits" });
  open.fail({ on: "describe", kind: "revoked-token" });
  expect(await x.describe(session)).toMatchObject({ is: "refused", kind: "auth" });
});
