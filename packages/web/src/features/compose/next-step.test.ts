import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GateState } from "./next-step.ts";
import { nextStep, verdictWords } from "./next-step.ts";

const clear: GateState = {
  check: "clear", mustChange: 0, unanswered: 0, isEmpty: false, channels: 4, tooLongFor: null, asks: null, planned: "ahead", isSaved: true,
  approval: { isNeeded: true, state: "none", who: "Ruth" }, may: { write: true, approve: false, schedule: true }, isScheduled: false,
};
const at = (changes: Partial<GateState>): string => nextStep({ ...clear, ...changes }).label;
const asked = (state: GateState["approval"]["state"], who: string | null = "Ruth") => ({ approval: { isNeeded: true, state, who } });

describe("the button is the next lawful step", () => {
  test.each<[string, Partial<GateState>, string]>([
    ["an empty page", { isEmpty: true }, "Write the first words"],
    ["two stops", { check: "stop", mustChange: 2, unanswered: 2 }, "Fix the first"],
    ["one stop", { check: "stop", mustChange: 1 }, "Fix it"],
    ["two questions", { check: "question", unanswered: 2 }, "Give a reason"],
    ["too long for X", { tooLongFor: "X" }, "Shorten it for X"],
    ["no channel", { channels: 0 }, "Choose a channel"],
    ["a channel that asks for something", { asks: "Choose a board" }, "Choose a board"],
    ["no time", { planned: "none" }, "Choose a time"],
    ["a time that has passed", { planned: "past" }, "Choose a new time"],
    ["a time that passed while the approval came", { planned: "past", ...asked("given") }, "Choose a new time"],
    ["nobody asked", {}, "Ask Ruth to approve"],
    ["nobody to ask", asked("none", null), "Choose who approves"],
    ["asked", asked("asked"), "Remind Ruth"],
    ["asked, and it is me", { ...asked("asked"), may: { write: true, approve: true, schedule: true } }, "Approve"],
    ["returned", asked("returned"), "Read what Ruth says"],
    ["an edit voided the approval", asked("lapsed"), "Ask Ruth again"],
    ["approved", asked("given"), "Schedule"],
    ["no approval needed", { approval: { isNeeded: false, state: "none", who: null } }, "Schedule"],
    ["a contributor does not schedule", { ...asked("given"), may: { write: true, approve: false, schedule: false } }, "An editor schedules"],
    ["not saved yet", { isSaved: false }, "Saving"],
    ["on the calendar", { ...asked("given"), isScheduled: true }, "Change the time"],
    ["on the calendar, and new rules hold it", { ...asked("given"), isScheduled: true, check: "stop", mustChange: 1 }, "Fix it"],
    ["the check broke", { check: "failed" }, "Check again"],
    ["still reading", { check: "reading" }, "Reading"],
    ["a viewer", { may: { write: false, approve: false, schedule: false } }, "Read only"],
    ["a viewer while it waits", { ...asked("asked"), may: { write: false, approve: false, schedule: false } }, "Waits for Ruth"],
  ])("%s", (_says, changes, label) => expect(at(changes)).toBe(label));
});

test("whatever the state, nothing is scheduled, approved or asked for while a stop is open, a question unanswered, or the check broken", () => {
  const any = fc.record({
    check: fc.constantFrom("reading", "failed", "clear", "question", "stop") as fc.Arbitrary<GateState["check"]>, mustChange: fc.nat(3), unanswered: fc.nat(3), isEmpty: fc.boolean(), channels: fc.nat(3),
    tooLongFor: fc.constantFrom(null, "X"), asks: fc.constantFrom(null, "Choose a board"), planned: fc.constantFrom("none", "past", "ahead") as fc.Arbitrary<GateState["planned"]>, isSaved: fc.boolean(),
    approval: fc.record({ isNeeded: fc.boolean(), state: fc.constantFrom("none", "asked", "given", "returned", "lapsed") as fc.Arbitrary<GateState["approval"]["state"]>, who: fc.constantFrom(null, "Ruth") }),
    may: fc.record({ write: fc.boolean(), approve: fc.boolean(), schedule: fc.boolean() }), isScheduled: fc.boolean(),
  });
  fc.assert(fc.property(any, (state) => {
    const { kind, look } = nextStep(state);
    const isBlocked = state.check === "failed" || state.check === "reading" || state.mustChange > 0 || state.unanswered > 0 || state.tooLongFor !== null;
    if (isBlocked) { expect(["schedule", "approve", "ask", "remind"]).not.toContain(kind); expect(look).not.toBe("primary"); }
    if (kind === "schedule") expect(state.planned === "ahead" && (!state.approval.isNeeded || state.approval.state === "given") && state.isSaved).toBe(true);
    if (kind === "approve") expect(state.may.approve).toBe(true);
  }), { numRuns: 500 });
});

test("the verdict counts honestly", () => {
  expect(verdictWords({ ...clear, check: "stop", mustChange: 2, unanswered: 2 })).toEqual({ kind: "stop", title: "Stop: 2 must change", detail: "2 more ask for an answer" });
  expect(verdictWords({ ...clear, check: "question", unanswered: 1 }).title).toBe("Question: 1 asks for an answer");
  expect(verdictWords({ ...clear, check: "question" }, "Version 8, checked 9:44 AM")).toEqual({ kind: "clear", title: "Clear", detail: "Version 8, checked 9:44 AM" });
  expect(verdictWords({ ...clear, check: "failed" }).title).toBe("Not checked: held");
  expect(verdictWords({ ...clear, isEmpty: true })).toMatchObject({ kind: "wait", title: "Nothing written yet" });
});
