import type { Entry } from "@chaperone/contract";
import { expect, test } from "vitest";
import { isTold, piecesOf, signOf } from "./sentence.tsx";

const entry = (action: string, more: Partial<Pick<Entry, "by" | "about" | "facts">> = {}) =>
  ({ action, by: { kind: "person" as const, id: "maya", name: "Maya Lindqvist" }, about: { kind: "post", id: "p1", title: "Thanksgiving thank-you" }, facts: {}, ...more });
const read = (one: ReturnType<typeof entry>) => piecesOf(one).map(({ text }) => text).join("");

test("a submission says who, what, and what the check said", () => {
  expect(read(entry("post.submitted", { facts: { verdict: "stop" } }))).toBe("Maya Lindqvist saved Thanksgiving thank-you and asked for approval. The check said Stop.");
  expect(signOf(entry("post.submitted", { facts: { verdict: "stop" } }))).toEqual({ kind: "stop" });
});

test("what the desk does by itself has the desk for its subject", () => {
  const desk = { kind: "desk" as const, id: "desk", name: "desk" };
  expect(read(entry("rules.changed", { by: desk, facts: { checked: 6, held: 1 } }))).toBe("The rules changed. 6 open posts were checked again; 1 are held.");
  expect(read(entry("post.held", { by: desk, facts: { why: "slot-passed" } }))).toBe("Thanksgiving thank-you is held: its time has passed.");
  expect(read(entry("post.held", { by: desk, facts: { why: "question" } }))).toBe("Thanksgiving thank-you is held: the check asks for an answer.");
});

test("what went out by itself and what somebody says is out read differently", () => {
  const desk = { kind: "desk" as const, id: "desk", name: "desk" };
  expect(read(entry("post.published", { by: desk }))).toBe("Thanksgiving thank-you went out.");
  expect(read(entry("post.published", { facts: { byHand: true } }))).toBe("Maya Lindqvist said that Thanksgiving thank-you is out.");
  expect(read(entry("post.failed", { by: desk, facts: { kind: "auth" } }))).toBe("Thanksgiving thank-you did not go out: the network asks for a new sign-in.");
});

test("a network is called by its name", () => {
  expect(read(entry("channel.connected", { about: { kind: "channel", id: "c", title: "Seapine" }, facts: { network: "google-business" } }))).toBe("Maya Lindqvist signed the channel Seapine in to Google Business.");
});

test("fields that changed are named in words", () => {
  expect(read(entry("practice.changed", { facts: { changed: ["answerWithin", "timeZone"] } }))).toBe("Maya Lindqvist changed what the practice says of itself: answer within and time zone.");
});

test("a new role is said with its article", () => {
  expect(read(entry("member.changed", { about: { kind: "person", id: "j", title: "Jonah Pell" }, facts: { from: "viewer", to: "editor" } }))).toBe("Maya Lindqvist made Jonah Pell an editor instead of a viewer.");
});

test("an action that this page does not know is told by its own name", () => {
  expect(read(entry("asset.looked-at"))).toBe("Maya Lindqvist: asset looked at, Thanksgiving thank-you.");
});

test("every action that the server notes has its sentence", () => {
  const sources = import.meta.glob<string>(["../../../../server/src/**/*.ts", "!**/*.test.ts"], { query: "?raw", import: "default", eager: true });
  const noted = Object.values(sources).flatMap((text) => [...text.matchAll(/action: (?:[^,"]*\? )?"([a-z-]+\.[a-z-]+)"(?: : "([a-z-]+\.[a-z-]+)")?/g)].flatMap(([, one, other]) => other === undefined ? [one!] : [one!, other]));
  // What the publisher tells is noted under the name that it has for webhooks.
  noted.push("post.failed", "post.unconfirmed");
  expect(noted.length).toBeGreaterThan(20);
  expect(noted.filter((action) => !isTold(action))).toEqual([]);
});
