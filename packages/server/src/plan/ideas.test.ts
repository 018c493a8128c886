import { SPECIALTIES, STATES } from "@chaperone/contract";
import { check } from "@chaperone/engine";
import { pack } from "@chaperone/rules";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./days.ts";
import { ideaOf, ideas } from "./ideas.ts";

const aDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2024-01-01", days));

test.each(ideas().map((idea) => [idea.title, idea] as const))("“%s” may be said in every state", (_, idea) => {
  for (const specialty of idea.for ?? ["other"]) {
    const { findings } = check({ text: idea.text, surface: "post" }, { states: [...STATES], specialty }, pack());
    expect(findings.map(({ rule, start, end }) => `${rule}: ${idea.text.slice(start, end)}`)).toEqual([]);
  }
});

test("there are at least sixty ideas, all different, and each specialty has some of its own", () => {
  expect(ideas().length).toBeGreaterThanOrEqual(60);
  expect(new Set(ideas().map(({ title }) => title)).size).toBe(ideas().length);
  expect(new Set(ideas().map(({ text }) => text)).size).toBe(ideas().length);
  const known = new Set<string>(SPECIALTIES);
  for (const idea of ideas()) for (const specialty of idea.for ?? []) expect(known).toContain(specialty);
  for (const specialty of SPECIALTIES) if (specialty !== "other") expect(ideas().filter((idea) => idea.for?.includes(specialty)).length, specialty).toBeGreaterThanOrEqual(3);
});

test("no idea sells anything", () => {
  for (const idea of ideas()) expect(["educational", "appreciation", "community"]).toContain(idea.pillar);
  expect(ideas().filter(({ text }) => /\$\d|\bcall us\b|\bappointment|\boffer\b|% off/i.test(text))).toEqual([]);
});

test("every day has an idea for everyone, in season and of the pillar that is asked for, and everyone who looks that day sees the same", () => {
  fc.assert(fc.property(fc.constantFrom(...SPECIALTIES, "something else"), aDay, fc.constantFrom("educational", "appreciation", "community"), (specialty, day, wanted) => {
    const idea = ideaOf({ specialty, day, pillar: wanted })!;
    expect(idea.pillar).toBe(wanted);
    expect(idea.for ?? [specialty]).toContain(specialty);
    if (idea.months) expect(idea.months).toContain(Number(day.slice(5, 7)));
    expect(ideaOf({ specialty, day, pillar: wanted })).toBe(idea);
  }));
});
