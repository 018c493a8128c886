import { PUBLICATION_STATES, type PublicationView } from "@chaperone/contract";
import { expect, test } from "vitest";
import { heldSays } from "./held.ts";
import { paceOf } from "./queries.ts";
import { byNeed, isTold, outcomeSays, readSays, standingOf } from "./words.ts";

const NOW = new Date("2026-11-24T15:00:00Z");
const a = (more: Partial<PublicationView>): PublicationView => ({
  id: "p", post: "q", version: "0".repeat(64), channel: "c", at: "2026-11-24T16:00:00Z", state: "scheduled", heldWhy: null, publishedAt: null, url: null, says: null, failedKind: null,
  attempts: [], readBack: null, can: { readBack: true, takeDown: true, publish: true }, byHand: null, looksAt: null, text: "Flu shots start on Monday.", ...more,
});
const word = (more: Partial<PublicationView>) => standingOf(a(more), NOW).word;

test("each of the states has words of its own, and none is a code", () => {
  const words = PUBLICATION_STATES.map((state) => word({ state }));
  expect(words).toEqual(["Planned", "Held", "Getting ready", "Getting ready", "Going out", "Out", "Sent, not confirmed", "Did not go out", "Taken off the plan", "Missed its time"]);
});
test("what nobody has confirmed is a question, never a success", () => expect(standingOf(a({ state: "unknown" }), NOW).kind).toBe("question"));
test("a channel without a sign-in says that somebody posts, and when that is now", () => {
  const can = { readBack: false, takeDown: false, publish: false };
  expect([word({ can }), word({ can, at: "2026-11-24T14:00:00Z" })]).toEqual(["Planned, by hand", "To be posted now"]);
});
test("what was read there counts for how it stands", () => {
  const readBack = (state: "gone" | "differs") => ({ state, at: NOW.toISOString(), text: "", approved: "", pictures: null });
  expect([word({ state: "published", readBack: readBack("gone") }), word({ state: "published", readBack: readBack("differs") })]).toEqual(["Not there any more", "Out, reads differently"]);
  expect(readSays({ state: "as-approved" }).kind).toBe("clear");
});
test("taken down is not the same as never gone out, and only one of them is shown", () => {
  expect([word({ state: "removed", publishedAt: NOW.toISOString() }), isTold(a({ state: "removed", publishedAt: NOW.toISOString() })), isTold(a({ state: "removed" }))]).toEqual(["Taken down", true, false]);
});
test("a try without an end is under way", () => expect([outcomeSays({ step: "commit", outcome: null, endedAt: null }).word, outcomeSays({ step: "commit", outcome: "committed", endedAt: NOW.toISOString() }).word]).toEqual(["under way", "it is out"]));
test("a look that was refused is no refusal of the post", () => {
  const kind = (step: "commit" | "reconcile" | "read-back") => outcomeSays({ step, outcome: "refused", endedAt: NOW.toISOString() }).kind;
  expect([kind("commit"), kind("reconcile"), kind("read-back")]).toEqual(["stop", "question", "question"]);
});
test("the channel that waits for a person stands first, and a plan that only waits for its time does not", () => {
  const these = [a({ id: "planned" }), a({ id: "out", state: "published" }), a({ id: "failed", state: "failed" }), a({ id: "unknown", state: "unknown" })];
  expect(byNeed(these, NOW).map(({ id }) => id)).toEqual(["failed", "unknown", "planned", "out"]);
});
test("whatever holds a publication has a way out", () => {
  for (const why of ["edited", "approver-left", "slot-passed", "channel-removed", "channel-paused", "rules-changed", "not-checked", "silence", "something-new", null]) expect([why, heldSays(why).label, heldSays(why).title]).toEqual([why, expect.stringMatching(/\w/) as string, expect.stringMatching(/^[A-Z].*\.$/) as string]);
});
test("what is about to go out is watched closely, and what lies ahead is not", () => {
  expect(paceOf([a({ state: "committing" })], NOW.getTime())).toBeLessThan(5_000);
  expect(paceOf([a({ at: "2026-11-24T15:00:30Z" })], NOW.getTime())).toBeLessThan(5_000);
  expect(paceOf([a({})], NOW.getTime())).toBeGreaterThan(10_000);
});
