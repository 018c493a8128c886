import type { DeskFinding, Post } from "@chaperone/contract";
import { expect, test } from "vitest";
import { blank } from "./draft.ts";
import { gateState } from "./gate-state.ts";

const now = new Date("2026-11-24T15:00:00Z");
const ada = { id: "ada", name: "Ada Owner", email: "ada@example.com" }, ben = { id: "ben", name: "Ben Editor", email: "ben@example.com" };
const draft = { ...blank(["c"], "2026-11-25T15:00:00.000Z"), content: { ...blank(["c"], null).content, text: "We open at nine." } };
const post = (more: Partial<Post>): Post => ({ author: ben, state: "draft", version: null, approvals: [], overrides: [], askedOf: null, approvedBy: [], ...more }) as Post;
const state = (more: Partial<Parameters<typeof gateState>[0]> = {}) => gateState({ draft, post: post({}), check: "clear", findings: [], lengths: [], asked: [], practice: { approvals: "every-post" }, people: null, approver: null, me: "ada", may: { write: true, approve: true, schedule: true }, isSaved: true, now, ...more });
const stop: DeskFinding = { rule: "a/b", topic: "a", severity: "stop", start: 0, end: 2, message: "", why: "", instead: "", authorities: [], by: "rules", channels: [], picture: null };

test("a practice that has every post approved needs a person before the desk has said so", () => {
  expect(state().approval.isNeeded).toBe(true);
  expect(state({ practice: { approvals: "when-risky" } }).approval.isNeeded).toBe(false);
  expect(state({ practice: { approvals: "when-risky" }, people: { peopleNeeded: 1, fourEyes: false } }).approval.isNeeded).toBe(true);
});

test("a stop that a second person let stand need not change, in that version only", () => {
  const override = { id: "o", rule: "a/b", version: "v1", reason: "", askedBy: ben, askedAt: "", decidedBy: ada, decidedAt: "", granted: true };
  expect(state({ check: "stop", findings: [stop], post: post({ version: "v1", overrides: [override] }) }).mustChange).toBe(0);
  expect(state({ check: "stop", findings: [stop], post: post({ version: "v2", overrides: [override] }) }).mustChange).toBe(1);
});

test("where two pairs of eyes are asked for, the author is not offered to approve", () => {
  expect(state({ me: "ben", people: { peopleNeeded: 1, fourEyes: true } }).may.approve).toBe(false);
  expect(state({ people: { peopleNeeded: 1, fourEyes: true } }).may.approve).toBe(true);
});

test("an approval that lapsed with the words is asked for again", () => {
  const lapsed = { id: "a", version: "v1", person: ada, decision: "approved" as const, note: "", at: "", lapsedAt: "2026-11-24T14:00:00.000Z", lapsedWhy: "edited" };
  expect(state({ post: post({ approvals: [lapsed] }) }).approval.state).toBe("lapsed");
});

test("a time that has passed is not ahead", () => {
  expect(state({ draft: { ...draft, plannedFor: "2026-11-24T14:59:00.000Z" } }).planned).toBe("past");
});
