import type { OutgoingText } from "@chaperone/contract";
import type { Report } from "@chaperone/engine";
import { expect, test } from "vitest";
import { judge } from "./check-jobs.ts";

const says = (verdict: Report["verdict"]): Report => ({ verdict, pack: "p", findings: verdict === "clear" ? [] : [{ rule: "a/b", topic: "a", severity: verdict, start: 0, end: 2, message: "", why: "", instead: "", authorities: [], by: "rules" }] });
const part = (text: string, more: Partial<OutgoingText> = {}): OutgoingText => ({ text, surface: "post", channel: null, picture: null, setting: null, ...more });
const question = { parts: [part("Hello"), part("Anna", { channel: "x" }), part("A nose", { surface: "caption", picture: "p" }), part("Noses", { channel: "x", setting: "warning" })], surface: "post" as const, inReplyTo: null, context: { states: ["VA"] }, house: [] };

test("the worst of all texts is the post's verdict, and a finding names the channel, picture or setting whose text it is in", () => {
  const { verdict, findings } = judge(question, (draft) => says(draft.text === "Anna" ? "stop" : "question"));
  expect(verdict).toBe("stop");
  expect(findings.map(({ channels, picture, setting }) => [channels, picture, setting])).toEqual([[[], null, undefined], [["x"], null, undefined], [[], "p", undefined], [["x"], null, "warning"]]);
});
test("a check that throws is not caught here: the worker answers that it failed", () => expect(() => judge(question, () => { throw new Error("no"); })).toThrow());
