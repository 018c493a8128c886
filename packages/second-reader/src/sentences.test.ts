import { expect, it } from "vitest";
import { sentencesOf } from "./sentences.ts";

it("cuts at full stops and lines, and knows that a title ends nothing", () => {
  const text = "Dr. Okafor placed your implant. It looks great!\nCall us ☎️";
  expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(["Dr. Okafor placed your implant.", "It looks great!", "Call us ☎️"]);
});

it("gives offsets into the text as typed", () => {
  const text = "  We see you every June.  Take the blue pill twice.";
  for (const sentence of sentencesOf(text)) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
});

it("finds no sentence where there are no words", () => {
  expect(sentencesOf("❤️ 🙏 !!")).toEqual([]);
});
