import type { PostSummary } from "@chaperone/contract";
import { POST_STATES } from "@chaperone/contract";
import { expect, test } from "vitest";
import { networksOf, pillOf, placeOf, standingOf, titleOf, waitsAgain } from "./standing.ts";

const maya = { id: "maya", name: "Maya Lindqvist", email: "maya@seapine.example" };
const post: PostSummary = {
  id: "0193a1b2-0000-7000-8000-000000000001", title: "Thanksgiving thank-you", surface: "post", pillar: "appreciation", state: "draft", author: maya, channels: [], plannedFor: null, version: null,
  verdict: null, stops: 0, questions: 0, says: [], askedOf: null, askedAt: null, approvedBy: [], heldWhy: null, publishedAt: null, picture: null, updatedAt: "2026-11-24T14:00:00.000Z",
};

test("a held post says what holds it: stops before questions before what happened to it", () => {
  expect(standingOf({ ...post, state: "held", stops: 2, questions: 1 })).toEqual({ mark: "stop", word: "Held: 2 must change", look: "held" });
  expect(standingOf({ ...post, state: "held", questions: 1 })).toEqual({ mark: "question", word: "Asks for an answer", look: "asked" });
  expect(standingOf({ ...post, state: "held", heldWhy: "slot-passed" }).word).toBe("Held: its time has passed");
});

test("what nobody has confirmed is a question, and what did not go out says so, as on its own page", () => {
  expect(standingOf({ ...post, state: "held", heldWhy: "unconfirmed" })).toMatchObject({ mark: "question", word: "Sent, not confirmed" });
  expect(standingOf({ ...post, state: "held", heldWhy: "failed" })).toMatchObject({ mark: "stop", word: "Did not go out" });
});

test("a reason that this page does not know is still a held post", () => {
  expect(standingOf({ ...post, state: "held", heldWhy: "something-new" })).toMatchObject({ mark: "stop", word: "Held" });
});

test("who was asked is called by the first name", () => {
  expect(standingOf({ ...post, state: "waiting", askedOf: { ...maya, name: "Ruth Adeyemi" } }).word).toBe("Waits for Ruth");
  expect(standingOf({ ...post, state: "waiting" }).word).toBe("Waits for an approval");
});

test("a post whose approval lapsed says what happened to it; one that waits for its first has nothing to say", () => {
  expect(waitsAgain({ ...post, state: "waiting", heldWhy: "approver-left" })).toBe("Waits again: who approved it has left");
  expect([waitsAgain({ ...post, state: "waiting" }), waitsAgain({ ...post, state: "held", heldWhy: "approver-left" })]).toEqual([null, null]);
});

test("what went out, or tried to, is read on its own page; everything else in Compose", () => {
  expect([placeOf({ ...post, state: "published" }), placeOf({ ...post, state: "held", heldWhy: "failed" })]).toEqual(Array(2).fill(`/posts/${post.id}`));
  expect([placeOf(post), placeOf({ ...post, state: "scheduled" }), placeOf({ ...post, state: "held", heldWhy: "channel-paused" })]).toEqual(Array(3).fill(`/compose/${post.id}`));
});

test("only what went out is drawn as out", () => {
  expect(POST_STATES.filter((state) => standingOf({ ...post, state }).look === "out")).toEqual(["published"]);
});

test("a post without a title has something to be called by", () => {
  expect(titleOf({ title: "  " })).toBe("Without a title");
});

test("a scheduled post waits for its time on the calendar, and beside its line it is simply clear", () => {
  expect([standingOf({ ...post, state: "scheduled" }).mark, pillOf({ ...post, state: "scheduled" })]).toEqual(["wait", { kind: "clear", word: "Clear" }]);
});

test("two channels on one network are one network, and a channel that was removed is none", () => {
  const channel = (id: string, network: "facebook" | "x") => ({ id, network, name: "Seapine", url: null, connected: false, paused: false, usual: {} });
  expect(networksOf({ channels: ["a", "b", "c", "gone"] }, [channel("a", "facebook"), channel("b", "facebook"), channel("c", "x")])).toEqual(["facebook", "x"]);
});
