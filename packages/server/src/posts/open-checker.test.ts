import { pino } from "pino";
import { beforeAll, expect, test } from "vitest";
import { aContent, aDesk, aPractice } from "../../test-support/a-practice.ts";
import { openMemory } from "../../test-support/memory.ts";
import type { Checker } from "./checker.ts";
import { openChecker } from "./open-checker.ts";

const FACEBOOK = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0001", X = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0002";
const log = pino({ level: "silent" });

async function checkWith(checker: Checker, content: ReturnType<typeof aContent>) {
  const practice = await aPractice(await aDesk(await openMemory()));
  return practice.as("editor", ({ tx }) => checker.check(tx, practice.id, content));
}

let rulesAlone: Checker, both: Checker;
beforeAll(async () => { [rulesAlone, both] = await Promise.all([openChecker({ secondReader: false, log }), openChecker({ log })]); });

test("the worst text of a post is its verdict, and a finding names the channel or the picture that it is in", async () => {
  const content = aContent("Wear sunscreen on cloudy days too.", { channels: [FACEBOOK, X], overrides: { [X]: "The best dermatologist in Virginia." }, pictures: [{ id: X, name: "a.png", alt: "The best dermatologist in Virginia." }] });
  const { verdict, findings } = await checkWith(rulesAlone, content);
  expect(verdict).toBe("stop");
  expect(findings.filter(({ severity }) => severity !== "note").map(({ rule, channels, picture }) => [rule, channels, picture])).toEqual([["superiority-claim/best", [X], null], ["superiority-claim/best", [], X]]);
});

test("a content warning is read like any words, and its finding says where it stands", async () => {
  const content = aContent("Wear sunscreen on cloudy days too.", { channels: [X], settings: { [X]: { warning: "The best dermatologist in Virginia.", visibility: "public" } } });
  const { verdict, findings } = await checkWith(rulesAlone, content);
  expect(verdict).toBe("stop");
  expect(findings.filter(({ severity }) => severity !== "note").map(({ rule, channels, setting }) => [rule, channels, setting])).toEqual([["superiority-claim/best", [X], "warning"]]);
});

test("the name of the rules in a verdict is the one in force in the practice, and it changes with who is speaking", async () => {
  const practice = await aPractice(await aDesk(await openMemory())), { tx: _, ...before } = await practice.as("owner", async ({ tx }) => ({ tx, hash: await rulesAlone.packOf(tx, practice.id), checked: await rulesAlone.check(tx, practice.id, aContent("Sun.")) }));
  expect(before.checked.pack).toBe(before.hash);
  const after = await practice.as("owner", async ({ tx }) => {
    await tx.updateTable("practices").set({ states: ["FL"] }).where("id", "=", practice.id).execute();
    return rulesAlone.packOf(tx, practice.id);
  });
  expect(after).not.toBe(before.hash);
});

test("the second reader only adds: every finding of the rules keeps its weight, and what it raises is a question", async () => {
  for (const text of ["The best dermatologist in Virginia.", "You came to us last spring, and it is a joy to see how the change in your face has lifted you.", "Wear sunscreen on cloudy days too."]) {
    const content = aContent(text, { surface: "reply", inReplyTo: { kind: "review", author: "Anna", text: "They did my nose and I love it!" } });
    const alone = await checkWith(rulesAlone, content), read = await checkWith(both, content);
    const held = ({ findings }: typeof read) => findings.filter(({ severity }) => severity !== "note").map(({ rule, severity, start }) => `${severity} ${rule} ${start}`);
    expect(held(read)).toEqual(expect.arrayContaining(held(alone)));
    expect(read.findings.filter(({ by }) => by === "second-reader").map(({ severity }) => severity)).toEqual(read.findings.filter(({ by }) => by === "second-reader").map(() => "question"));
  }
});

test("the second reader asks about what the rules have no words for", async () => {
  const content = aContent("The scars you are worried about? You will not find them. Nobody ever has.");
  expect((await checkWith(rulesAlone, content)).findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  expect((await checkWith(both, content)).findings.some(({ by }) => by === "second-reader")).toBe(true);
});

test("the second reader decides on the pillar, for the check and for what is kept; until it is there, the words do", async () => {
  const content = aContent("Your retainer belongs in its case, not in a napkin. Napkins go to the trash, and so do retainers.");
  const read = await checkWith(both, content);
  expect([read.pillar.pillar, await both.pillar(content)]).toEqual(["educational", "educational"]);
  expect(read.pillar.reason).toMatch(/^It teaches/);
  expect([(await checkWith(rulesAlone, content)).pillar.pillar, await rulesAlone.pillar(content)]).toEqual(["promotional", "promotional"]);
});

test("a check that takes too long did not happen", async () => {
  const hurried = await openChecker({ log, patienceMs: 0 });
  await expect(checkWith(hurried, aContent("Wear sunscreen. ".repeat(300)))).rejects.toMatchObject({ problem: { code: "not-checked" } });
});
