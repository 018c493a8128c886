import { expect, test } from "vitest";
import { Reading } from "./reading.ts";
import { readWords, wordsOf } from "./words.ts";

const known = new Set("free botox best dentist so glad party".split(" "));
const read = (text: string): Reading => readWords(text, new Reading(), known);
const typed = (text: string): string[] => {
  const reading = read(text);
  return Array.from({ length: reading.count }, (_, at) => text.slice(reading.start[at], reading.end[at]));
};
const words = (text: string): string[] => { const reading = read(text); return reading.words.slice(0, reading.count); };

test("every word knows the place where it was typed", () => {
  expect(typed("So glad you love your new nose, Anna!")).toEqual(["So", "glad", "you", "love", "your", "new", "nose", "Anna"]);
});

test("contractions open, whatever apostrophe was typed", () => {
  expect(wordsOf("You’re lovely and we can't wait; y'all won't regret it")).toEqual(["you", "are", "lovely", "and", "we", "can", "not", "wait", "you", "all", "will", "not", "regret", "it"]);
});

test.each([
  ["full-width letters", "ｂｏｔｏｘ day"], ["a zero-width space", "bo\u200btox day"], ["Cyrillic look-alikes", "bоtоx day"], ["accents", "bótöx day"], ["spaced letters", "b o t o x day"], ["dotted letters", "b.o.t.o.x day"],
  ["a decomposed accent", "bo\u0301tox day"], ["bold mathematical letters", "𝐛𝐨𝐭𝐨𝐱 day"],
])("%s hide no word and move no offset", (_name, text) => {
  expect(words(text)).toEqual(["botox", "day"]);
  expect(typed(text)).toEqual([text.slice(0, -4), "day"]);
});

test("hashtags become words that carry the span of the tag", () => {
  expect(words("#BestDentist #freebotox")).toEqual(["best", "dentist", "free", "botox"]);
  expect(typed("#BestDentist #freebotox")).toEqual(["#BestDentist", "#BestDentist", "#freebotox", "#freebotox"]);
});

test("shapes are read whole: money, percent, phone, date, time, address on the web", () => {
  expect(words("$1,299.99 or 50% off until 3/14/2026 at 3pm, (555) 010-0100, a@b.com, www.x.com/y")).toEqual(["$1299.99", "or", "50%", "off", "until", "3/14/2026", "at", "3pm", "(555)010-0100", "a@b.com", "www.x.com/y"]);
});

test("sentences end where a reader ends them, and a title does not end one", () => {
  const reading = read("Is Dr. Patel in? She is… almost. Call us\nTomorrow works");
  expect(reading.sentences.map(({ first, last, isQuestion }) => [reading.words.slice(first, last + 1).join(" "), isQuestion])).toEqual([["is dr patel in", true], ["she is almost", false], ["call us", false], ["tomorrow works", false]]);
});

test("an emoji is one word with one span, skin tone and joiners included", () => {
  expect(typed("ok 👩🏽‍⚕️👍🏿 ok")).toEqual(["ok", "👩🏽‍⚕️", "👍🏿", "ok"]);
});
