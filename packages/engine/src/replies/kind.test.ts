import { expect, test } from "vitest";
import fc from "fast-check";
import { kindOf, languageOf, REPLY_KINDS, type KindWords } from "./kind.ts";

const kinds: KindWords = {
  emergency: ["can not breathe", "no puedo respirar"],
  "threatening-legal": ["my lawyer", "abogad*"],
  "clinical-question": ["is it normal"],
  "price-question": ["how much"],
  "wrong-practice": ["wrong office"],
  angry: ["rude", "no recomiendo"],
  "thank-you-for-nothing": ["thanks for nothing"],
  mixed: ["but"],
  "five-star": ["great", "⭐ ⭐ ⭐ ⭐ ⭐"],
};
const kind = (text: string) => kindOf({ kind: "review", author: "", text }, kinds);

test("the graver kind wins over the milder one", () => {
  expect(kind("Great doctor but the front desk was rude and my lawyer agrees. I can't breathe.")).toBe("emergency");
  expect(kind("Great doctor but the front desk was rude and my lawyer agrees.")).toBe("threatening-legal");
  expect(kind("Great doctor but the front desk was rude. How much is a peel?")).toBe("price-question");
  expect(kind("Great doctor but the front desk was rude.")).toBe("angry");
  expect(kind("Great doctor but slow.")).toBe("mixed");
  expect(kind("Great doctor.")).toBe("five-star");
});

test("contractions, capitals, accents and disguises do not hide a phrase", () => {
  expect(kind("I CAN’T BREATHE")).toBe("emergency");
  expect(kind("cant breathe since the shot")).toBe("emergency");
  expect(kind("Mi Abogáda le escribirá")).toBe("threatening-legal");
  expect(kind("⭐️⭐️⭐️⭐️⭐️")).toBe("five-star");
});

test("phrases are whole words", () => {
  expect(kind("The rudest thing is the butter dish.")).toBe("mixed");
  expect(kind("Greatest dentist in town")).toBe("mixed");
});

test("what is denied does not count, save in an emergency", () => {
  expect(kind("Never rude, great people.")).toBe("five-star");
  expect(kind("It was not great.")).toBe("mixed");
  expect(kind("Nunca rude, pero no recomiendo.")).toBe("angry");
  expect(kind("Not that I can not breathe.")).toBe("emergency");
});

test("a review without a telling word is answered neutrally", () => {
  expect(kind("")).toBe("mixed");
  expect(kind("Second floor, blue door.")).toBe("mixed");
});

test("any text has a kind and a language", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => {
    expect(REPLY_KINDS).toContain(kind(text));
    expect(["en", "es"]).toContain(languageOf(text));
  }));
});

test("the language is that of the small words", () => {
  expect(languageOf("La espera fue larga y el doctor no llegó.")).toBe("es");
  expect(languageOf("The wait was long and Dr. de la Cruz never came.")).toBe("en");
  expect(languageOf("")).toBe("en");
});
