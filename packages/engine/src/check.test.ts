import { expect, test } from "vitest";
import type { Context, Draft } from "./vocabulary.ts";
import { check } from "./check.ts";
import type { Rule } from "./rule.ts";
import { loadPack } from "./pack.ts";
import type { PackJson } from "./pack-json.ts";

const said = { what: "“{match}” is said.", why: "Because.", instead: "Say less.", cites: ["a-law"] };
const rule = (id: string, rest: Partial<Rule> & Pick<Rule, "match">): Rule => ({ id, topic: "claims", title: id, severity: "stop", ...said, ...rest });
const json = (rules: Rule[]): PackJson => ({
  topics: [{ id: "claims", title: "Claims", frames: [] }], rules,
  lexicon: { procedure: ["rhinoplasty, nose job, new nose", "botox", "tummy tuck"], "first-name": ["anna", "bri"], "clinician-title": ["dr", "nurse"], "staff-role": ["hygienist", "office manager"] },
  frames: { negator: ["not", "never", "no"], "not-negator": ["not only"], myth: ["myth"], if: ["if", "whether"], people: ["patients"], you: ["you", "your"] },
  authorities: { "a-law": { citation: "1 Law 1", url: "https://example.org/law", known: "read", asOf: "2026" }, "fl-law": { citation: "Fla. 1", url: "https://example.org/fl", known: "recalled", asOf: "2026" } },
  states: { FL: { claims: ["fl-law"] } }, pillars: { words: {}, bias: [0, 0, 0, 0], surface: {} },
});
const spans = (rules: Rule[], text: string, more: Partial<Draft> = {}, context: Context = { states: ["VA"] }): string[] =>
  check({ text, surface: "post", ...more }, context, loadPack(json(rules))).findings.map((finding) => text.slice(finding.start, finding.end));

test("a phrase with slots, choices, options and gaps marks exactly what was typed", () => {
  const rules = [rule("r", { match: "phrase", phrases: ["(love|enjoy)~ your ..2 <procedure>"] })];
  expect(spans(rules, "👋 You're LOVING your brand-new   nose-job, right?")).toEqual(["LOVING your brand-new   nose-job"]);
});

test.each(["May 5", "5 de mayo", "the 9th", "Dec. 31st", "3/14/2026", "2026-03-14"])("“%s” is a date", (date) => {
  expect(spans([rule("r", { match: "phrase", phrases: ["until <date>"] })], `Open until ${date}, all day`)).toEqual([`until ${date}`]);
});

test("what is optional after a gap may be left out wherever the gap ends", () => {
  const rules = [rule("r", { match: "phrase", phrases: ["if you ..6 [then] (you are|we call you) a candidate"] })];
  expect(spans(rules, "If you are over 40 you are a candidate")).toHaveLength(1);
  expect(spans(rules, "If you are over 40 then we call you a candidate")).toHaveLength(1);
});

test("a gap may end the sentence", () => {
  const rules = [rule("r", { match: "phrase", phrases: ["^ still ..3 $"] })];
  expect(spans(rules, "Still alive and well.")).toHaveLength(1);
  expect(spans(rules, "Still alive and very well today.")).toEqual([]);
});

test("a phrase never reaches over the end of a sentence", () => {
  const rules = [rule("r", { match: "phrase", phrases: ["free ..3 botox"] })];
  expect(spans(rules, "Parking is free. Botox day is Monday.")).toEqual([]);
  expect(spans(rules, "free 💉 b0t0x")).toEqual(["free 💉 b0t0x"]);
});

test.each([
  ["negated", "We never promise perfect skin."], ["question", "Do we promise perfect skin?"], ["quoted", "An ad said “we promise perfect skin” last week."], ["myth", "Myth: lasers promise perfect skin."],
  ["conditional", "Ask whether they promise perfect skin."], ["general", "Patients hear ads promise perfect skin."],
] as const)("the frame %s takes the statement away, and only where the rule says so", (frame, text) => {
  const phrases = ["promise perfect skin"];
  expect(spans([rule("r", { match: "phrase", phrases, frames: [frame] })], text)).toEqual([]);
  expect(spans([rule("r", { match: "phrase", phrases, frames: [] })], text)).toEqual(["promise perfect skin"]);
});

test("“not only” does not negate", () => {
  expect(spans([rule("r", { match: "phrase", phrases: ["promise perfect skin"], frames: ["negated"] })], "We not only promise perfect skin.")).toHaveLength(1);
});

test("near wants one of each list within the stretch, in any order", () => {
  const rules = [rule("r", { match: "near", near: [["win"], ["<procedure>"]], within: "sentence" })];
  expect(spans(rules, "A tummy tuck for the one who can win it")).toEqual(["tummy tuck for the one who can win"]);
  expect(spans(rules, "A tummy tuck hurts. You can win socks.")).toEqual([]);
});

