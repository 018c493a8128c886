import { expect, test } from "vitest";
import { standing, type Verified } from "./proof.tsx";

const zone = "America/New_York", now = new Date("2026-11-24T15:00:00Z");
const whole: Verified = { isIntact: true, entries: 4218, head: "c81e", firstWrong: null, journal: "agrees", at: "2026-11-24T14:00:00.000Z" };

test("a chain that holds says how long it is and when it was walked", () => {
  expect(standing(whole, 4218, null, zone, now)).toEqual({ kind: "clear", word: "Unbroken", says: "4,218 entries, checked today at 9:00 AM. The journal on disk says the same." });
});

test("a chain that does not hold says where, and what to do now", () => {
  const broken = standing({ ...whole, isIntact: false, firstWrong: { seq: 12, says: "Entry 12 does not follow entry 11." } }, 4218, null, zone, now);
  expect(broken.kind).toBe("stop");
  expect(broken.word).toBe("Broken at entry 12");
  expect(broken.says).toContain("Export the record now");
});

test("a journal that knows more than the database asks for a person, and is not called clear", () => {
  expect(standing({ ...whole, journal: "ahead" }, 4218, null, zone, now).kind).toBe("question");
});

test("what was not walked is never called unbroken", () => {
  expect(standing(undefined, 1, null, zone, now)).toMatchObject({ kind: "idea", word: "1 entry" });
  expect(standing(whole, 4218, "The desk cannot be reached.", zone, now).word).toBe("Not verified");
});
