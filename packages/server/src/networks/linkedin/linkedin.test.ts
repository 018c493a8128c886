import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { prepared, published } from "../../../test-support/stand-ins/flow.ts";
import { linkedinFixture, linkedinMemberFixture, linkedinStandIn } from "../../../test-support/stand-ins/linkedin.ts";
import { mediumOf, outgoingOf, sessionOn, traceOf } from "../../../test-support/stand-ins/session.ts";
import { type FaultKind, type OpenStandIns, openStandIns } from "../../../test-support/stand-ins/stand-in.ts";
import type { Connected } from "../connect.ts";
import type { Refused } from "../outcome.ts";
import type { DeveloperApp, Session } from "../session.ts";
import { PAGES } from "./connect.ts";
import { linkedinRefusal } from "./errors.ts";
import { linkedin } from "./index.ts";

const standIn = linkedinStandIn();
let open: OpenStandIns, page: Session, member: Session, count = 0;
beforeAll(async () => { open = await openStandIns([standIn]); page = sessionOn(open, { ...linkedinFixture, timeoutMs: 20_000 }); member = sessionOn(open, { ...linkedinMemberFixture, timeoutMs: 20_000 }); });
afterAll(() => open.close());
beforeEach(() => open.forget());
const fresh = (): string => `Flu shots (no appointment needed) from ${++count} October. Ask @ the desk #FluShot`;

async function signIn(app: DeveloperApp, host: string | null): Promise<Connected | Refused> {
  if (linkedin.connect.by !== "oauth") throw new Error("LinkedIn signs in by OAuth.");
  const redirectUri = "https://desk.example.com/connected", verifier = "v".repeat(43);
  const answer = await page.fetch(await linkedin.connect.address({ app, host, redirectUri, state: "s1", verifier })), back = new URL(answer.headers.get("location")!);
  expect(back.searchParams.get("state")).toBe("s1");
  return linkedin.connect.finish(page, { app, host, redirectUri, verifier, code: back.searchParams.get("code") ?? "" });
}

test("an app for profiles opens the person’s own posts, without a renewal", async () => {
  const done = await signIn(linkedinMemberFixture.app, null);
  expect(done).toMatchObject({ is: "connected", accounts: [{ account: linkedinMemberFixture.account, credentials: { refresh: null, scopes: linkedinMemberFixture.credentials.scopes } }] });
  expect(await linkedin.refresh!(page, linkedinMemberFixture)).toMatchObject({ is: "refused", kind: "auth" });
  expect(await signIn(linkedinMemberFixture.app, PAGES)).toMatchObject({ is: "refused", kind: "auth" });
});

test("a reviewed app opens the pages that the person may post for, and the person; it can be renewed", async () => {
  const done = await signIn(linkedinFixture.app, PAGES);
  if (done.is !== "connected") throw new Error(done.says);
  expect(done.accounts.map(({ account }) => account.more["urn"])).toEqual([linkedinFixture.account.id, linkedinMemberFixture.account.id]);
  expect(done.accounts[0]!.account).toEqual(linkedinFixture.account);
  expect(await linkedin.refresh!(page, { app: linkedinFixture.app, ...done.accounts[0]! })).toMatchObject({ is: "refreshed", credentials: { refresh: "li-refresh" } });
});

test("a post with every reserved character goes out whole, is found, reads back, and is taken down", async () => {
  const outgoing = outgoingOf({ text: "Q&A (Tue) [free] {all} <you> *stars* _lines_ ~5 | \\o/ @us #FluShot #1" });
  const sent = await published(linkedin, page, outgoing);
  if (sent.is !== "committed") throw new Error(sent.says);
  expect(open.world.effects.map(({ text }) => text)).toEqual([outgoing.text]);
  expect(await linkedin.readBack!(page, sent.remote)).toEqual({ is: "read", text: outgoing.text, url: sent.remote.url, isPublic: true, pictures: 0 });
  expect(await linkedin.reconcile(page, outgoing, {}, traceOf())).toMatchObject({ is: "committed", remote: { id: sent.remote.id } });
  expect(await linkedin.reconcile(page, { ...outgoing, startedAt: new Date(Date.now() + 600_000).toISOString() }, {}, traceOf())).toEqual({ is: "absent" });
  expect(await linkedin.metrics!(page, sent.remote)).toEqual({ is: "metrics", figures: { views: 90, reach: 70, likes: 4, replies: 2, reposts: 1, clicks: 6 } });
  expect(await published(linkedin, page, outgoing)).toMatchObject({ is: "refused", kind: "content-invalid", code: "DUPLICATE_POST" });
  expect(await linkedin.remove!(page, sent.remote)).toEqual({ is: "removed" });
  expect(await linkedin.readBack!(page, sent.remote)).toEqual({ is: "gone" });
});

