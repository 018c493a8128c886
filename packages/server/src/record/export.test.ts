import fc from "fast-check";
import { expect, test } from "vitest";
import { FIRST, hashOf, type Link } from "./chain.ts";
import { closingLine, lineOf, verifyExport } from "./export.ts";

function chain(texts: string[]): Link[] {
  let prev = FIRST;
  return texts.map((text, at) => {
    const entry = JSON.stringify({ seq: at + 1, text }), link = { seq: at + 1, entry, prev, hash: hashOf(prev, entry) };
    prev = link.hash;
    return link;
  });
}
const linesOf = (links: Link[]): string[] => [...links.map(lineOf), closingLine({ practice: "p", entries: links.length, head: links.at(-1)?.hash ?? FIRST, at: "2026-01-01T00:00:00.000Z" })];
const links = chain(["opened", "submitted", "approved", "scheduled"]), lines = linesOf(links);

test("a record as it was exported is intact", async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.string()), async (texts) => { expect(await verifyExport(linesOf(chain(texts)))).toMatchObject({ isIntact: true, entries: texts.length }); }));
});

test("an entry that was changed is named", async () => {
  const changed = lines.with(1, lines[1]!.replace("submitted", "forgotten"));
  expect((await verifyExport(changed)).firstWrong).toEqual({ seq: 2, says: "Entry 2 is not what was recorded: its text and its hash do not belong together." });
});

test("an entry that was changed and hashed again no longer fits the next one", async () => {
  const entry = JSON.stringify({ seq: 2, text: "forgotten" }), forged = { ...links[1]!, entry, hash: hashOf(links[1]!.prev, entry) };
  expect((await verifyExport(lines.with(1, lineOf(forged)))).firstWrong?.seq).toBe(3);
});

test("one that was removed, and two that changed places, are noticed", async () => {
  expect((await verifyExport(lines.toSpliced(1, 1))).firstWrong?.says).toMatch(/Entry 2 should stand here, and this is 3/);
  expect((await verifyExport([lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)])).isIntact).toBe(false);
});

test("a record that was cut off is noticed, with or without its closing line", async () => {
  expect((await verifyExport(lines.slice(0, 2))).firstWrong?.says).toMatch(/without its closing line/);
  expect((await verifyExport([...lines.slice(0, 2), lines.at(-1)!])).firstWrong?.says).toBe("The record should end with entry 4, and this ends with 2.");
});

test("a shorter record with a closing line of its own is told by the hash that somebody noted", async () => {
  const shorter = linesOf(links.slice(0, 2));
  expect((await verifyExport(shorter)).isIntact).toBe(true);
  expect((await verifyExport(shorter, links[0]!.hash)).isIntact).toBe(true);
  expect((await verifyExport(shorter, links.at(-1)!.hash)).firstWrong?.says).toBe("The record does not pass through the hash that was noted: its end was taken off, or it is another record.");
});

test("whatever letter is changed, it is noticed", async () => {
  await fc.assert(fc.asyncProperty(fc.nat(), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), async (line, at, letter) => {
    const which = line % lines.length, before = lines[which]!, place = at % before.length;
    fc.pre(before[place] !== letter);
    expect((await verifyExport(lines.with(which, before.slice(0, place) + letter + before.slice(place + 1)))).isIntact).toBe(false);
  }), { numRuns: 500 });
});
