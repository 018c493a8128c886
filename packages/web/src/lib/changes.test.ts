import fc from "fast-check";
import { expect, test } from "vitest";
import { changesBetween } from "./changes.ts";
import { countInWords } from "./counting.ts";

test("each change is read as a run of words, with its place", () => {
  const now = "We give away a $100 basket of pies to one of our neighbors on Friday. The office is closed.";
  const changes = changesBetween("We give away a free BOTOX treatment to one of our neighbors on Friday. The office is open.", now);
  expect(changes.map(({ start, end }) => now.slice(start, end))).toEqual(changes.map(({ is }) => is));
  expect(changes[0]!.was.trim()).toBe("free BOTOX treatment");
  expect(changes[0]!.is.trim()).toBe("$100 basket of pies");
  expect(changes[1]).toMatchObject({ was: "open", is: "closed" });
});
test("putting everything back, from the end, gives the text of before", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom("we", "bake", "Anna", "nose", "on", "Friday,", "\n\n")), fc.array(fc.constantFrom("we", "bake", "pies", "on", "Friday,", "\n\n")), (a, b) => {
    const before = a.join(" "), now = b.join(" ");
    const back = changesBetween(before, now).reduceRight((text, { start, end, was }) => text.slice(0, start) + was + text.slice(end), now);
    expect(back.replace(/\s+/g, " ").trim()).toBe(before.replace(/\s+/g, " ").trim());
  }));
});
test("nothing changed is nothing", () => expect(changesBetween("Same.", "Same.")).toEqual([]));
test("few are said in words", () => expect([countInWords(4, "thing", "things"), countInWords(1, "thing", "things"), countInWords(12, "thing", "things")]).toEqual(["Four things", "One thing", "12 things"]));
