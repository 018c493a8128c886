import { expect, test } from "vitest";
import { riskOf } from "./risk.ts";

const post = { surface: "post" as const, inReplyTo: null };
const review = { kind: "review" as const, author: "Anna", text: "Loved it." };

test("where every post is approved, a clear one takes one person, who may have written it", () => {
  expect(riskOf(post, "clear", "every-post")).toEqual({ peopleNeeded: 1, fourEyes: false, risks: ["This practice has every post approved."] });
});

test("where only what is risky is approved, a clear post takes nobody", () => {
  expect(riskOf(post, "clear", "when-risky")).toEqual({ peopleNeeded: 0, fourEyes: false, risks: [] });
});

test.each(["stop", "question"] as const)("a %s takes somebody who did not write it, whatever the practice has chosen", (verdict) => {
  for (const policy of ["every-post", "when-risky"] as const) expect(riskOf(post, verdict, policy)).toMatchObject({ peopleNeeded: 1, fourEyes: true });
});

test.each(["ad", "giveaway", "profile"] as const)("a clear %s still takes a person", (surface) => {
  expect(riskOf({ ...post, surface }, "clear", "when-risky")).toMatchObject({ peopleNeeded: 1, fourEyes: false, risks: [expect.any(String)] });
});

test("a questioned answer to a review says that a patient may have written that review", () => {
  expect(riskOf({ surface: "reply", inReplyTo: review }, "question", "when-risky").risks).toContain("It answers a review, and a patient may have written that.");
  expect(riskOf({ surface: "reply", inReplyTo: review }, "clear", "when-risky").risks).toEqual([]);
});
