import { expect, test } from "vitest";
import { shareSays, weekSays } from "./meters.ts";

const pillars = { promotional: 5, educational: 7, appreciation: 2, community: 4 };

test("the share says how many posts sell something, and how many of them are too many", () => {
  expect(shareSays({ promotional: 5, posts: 18, share: 5 / 18, bound: .25, isBroken: true, pillars })).toBe("5 of 18 posts sell something. One too many.");
  expect(shareSays({ promotional: 4, posts: 16, share: .25, bound: .25, isBroken: false, pillars })).toBe("4 of 16 posts sell something.");
  expect([1, 6].map((posts) => shareSays({ promotional: 0, posts, share: 0, bound: .25, isBroken: false, pillars }))).toEqual(["The one post sells nothing.", "None of 6 posts sells anything."]);
  expect(shareSays({ promotional: 1, posts: 1, share: 1, bound: .25, isBroken: true, pillars })).toBe("1 of 1 post sells something. One too many.");
  expect(shareSays({ promotional: 0, posts: 0, share: 0, bound: .25, isBroken: false, pillars })).toBe("Nothing in these four weeks yet.");
});

test("the week says what is open and why", () => {
  const slot = (state: "out" | "held" | "empty") => ({ day: "2026-11-25", post: null, state, says: state });
  expect(weekSays({ from: "2026-11-23", wanted: 4, have: 3, slots: [slot("out"), slot("held")] })).toBe("One more waits on a person.");
  expect(weekSays({ from: "2026-11-23", wanted: 4, have: 2, slots: [slot("out"), slot("empty")] })).toBe("Two more make the week.");
  expect(weekSays({ from: "2026-11-23", wanted: 4, have: 5, slots: [] })).toBe("The week is full.");
});