test("pictures carry their descriptions, one or several; slow work is waited for", async () => {
  open.fail({ on: "prepare", kind: "slow" });
  const one = await published(linkedin, page, outgoingOf({ text: fresh(), media: [mediumOf({ alt: "A hat." })] }));
  const two = await published(linkedin, page, outgoingOf({ text: fresh(), media: [mediumOf({ alt: "A hat." }), mediumOf({ type: "image/png" })] }));
  if (one.is !== "committed" || two.is !== "committed") throw new Error("It did not go out.");
  expect(standIn.contentOf(one.remote.id)).toMatchObject({ media: { altText: "A hat." } });
  expect(standIn.contentOf(two.remote.id)?.multiImage?.images.map(({ altText }) => altText)).toEqual(["A hat.", undefined]);
  expect(await linkedin.readBack!(page, two.remote)).toMatchObject({ pictures: 2 });
});

test("a video goes up in its parts, and is found by its own name where there are no words", async () => {
  const outgoing = outgoingOf({ text: "", media: [mediumOf({ type: "video/mp4", size: 9_000_000 })] }), kept = await prepared(linkedin, page, outgoing);
  // The bytes count up, so that a part in the wrong place shows.
  expect(standIn.arrived().every((byte, at) => byte === at % 251)).toBe(true);
  open.fail({ on: "commit", kind: "cut-after" });
  expect(await linkedin.commit(page, outgoing, kept)).toMatchObject({ is: "unknown" });
  expect(await linkedin.reconcile(page, outgoing, kept, traceOf())).toMatchObject({ is: "committed", remote: { id: open.world.effects[0]!.id } });
  expect(open.world.effects).toHaveLength(1);
}, 60_000);

test("media that LinkedIn cannot work with, and a mix that it does not take, are refused", async () => {
  open.fail({ on: "prepare", kind: "slow" });
  const outgoing = outgoingOf({ media: [mediumOf({ type: "video/mp4", size: 100_000 })] });
  const first = await linkedin.prepare(page, outgoing, {});
  if (first.is !== "waiting") throw new Error(first.is);
  open.fail({ on: "prepare", kind: "invalid-media" });
  expect(await linkedin.prepare(page, outgoing, first.kept)).toMatchObject({ is: "refused", kind: "content-invalid" });
  expect(await linkedin.prepare(page, outgoingOf({ media: [...outgoing.media, mediumOf()] }), {})).toMatchObject({ is: "refused", kind: "content-invalid" });
});

test("a member’s sign-in may not ask how far a picture is, and waits a while instead", async () => {
  const outgoing = outgoingOf({ text: fresh(), media: [mediumOf()] }), first = await linkedin.prepare(member, outgoing, {});
  if (first.is !== "waiting") throw new Error(first.is);
  expect(await linkedin.prepare(member, outgoing, first.kept)).toMatchObject({ is: "waiting" });
  const later = { ...member, now: () => new Date(Date.now() + 10_000) }, ready = await linkedin.prepare(later, outgoing, first.kept);
  if (ready.is !== "prepared") throw new Error(ready.is);
  const sent = await linkedin.commit(member, outgoing, ready.kept);
  if (sent.is !== "committed") throw new Error(sent.says);
  expect(await linkedin.readBack!(member, sent.remote)).toMatchObject({ is: "refused", kind: "permission" });
  expect(await linkedin.remove!(member, sent.remote)).toEqual({ is: "removed" });
});

