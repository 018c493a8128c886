import { expect, test } from "vitest";
import { headingOf, plainly } from "./by-topic.ts";

test.each([
  ["A discount ad must show the full fee; the practice keeps evidence of it.", "A discount ad must show the full fee"],
  ["Name the board.", "Name the board"],
  ["Any stated fee, free or discounted included, that leaves out related procedures, services and products likely to be necessary is deceptive.", "Any stated fee, free or discounted included, that leaves out related procedures"],
])("%s is headed “%s”", (summary, heading) => {
  expect(headingOf({ summary })).toBe(heading);
});

test("a long sentence without a comma is cut between two words, and says that it goes on", () => {
  const heading = headingOf({ summary: "An advertisement of a licensed health professional that names a specialty without the certification behind it misleads." });
  expect(heading).toMatch(/ …$/);
  expect(heading.length).toBeLessThanOrEqual(92);
});

test("a subject without a rule is said in words", () => {
  expect(["record-keeping", "fee-splitting", "other"].map(plainly)).toEqual(["Record keeping", "Fee splitting", "Other"]);
});
