import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Draft } from "./vocabulary.ts";
import type { Pack } from "./pack.ts";
import type { PackJson } from "./pack-json.ts";
import { loadPack } from "./pack.ts";
import { pillar } from "./pillar.ts";

let pack: Pack;
beforeAll(() => {
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../rules/${name}`, import.meta.url), "utf8"));
  pack = loadPack({ ...(read("pack.json") as PackJson), pillars: read("pillars.json") as PackJson["pillars"] });
});

const post = (text: string): Draft => ({ text, surface: "post" });
const of = (text: string): string => pillar(post(text), pack).pillar;

test("an offer with a price is promotional", () => {
  expect(of("Botox is $10 a unit this week only. Call today to book your appointment!")).toBe("promotional");
});

test("a lesson about a condition is educational", () => {
  expect(of("Did you know? High blood pressure usually has no symptoms. Most adults should have it checked at least once a year.")).toBe("educational");
});

test("thanks to the staff are appreciation", () => {
  expect(of("Happy Nurses Week! We are so grateful for our nurses. Thank you for all you do.")).toBe("appreciation");
});

test("a birthday of the staff is appreciation", () => {
  expect(of("Happy birthday to our wonderful hygienist, Maria! Thank you for ten years of kindness.")).toBe("appreciation");
});

test("a closure is community", () => {
  expect(of("Our office will be closed on Monday for Labor Day. We are back on Tuesday at 8.")).toBe("community");
});

test("an invitation to the fair is community", () => {
  expect(of("See you at the county fair on Saturday! Our booth is next to the library tent, and there will be snow cones.")).toBe("community");
});

test("the reason names up to three words of the text, none twice", () => {
  const { reason } = pillar(post("Thank you to our amazing nurses. We are so grateful."), pack);
  const named = [...reason.matchAll(/“([^”]+)”/g)].map(([, words]) => words!);
  expect(reason).toMatch(/^It thanks or honors people \(/);
  expect(named.length).toBeGreaterThan(0);
  expect(named.length).toBeLessThanOrEqual(3);
  for (const words of named) expect("thank you to our amazing nurses we are so grateful").toContain(words);
});

test("small words do not serve as a reason", () => {
  const { reason } = pillar(post("She is in on it, and he is too. Ask about the rash if it itches for a week."), pack);
  expect(reason).not.toMatch(/“(is|in|on|it|he|she|and|if it|for a|a|is too)”/);
});

test("a text without words still has a pillar and a plain reason", () => {
  expect(pillar(post(""), pack).reason).toMatch(/^It [^(“]+\.$/);
});