test("missing speaks when the words that the law wants are nowhere", () => {
  const rules = [rule("r", { match: "missing", phrases: ["free exam"], missing: ["right to refuse"] })];
  expect(spans(rules, "Free exam Monday")).toEqual(["Free exam"]);
  expect(spans(rules, "Free exam Monday. You have a right to refuse.")).toEqual([]);
});

test("a reply echoes a synonym of what the review said, and adds what it did not", () => {
  const inReplyTo = { kind: "review" as const, author: "Dana R.", text: "My nose job went well" };
  expect(spans([rule("r", { match: "reply", echoes: ["procedure"] })], "Rhinoplasty suits you", { surface: "reply", inReplyTo })).toEqual(["Rhinoplasty"]);
  expect(spans([rule("r", { match: "reply", adds: ["procedure"] })], "Rhinoplasty and botox", { surface: "reply", inReplyTo })).toEqual(["botox"]);
});

test("staff are known by context, title or role; anyone else is somebody; the one answered is neither", () => {
  const rules = [rule("r", { match: "phrase", phrases: ["<name>"] })];
  const inReplyTo = { kind: "review" as const, author: "Anna P.", text: "Nice" };
  expect(spans(rules, "Bri smiled")).toEqual(["Bri"]);
  expect(spans(rules, "Bri smiled", {}, { states: ["VA"], staff: ["Bri Olsen"] })).toEqual([]);
  expect(spans(rules, "Our hygienist Bri and Dr. Anna smiled")).toEqual([]);
  expect(spans(rules, "Thank you, Anna", { surface: "reply", inReplyTo })).toEqual([]);
});

test("unless excuses its sentence, unless-text the whole, review asks what is answered", () => {
  const inReplyTo = { kind: "review" as const, author: "A", text: "The booth was fun" };
  expect(spans([rule("r", { match: "phrase", phrases: ["free"], unless: ["socks"] })], "Free socks. Free botox.")).toEqual(["Free"]);
  expect(spans([rule("r", { match: "phrase", phrases: ["free"], "unless-text": ["socks"] })], "Free socks. Free botox.")).toEqual([]);
  expect(spans([rule("r", { match: "phrase", phrases: ["come again"], "review-lacks": ["booth"] })], "Come again", { surface: "reply", inReplyTo })).toEqual([]);
});

test("the law of the place raises the severity and stands beside the finding, with how we know it", () => {
  const pack = loadPack(json([rule("r", { match: "phrase", phrases: ["free exam"], severity: "question", states: { FL: { severity: "stop", instead: "Add the statement.", cites: ["fl-law"] } } })]));
  const draft: Draft = { text: "Free exam", surface: "post" };
  expect(check(draft, { states: ["VA"] }, pack)).toMatchObject({ verdict: "question", findings: [{ instead: "Say less.", authorities: [{ id: "a-law", known: "read" }] }] });
  expect(check(draft, { states: ["FL"] }, pack)).toMatchObject({ verdict: "stop", findings: [{ instead: "Add the statement.", authorities: [{ id: "fl-law", known: "recalled" }, { id: "a-law" }] }] });
});

test("a rule that is not sure speaks up alone, and only notes when somebody reads again", () => {
  const pack = loadPack(json([rule("r", { match: "phrase", phrases: ["free exam"], unsure: true }), rule("s", { match: "phrase", phrases: ["free botox"] })]));
  const draft: Draft = { text: "Free exam. Free botox.", surface: "post" };
  expect(check(draft, { states: [] }, pack).findings.map((finding) => finding.severity)).toEqual(["stop", "stop"]);
  expect(check(draft, { states: [] }, pack, { isReadAgain: true }).findings.map((finding) => finding.severity)).toEqual(["note", "stop"]);
});

test("notes never hold a post", () => {
  expect(check({ text: "free", surface: "post" }, { states: [] }, loadPack(json([rule("r", { match: "phrase", phrases: ["free"], severity: "note" })])))).toMatchObject({ verdict: "clear", findings: [{ severity: "note" }] });
});

test("a practice's own rules are judged in the same run and change the hash of the pack", () => {
  const built = json([rule("r", { match: "phrase", phrases: ["free"] })]);
  const own = rule("house/no-cheap", { match: "phrase", phrases: ["cheap"] });
  const pack = loadPack(built, [own]);
  expect(check({ text: "free and cheap", surface: "post" }, { states: [] }, pack).findings.map((finding) => finding.rule)).toEqual(["r", "house/no-cheap"]);
  expect(pack.hash).not.toBe(loadPack(built).hash);
});
