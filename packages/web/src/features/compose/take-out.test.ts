import fc from "fast-check";
import { expect, test } from "vitest";
import { changed, takeOut, takesSentence } from "./take-out.ts";

const without = (text: string, words: string): string => changed(text, takeOut(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length }));

test.each([
  ["the sentence goes when little would be left of it", "Tell us your favorite pie. And Anna, we are so glad you love your new nose! We close at noon.", "Anna, we are so glad you love your new nose", "Tell us your favorite pie. We close at noon."],
  ["the sentence goes when its middle cannot be missed", "We open Monday. To celebrate, we are giving away a free BOTOX treatment: tell us your pie. Bye.", "giving away a free BOTOX", "We open Monday. Bye."],
  ["a doctor's title ends no sentence", "Our office is closed. Dr. Okafor guarantees it. See you soon.", "guarantees it", "Our office is closed. See you soon."],
  ["a clause at the end goes alone", "Come and see our new office on Shore Drive, results guaranteed.", "results guaranteed", "Come and see our new office on Shore Drive."],
  ["a clause in the middle goes alone", "The new laser, totally painless, arrives at the office in June.", "totally painless", "The new laser, arrives at the office in June."],
  ["a clause at the start goes alone, and the next word begins the sentence", "Risk-free, our new laser will arrive at the office in June.", "Risk-free", "Our new laser will arrive at the office in June."],
  ["a bracket goes with its brackets", "The laser (100% safe) arrives in June at our office.", "100% safe", "The laser arrives in June at our office."],
  ["a hashtag goes whole", "Happy Thanksgiving! #thankful #botoxgiveaway #pie", "botoxgiveaway", "Happy Thanksgiving! #thankful #pie"],
  ["a paragraph of its own leaves one empty line", "First.\n\nAnna, thank you for choosing us.\n\nLast.", "Anna, thank you for choosing us", "First.\n\nLast."],
  ["the first paragraph leaves none", "Anna, thank you for choosing us.\n\nLast.", "thank you for choosing us", "Last."],
  ["all there is goes", "Best surgeon in town", "Best surgeon", ""],
])("%s", (_says, text, words, left) => expect(without(text, words)).toBe(left));

test("the button knows when a whole sentence goes", () => {
  const text = "The laser (100% safe) arrives in June at our office. Anna, we love your nose.";
  expect([takesSentence(text, { start: 11, end: 20 }), takesSentence(text, { start: 53, end: 70 })]).toEqual([false, true]);
});

test("whatever the text, the words go, and nothing is added but spaces and a capital", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom("Anna", " ", ", ", ". ", "\n\n", "#tag", "(", ")", "we", "Dr. ", "!", "é😀"), { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (parts, a, b) => {
    const text = parts.join(""), start = a % text.length, end = Math.min(text.length, start + 1 + (b % 12));
    const change = takeOut(text, { start, end });
    expect(change.start).toBeLessThanOrEqual(Math.max(start, 0));
    expect(change.end).toBeGreaterThanOrEqual(Math.min(end, change.end));
    expect(changed(text, change).length).toBeLessThanOrEqual(text.length + 1);
  }));
});
