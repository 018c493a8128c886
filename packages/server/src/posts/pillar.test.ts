import { pino } from "pino";
import { beforeAll, expect, test } from "vitest";
import { aContent } from "../../test-support/a-practice.ts";
import type { Checker } from "./checker.ts";
import { openChecker } from "./open-checker.ts";
import { withPillar } from "./pillar.ts";

const SELLS = "Filler is 20% off this week. Book now and save $100 on every syringe.";

let checker: Checker;
beforeAll(async () => { checker = await openChecker({ secondReader: false, log: pino({ level: "silent" }) }); });

const pillarOf = async (...sent: [content: ReturnType<typeof aContent>, kept?: ReturnType<typeof aContent>]) => (await withPillar(checker, ...sent)).pillar;

test("a post that sells is counted as one, whatever its writer's program says", async () => {
  expect(await pillarOf(aContent(SELLS, { pillar: "community" }))).toBe("promotional");
});

test("a person may say otherwise, with a reason", async () => {
  expect(await pillarOf(aContent(SELLS, { pillar: "community", pillarReason: "All of it goes to the shelter." }))).toBe("community");
});

test("without a reason any more, it is the one that is proposed again", async () => {
  expect(await pillarOf(aContent(SELLS, { pillar: "community" }), aContent(SELLS, { pillar: "community", pillarReason: "All of it goes to the shelter." }))).toBe("promotional");
});

test("before the first words there is nothing to propose by", async () => {
  expect(await pillarOf(aContent("", { pillar: "appreciation" }))).toBe("appreciation");
});

test("words that nobody has changed keep the pillar that they were agreed on with, however well we read since", async () => {
  const kept = aContent(SELLS, { pillar: "community" });
  expect(await pillarOf(aContent(SELLS, { pillar: "promotional", link: "https://example.com" }), kept)).toBe("community");
  expect(await pillarOf(aContent(`${SELLS} Today.`, { pillar: "community" }), kept)).toBe("promotional");
});
