import { join } from "node:path";
import { loadPack, pillar } from "@chaperone/engine";
import type { Context, Draft, PackJson, Report } from "@chaperone/engine";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { openSecondReader } from "./index.ts";
import type { SecondReader } from "./index.ts";

const pack = loadPack(JSON.parse(readFileSync(join(import.meta.dirname, "../../../rules/pack.json"), "utf8")) as PackJson);
const context: Context = { states: ["VA"], specialty: "plastic-surgery" };
const silent: Report = { verdict: "clear", findings: [], pack: pack.hash };
let reader: SecondReader;

beforeAll(async () => {
  reader = await openSecondReader();
}, 30_000);

const tellingReply: Draft = {
  text: "Hi Marisol! We had so much fun with you on Thursday. Your new nose suits you beautifully, see you at your follow-up appointment.",
  surface: "reply",
  inReplyTo: { kind: "review", author: "Marisol V.", text: "They did my rhinoplasty and I love it." },
};

describe("the second reader", () => {
  it("asks about a reply that tells of somebody's visit", async () => {
    const findings = await reader.read(tellingReply, context, silent, pack);
    expect(findings.map((finding) => finding.topic)).toContain("patient-acknowledgment");
  });

  it("only ever asks, says who asks, and marks words of the text", async () => {
    for (const finding of await reader.read(tellingReply, context, silent, pack)) {
      expect(finding).toMatchObject({ severity: "question", by: "second-reader", rule: `second-reader/${finding.topic}`, authorities: [] });
      expect(finding.message).toMatch(/^The second reader asks whether /);
      expect(finding.why).toContain("not a rule");
      expect(tellingReply.text.slice(finding.start, finding.end).trim()).not.toBe("");
    }
  });

  it("raises a rule's note that it finds likely, in the rule's own words, and no note that it does not", async () => {
    const note = { rule: "patient-acknowledgment/a-note", topic: "patient-acknowledgment", severity: "note" as const, start: 3, end: 10, message: "It may tell of a visit.", why: "Visits are private.", instead: "Thank them.", authorities: [], by: "rules" as const };
    const raised = await reader.read(tellingReply, context, { ...silent, findings: [note] }, pack);
    expect(raised).toContainEqual({ ...note, severity: "question", by: "second-reader", message: "The second reader asks about this too: It may tell of a visit." });
    const thanks = { ...tellingReply, text: "Thank you so much for the kind words!" };
    expect(await reader.read(thanks, context, { ...silent, findings: [note] }, pack)).toEqual([]);
  });

  it("says nothing about a topic that the rules have raised already", async () => {
    const [first] = await reader.read(tellingReply, context, silent, pack);
    const again = await reader.read(tellingReply, context, { ...silent, findings: [first!] }, pack);
    expect(again.map((finding) => finding.topic)).not.toContain(first!.topic);
  });

  it("leaves bare thanks alone", async () => {
    const text = "Thank you so much for the kind words!";
    expect(await reader.read({ ...tellingReply, text }, context, silent, pack)).toEqual([]);
  });

  it("reads a pillar by the sense of a post, where words that often sell lead the table astray", async () => {
    const post: Draft = { text: "Your retainer belongs in its case, not in a napkin. Napkins go to the trash, and so do retainers.", surface: "post" };
    expect([await reader.pillar(post), pillar(post, pack).pillar]).toEqual(["educational", "promotional"]);
    expect(await reader.pillar({ text: "Gary the office fern has now survived three receptionists and one flood. He is accepting visitors.", surface: "post" })).toBe("community");
  });

  it("gives the same answer every time", async () => {
    expect(await reader.read(tellingReply, context, silent, pack)).toEqual(await reader.read(tellingReply, context, silent, pack));
  });

  it("reads texts without words or of great length", async () => {
    for (const text of ["", "🎉", "word ".repeat(3000)]) {
      expect(Array.isArray(await reader.read({ text, surface: "post" }, context, silent, pack))).toBe(true);
    }
  });

  it("refuses to open without its weights", async () => {
    await expect(openSecondReader(join(import.meta.dirname, "nowhere"))).rejects.toThrow("cannot load its weights");
  });
});