test("after a cut line a member’s post is left to a person, who is told where to look", async () => {
  const outgoing = outgoingOf({ text: fresh() });
  open.fail({ on: "commit", kind: "cut-after" });
  expect(await published(linkedin, member, outgoing)).toMatchObject({ is: "unknown" });
  expect(await linkedin.reconcile(member, outgoing, {}, traceOf())).toMatchObject({ is: "cannot-tell" });
});

test.each<[FaultKind, object]>([
  ["429", { is: "refused", kind: "rate-limited" }], ["500-before", { is: "unknown" }], ["500-after", { is: "unknown" }], ["cut-before", { is: "unknown" }], ["cut-after", { is: "unknown" }], ["hang-before", { is: "unknown" }], ["hang-after", { is: "unknown" }],
  ["expired-token", { is: "refused", kind: "auth" }], ["revoked-token", { is: "refused", kind: "auth" }], ["permission", { is: "refused", kind: "permission" }], ["invalid-media", { is: "refused", kind: "content-invalid" }],
])("%s on the one call", async (kind, outcome) => {
  const outgoing = outgoingOf({ text: fresh() });
  open.fail({ on: "commit", kind });
  expect(await linkedin.commit(sessionOn(open, { ...linkedinFixture, timeoutMs: 2_000 }), outgoing, {})).toMatchObject(outcome);
  const happened = kind.endsWith("after");
  expect(open.world.effects).toHaveLength(happened ? 1 : 0);
  expect((await linkedin.reconcile(page, outgoing, {}, traceOf())).is).toBe(happened ? "committed" : "absent");
});

test.each<[FaultKind, string]>([["429", "rate-limited"], ["500-before", "transient"], ["cut-before", "transient"], ["expired-token", "auth"], ["permission", "permission"]])("%s while preparing", async (kind, outcome) => {
  open.fail({ on: "prepare", kind });
  expect(await linkedin.prepare(page, outgoingOf({ media: [mediumOf()] }), {})).toMatchObject({ is: "refused", kind: outcome });
});

test("a comment under a page’s post is listed and answered in plain text", async () => {
  const sent = await published(linkedin, page, outgoingOf({ text: fresh() })), since = new Date(Date.now() - 60_000);
  if (sent.is !== "committed") throw new Error(sent.says);
  const id = standIn.comment(sent.remote.id, "Is (free) parking near?"), listed = await linkedin.incoming!(page, since);
  if (listed.is !== "incoming") throw new Error(listed.says);
  expect(listed.items).toMatchObject([{ id, kind: "comment", text: "Is (free) parking near?", under: sent.remote.id, mayReply: true }]);
  open.fail({ on: "reply", kind: "cut-before" });
  expect(await linkedin.reply!(page, listed.items[0]!, "Yes (behind the house).", "k")).toMatchObject({ is: "unknown" });
  expect(await linkedin.reply!(page, listed.items[0]!, "Yes (behind the house).", "k")).toMatchObject({ is: "committed" });
  expect(standIn.replies(sent.remote.id)).toEqual(["Yes (behind the house)."]);
  expect(await linkedin.incoming!(member, since)).toMatchObject({ is: "refused", kind: "permission" });
});

test("each account says what it may do, and what it lacks", async () => {
  expect(await linkedin.describe(page)).toMatchObject({ is: "described", missing: [] });
  expect(await linkedin.describe(member)).toMatchObject({ is: "described", can: ["publish", "pictures", "video", "remove"] });
  expect(await linkedin.describe({ ...page, account: { ...page.account, more: { urn: "urn:li:organization:9" } } })).toMatchObject({ is: "refused", kind: "permission", code: "role" });
});

test("a day’s limit ends at midnight UTC, and a withdrawn version is named", () => {
  const now = new Date("2026-11-24T15:00:00Z"), answer = (status: number, body: object) => linkedinRefusal({ is: "answer", status, headers: new Headers(), body }, now);
  expect(answer(429, { message: "Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached." })).toMatchObject({ kind: "rate-limited", retryAt: "2026-11-25T00:00:00.000Z" });
  expect(answer(426, { code: "NONEXISTENT_VERSION" })).toMatchObject({ kind: "permission", code: "NONEXISTENT_VERSION" });
});
