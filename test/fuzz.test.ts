import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Context, Draft } from "@chaperone/engine";
import { SURFACES, check, pillar } from "@chaperone/engine";
import { pack } from "@chaperone/rules";

const pieces = readFileSync(new URL("../eval/dev.jsonl", import.meta.url), "utf8").split("\n").filter(Boolean).flatMap((line) => (JSON.parse(line) as { text: string }).text.split(/\s+/));

/** Anything that can be typed or pasted: real words, odd characters, lone surrogates, joiners, very long runs. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((words) => words.join(" ")),
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom("\ud800", "\u200d", "\u0301", "👩🏽‍⚕️", "#", "@", "*", "$", "“", "”", "\n\n", "...", "?", "١٢", "ß", "İ")), { maxLength: 80 }).map((parts) => parts.join("")),
);
const draft: fc.Arbitrary<Draft> = fc.record({
  text, surface: fc.constantFrom(...SURFACES),
  inReplyTo: fc.option(fc.record({ kind: fc.constantFrom("review" as const, "comment" as const, "mention" as const, "message" as const), author: text, text }), { nil: null }),
});
const context: fc.Arbitrary<Context> = fc.record({
  states: fc.array(fc.constantFrom("FL", "VA", "TX", "NY", "PR", "??"), { maxLength: 3 }), specialty: fc.constantFrom("dentistry", "med-spa", "", "🦷"),
  staff: fc.array(text, { maxLength: 3 }), names: fc.array(text, { maxLength: 2 }), phones: fc.array(text, { maxLength: 2 }), providers: fc.array(fc.record({ name: text }), { maxLength: 2 }),
});

test("any text in any context is judged without a throw, with spans inside the text, the same twice", () => {
  fc.assert(fc.property(draft, context, (said, who) => {
    const report = check(said, who, pack());
    for (const { start, end } of report.findings) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(said.text.length);
    }
    expect(check(said, who, pack())).toEqual(report);
    pillar(said, pack());
  }), { numRuns: 1500 });
});

test.each(["a ", "botox ", "free botox you love your new nose ", "b o t o x ", "#besteverdentist ", "\"", "you ", "(", "*", "\ud83d\ude00", "a*", "1-", "not "])("time grows with the text, not faster, for “%s” over and over", (piece) => {
  const said = (length: number): Draft => ({ text: piece.repeat(Math.ceil(length / piece.length)), surface: "reply", inReplyTo: { kind: "review", author: "A", text: piece.repeat(50) } });
  const cpu = (length: number): number => {
    const from = process.cpuUsage();
    check(said(length), { states: ["FL"] }, pack());
    const { user, system } = process.cpuUsage(from);
    return user + system;
  };
  const best = (length: number): number => Math.min(...Array.from({ length: 4 }, () => cpu(length)));
  best(2_000);
  expect(best(100_000) / Math.max(3_000, best(10_000)), "ten times the text takes some ten times the work; a hundred times would be quadratic").toBeLessThan(45);
});
