import { expect, test } from "vitest";
import { aContent } from "../../test-support/a-practice.ts";
import { withPillar } from "./pillar.ts";

const SELLS = "Filler is 20% off this week. Book now and save $100 on every syringe.";

test("a post that sells is counted as one, whatever its writer's program says", () => {
  expect(withPillar(aContent(SELLS, { pillar: "community" })).pillar).toBe("promotional");
});

test("a person may say otherwise, with a reason", () => {
  expect(withPillar(aContent(SELLS, { pillar: "community", pillarReason: "All of it goes to the shelter." })).pillar).toBe("community");
});

test("before the first words there is nothing to propose by", () => {
  expect(withPillar(aContent("", { pillar: "appreciation" })).pillar).toBe("appreciation");
});
