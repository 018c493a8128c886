import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event, Saving } from "./autosave.ts";
import { after, isDirty, maySend, open, standing } from "./autosave.ts";

const desk = { content: "Closed Friday.", revision: 4 };
const played = (state: Saving<string>, ...events: Event<string>[]): Saving<string> => events.reduce(after, state);

test("typing is kept at once and sent once", () => {
  const typed = played(open(desk, null), { type: "typed", content: "Closed Thursday." });
  expect([standing(typed), maySend(typed)]).toEqual(["kept", true]);
  const sending = after(typed, { type: "sending" });
  expect([standing(sending), maySend(sending)]).toEqual(["sending", false]);
  expect(standing(after(sending, { type: "saved", revision: 5 }))).toBe("saved");
});

test("what is typed while a save is on its way is sent after it", () => {
  const state = played(open(desk, null), { type: "typed", content: "A" }, { type: "sending" }, { type: "typed", content: "AB" }, { type: "saved", revision: 5 });
  expect([state.revision, maySend(state), state.content]).toEqual([5, true, "AB"]);
});

test("offline keeps everything, and goes on when the line is back", () => {
  const off = played(open(desk, null), { type: "typed", content: "A" }, { type: "sending" }, { type: "failed" }, { type: "typed", content: "AB" });
  expect([standing(off), maySend(off)]).toEqual(["offline", false]);
  expect(maySend(after(off, { type: "online" }))).toBe(true);
});

test("what the desk refuses is not sent again until the words are others", () => {
  const refused = played(open(desk, null), { type: "typed", content: "A" }, { type: "sending" }, { type: "refused" });
  expect([standing(refused), maySend(refused), maySend(after(refused, { type: "online" }))]).toEqual(["refused", false, false]);
  expect(maySend(after(refused, { type: "typed", content: "B" }))).toBe(true);
});

describe("opening again", () => {
  const kept = { content: "Mine", revision: 4, edit: 3, sentEdit: 2 };
  test("a closed tab loses nothing", () => expect(open(desk, kept)).toMatchObject({ content: "Mine", conflict: null, edit: 3 }));
  test("what was sent is read from the desk", () => expect(open({ content: "Later", revision: 6 }, { ...kept, sentEdit: 3 })).toMatchObject({ content: "Later", revision: 6 }));
  test("the desk moved on: a person chooses", () => expect(open({ content: "Theirs", revision: 5 }, kept)).toMatchObject({ content: "Mine", conflict: { content: "Theirs" } }));
  test("the desk moved on to the same words: nothing to choose", () => expect(open({ content: "Mine", revision: 5 }, kept)).toMatchObject({ revision: 5, conflict: null }));
});

describe("a conflict", () => {
  const conflict = played(open(desk, null), { type: "typed", content: "Mine" }, { type: "sending" }, { type: "changed-elsewhere", theirs: { content: "Theirs", revision: 7 } });
  test("sends nothing until somebody chose", () => expect([standing(conflict), maySend(conflict)]).toEqual(["conflict", false]));
  test("mine is kept and sent over theirs, which is laid aside", () => {
    const state = after(conflict, { type: "keep-mine" });
    expect([state.content, state.revision, maySend(state), state.aside]).toEqual(["Mine", 7, true, [{ content: "Theirs", whose: "theirs" }]]);
  });
  test("theirs is taken, and mine is laid aside", () => {
    const state = after(conflict, { type: "take-theirs" });
    expect([state.content, isDirty(state), state.aside]).toEqual(["Theirs", false, [{ content: "Mine", whose: "mine" }]]);
  });
});

test("in any order of events, the last typed text is in hand, on the desk, or laid aside", () => {
  const event: fc.Arbitrary<Event<string>> = fc.oneof(
    fc.record({ type: fc.constant("typed" as const), content: fc.constantFrom("a", "b", "c", "d") }), fc.constant({ type: "sending" as const }), fc.constant({ type: "failed" as const }), fc.constant({ type: "refused" as const }), fc.constant({ type: "online" as const }),
    fc.record({ type: fc.constant("saved" as const), revision: fc.nat(9) }), fc.record({ type: fc.constant("changed-elsewhere" as const), theirs: fc.record({ content: fc.constantFrom("x", "y"), revision: fc.nat(9) }) }), fc.constant({ type: "keep-mine" as const }), fc.constant({ type: "take-theirs" as const }),
  );
  fc.assert(fc.property(fc.array(event, { maxLength: 40 }), (events) => {
    let state = open(desk, null), typed = desk.content;
    for (const one of events) {
      if (one.type === "typed") typed = one.content;
      state = after(state, one);
      expect([state.content, ...state.aside.map(({ content }) => content)]).toContain(typed);
      if (state.conflict) expect(maySend(state)).toBe(false);
    }
  }));
});
